import { type Lexicon, loadLexicon } from '../corpus/lexicon/lexicon.ts';
import { breathe } from '../corpus/storage/sqlite.ts';
import type { Asker } from './asker.ts';

/**
 * Questions of every kind that the rules tell apart, in every language. Each pattern is compiled, and each part of the lexicon read,
 * by the first question that needs it: asked by people, the first one took a second and the next fifty twice as long as later ones.
 */
export const warmUpQuestions: readonly string[] = [
  'Скільки грошей дала Норвегія на розмінування?',
  'How much money did Canada give for mine clearance in 2024?',
  'Сколько саперов обучила Великобритания?',
  '日本は地雷除去にいくら支援しましたか',
  'Коли Німеччина передала машини розмінування?',
  'Which organisations clear mines in Kharkiv oblast?',
  'Які країни входять до коаліції розмінування?',
  'Compare the help of Sweden and Denmark for demining',
  'Порівняй внесок США та ЄС у гуманітарне розмінування',
  'Як змінювалася площа замінованих земель у 2023, 2024 і 2025 роках?',
  'What is the latest on drones that find mines?',
  'Что нового о компенсации аграриям за разминирование?',
  'Хто виробляє машини для розмінування в Україні?',
  'Where were deminers trained last year?',
  'Чому фермери не можуть обробляти поля?',
  'How many people were hurt by mines and who was it?',
  'Скільки коштує розмінування одного гектара і хто платить?',
  'Яка площа заминирована в Херсонской области?',
  'list the machines that were delivered by Switzerland',
  'Що передала Німеччина для розмінування?',
  'What has Norway given for demining?',
  'Какую технику передала Литва?',
  '日本は何を供与しましたか',
  'Хто найбільший донор розмінування?',
  'скільки коштує одна машина',
  'how meny deminers wer traned in Lithuannia',
  'skilky min zneshkodyly v Mykolaivskii oblasti',
];

/**
 * Reads the whole lexicon, or a question would wait for the forms that open with its letters (blocks of 54 ms in place of 25), and asks
 * questions that nobody waits for; what they end with, a bot that is closed meanwhile included, is of no interest.
 */
export async function warmUp(
  asker: Asker,
  lexicon: Pick<Lexicon, 'readNext'> = loadLexicon(),
): Promise<void> {
  while (lexicon.readNext()) await breathe();
  for (const text of warmUpQuestions) {
    await asker.ask({ text }).catch(() => undefined);
    await breathe();
  }
}
