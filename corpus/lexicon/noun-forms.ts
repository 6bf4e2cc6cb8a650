import { stem } from '../text/stem.ts';

/** What a noun ends in, and with what in the cases in which it changes more than its ending. */
interface Declension {
  readonly noun: RegExp;
  readonly endings: readonly string[];
}

const words = (list: string): readonly string[] => list.split(' ');

// Ukrainian, and Russian where its letters fit. The first that fits counts. Nouns that are adjectives (Кремінна) keep their stem in all cases.
const declensions: readonly Declension[] = [
  { noun: /(?:ськ|цьк|нн)а$/u, endings: [] },
  // Adjectives lose in the plural what a noun has in the dative (тимчасові) or a verb in its noun (воєнні).
  { noun: /(?<=\p{L}{2}(?:[ое]в|нн))ий$/u, endings: words('і') },
  { noun: /(?<=\p{L}{2})ість$/u, endings: words('ості остям остях') },
  { noun: /їв$/u, endings: words('єва єву єві євом') },
  { noun: /(?<=\p{Lu}\p{L}+)ів$/u, endings: words('ова ову ові овом ева еву еві евом') },
  { noun: /ово$/u, endings: words('ові') },
  { noun: /ево$/u, endings: words('еві') },
  { noun: /єво$/u, endings: words('єві') },
  { noun: /(?<=[жчшщй])ка$/u, endings: words('ці ок ек') },
  { noun: /(?<=[бвгджзклмнпрстфхц])ка$/u, endings: words('ці ок') },
  { noun: /(?<=ь)ка$/u, endings: words('ці ок') },
  { noun: /ка$/u, endings: words('ці') },
  { noun: /га$/u, endings: words('зі') },
  { noun: /ха$/u, endings: words('сі') },
  { noun: /(?<=\p{L}{2}[бвгджзклмнпрстчшщ'’])ок$/u, endings: words('ку ка ки ків ков кам ках ком') },
  // Л keeps its softness (португальці), a vowel leaves й behind (латвійці).
  { noun: /(?<=\p{L})лець$/u, endings: words('льця льцю льцеві льцем льці льців льцям льцями льцях') },
  { noun: /(?<=\p{L})єць$/u, endings: words('йця йцю йцеві йцем йці йців йцям йцями йцях') },
  { noun: /(?<=\p{L}{2})ець$/u, endings: words('ця цю цеві цем ці ців цям цями цях') },
  { noun: /(?<=\p{L})лец$/u, endings: words('льца льцу льцем льце льцы льцев льцам льцами льцах') },
  { noun: /(?<=\p{L}[аеиоуэюя])ец$/u, endings: words('йца йцу йцем йце йцы йцев йцам йцами йцах') },
  { noun: /(?<=\p{L}{2})ец$/u, endings: words('ца цу цем це цы цев цам цами цах') },
  // A people, or those who live in a town: киянин, кияни; датчанин, датчане.
  { noun: /(?<=\p{L}[ая])нин$/u, endings: words('ни не н нам нами нах') },
  { noun: /(?<=[рвтсдк])ня$/u, endings: words('ень') },
  { noun: /(?<=[бвмпс])ля$/u, endings: words('ель') },
  { noun: /ія$/u, endings: words('ії ію ією') },
  { noun: /ея$/u, endings: words('еї ею еєю') },
  { noun: /сся$/u, endings: words('ссі ссю ссям') },
  { noun: /а$/u, endings: words('и і у ою') },
  // Nouns that end as verbs do in the nominative (результат) or in some other case (матеріали).
  {
    noun: /(?<=\p{L}{3}(?:[аеєиіяу][тл]|[аеє]н|ив))$/u,
    endings: words('у а ом ові і и ів ам ами ах е ы ов'),
  },
  { noun: /(?<=[нлтсз])ь$/u, endings: words('і ю я и') },
  { noun: /(?<=\p{L}{2}[ае])й$/u, endings: words('я ю єм ем ї и їв ев ям ями ях') },
  { noun: /(?<=\p{L}{3})ие$/u, endings: words('ием иям иями иях') },
  { noun: /(?<=\p{L}{2}[бвгджзклмпрстфхчш])ный$/u, endings: words('ен') },
];

/**
 * Forms of a Ukrainian or Russian noun of one word that do not share its stem: Київ is in Києві, техніка in техніці, будинок in будинку,
 * which a stemmer that knows endings only takes for other words. By rule, so some are no words; such never stand in a text.
 */
export function nounForms(noun: string): readonly string[] {
  if (!/^[а-яєіїґ'’ʼ]{4,}$/iu.test(noun)) return [];
  const declension = declensions.find((one) => one.noun.test(noun));
  if (declension === undefined) return [];
  const root = noun.replace(declension.noun, '').toLowerCase();
  const stemmed = stem(noun.toLowerCase());
  return declension.endings.map((ending) => root + ending).filter((form) => stem(form) !== stemmed);
}
