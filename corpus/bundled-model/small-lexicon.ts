import type { ModelConcept } from './vocabulary.ts';

function concept(id: string, en: string, uk: string, ru: string, ja = ''): ModelConcept {
  const forms = (cell: string) => cell.split('|').filter((form) => form !== '');
  return { id, forms: { en: forms(en), uk: forms(uk), ru: forms(ru), ja: forms(ja) } };
}

/** A lexicon that can be taken in at a glance, for tests. */
export const smallLexicon: readonly ModelConcept[] = [
  concept('japan', 'Japan|Japanese', 'Японія|японський', 'Япония|японский', '日本'),
  concept('ukraine', 'Ukraine|Ukrainian', 'Україна|український', 'Украина|украинский', 'ウクライナ'),
  concept('mine', 'mine|mines', 'міна', 'мина', '地雷'),
  concept('demining', 'demining', 'розмінування', 'разминирование', '地雷除去'),
  concept('detector', 'detector', 'детектор|шукач', 'детектор', '探知機'),
  concept('mine-detector', 'mine detector', 'міношукач', 'миноискатель', '地雷探知機'),
  concept('minister', 'minister', 'міністр', 'министр'),
  concept('help', 'help|aid|assistance', 'допомога', 'помощь', '支援'),
  concept('give', 'give|gave|given', 'дати|дала|дав|дали', 'дать|дала|дал', '供与'),
  concept('kharkiv', 'Kharkiv', 'Харків', 'Харьков'),
  concept('emergency', 'emergency', 'надзвичайний|надзвичайна ситуація', 'чрезвычайный'),
  concept('service', 'service', 'служба', 'служба'),
  concept('ses', 'State Emergency Service|SES', 'ДСНС|Служба надзвичайних ситуацій', 'ГСЧС'),
  concept('machine', 'machine', 'машина', 'машина', '機械'),
];

/** Texts that make the words above neither rare nor common. */
export const smallTexts: readonly string[] = [
  'Японія передала Україні детектори. Japan gave Ukraine detectors.',
  'Міністр подякував за допомогу в розмінуванні Харкова.',
  'The minister thanked for aid in demining Kharkiv with machines.',
  'Служба отримала машину, а кавун лишився на полі біля річки.',
];
