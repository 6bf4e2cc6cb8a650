import { stemmer as english } from '@orama/stemmers/english';

/**
 * Stems for matching, never for showing. English goes through Porter. Ukrainian and Russian share one light stemmer
 * over a folded alphabet (і ї ы и -> и, є э -> е, ґ -> г, no soft signs): question and document are often in different
 * ones of the two, most of their mine-action words differ only in such letters, and the published Ukrainian
 * stemmers give Японія, Японії and Японією three different stems.
 */

const fold: Readonly<Record<string, string>> = {
  і: 'и', ї: 'и', ы: 'и', й: 'и', є: 'е', э: 'е', ё: 'е', ґ: 'г', ь: '', ъ: '',
}; // biome-ignore format: an alphabet reads better in a row

// Case, number and person endings in the folded alphabet, longest first.
const endings = [
  'иями', 'иеи', 'иею', 'ими', 'ями', 'ами', 'ого', 'ому', 'его', 'ему', 'ови', 'еви', 'ией', 'иям', 'иях', 'ою', 'ею',
  'ои', 'еи', 'ах', 'ях', 'ам', 'ям', 'ом', 'ем', 'им', 'их', 'ив', 'ов', 'ев', 'ая', 'яя', 'ое', 'ее', 'ие', 'ии',
  'ия', 'ию', 'иа', 'иу', 'ую', 'юю', 'а', 'я', 'у', 'ю', 'о', 'е', 'и',
]; // biome-ignore format: a list of endings reads better in rows

const minimalStem = 3;

function foldCyrillic(word: string): string {
  let folded = '';
  for (const letter of word) folded += fold[letter] ?? letter;
  return folded;
}

function withoutEnding(word: string): string {
  const ending = endings.find((candidate) => word.endsWith(candidate));
  return ending !== undefined && word.length - ending.length >= minimalStem
    ? word.slice(0, -ending.length)
    : word;
}

// передала, передати, передано, передання and переданий are one act. Only endings that a noun can hardly have are cut:
// by the stem alone Австралія would meet Австрія, and портал would meet порт.
const verbEndings =
  /(?:[аиуяе]ти|[аиуяе]т|[аиуяе]л[аои]|[аиуя]в|[аяе]но|[аеи]нн(?:я|ю|ям|ем|и|ию|ия)|(?:[ое]ва|ирова|[лжщчдрн]е)ни(?:е|я|ю|и|ем)|[ае]н(?:ии|их|им|ими|ого|ому|а|е|и|у|ою|ои|ая|ую|ое|ие|ои))$/;
const shortestVerb = 7;

function withoutVerbEnding(word: string, spelling: string): string | null {
  // Past plural ends in -ли; автомобілі and вчителі only look like it once і is folded.
  if (spelling.endsWith('лі')) return null;
  if (word.length < shortestVerb || !verbEndings.test(word)) return null;
  const root = word.replace(verbEndings, '').replace(/(?:ув|юв|ов|ир|иров)$/, '');
  return root.length > minimalStem ? root : null;
}

function slavic(word: string): string {
  const reflexive = word.length > 5 ? word.replace(/(?:ся|сь)$/, '') : word;
  const folded = foldCyrillic(reflexive);
  if (folded.length <= minimalStem) return folded;
  return withoutVerbEnding(folded, reflexive) ?? withoutEnding(folded);
}

/**
 * The word without its ending only, verb forms kept apart: for comparing spellings, where "розмінуваня" has to lie beside
 * "розмінування" and not beside the short root that both stem to.
 */
export function spellingOf(token: string): string {
  return /\p{Script=Cyrillic}/u.test(token) ? withoutEnding(foldCyrillic(token)) : token;
}

const cache = new Map<string, string>();
const cacheLimit = 50_000; // a few MB; distinct words of 100k passages stay near 40k

/** Stem of one normalised token. Numbers lose grouping marks; other scripts come back unchanged. */
export function stem(token: string): string {
  const known = cache.get(token);
  if (known !== undefined) return known;
  const result = stemAnew(token);
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(token, result);
  return result;
}

function stemAnew(token: string): string {
  if (/^\p{N}/u.test(token)) return numberStem(token);
  if (/\p{Script=Cyrillic}/u.test(token)) return slavic(token);
  return /^[a-z]+$/.test(token) ? english(token) : token;
}

// "1,374", "1 374" and "1374" are one number; a point or comma before one or two digits is a decimal mark.
function numberStem(token: string): string {
  const grouped = token.replace(/[.,](?=\d{3}(?:\D|$))/g, '');
  return grouped.replace(',', '.');
}
