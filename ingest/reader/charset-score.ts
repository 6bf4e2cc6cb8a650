/**
 * How much a text looks like something a person wrote, judged by its characters outside ASCII alone: mark-up and
 * English words say nothing about an encoding. Per character about -3 for Ukrainian or Russian in the right
 * encoding, below -5 for the same bytes read as anything else.
 */

// Share of letters in per mille, from running text in both languages; rounded, as only orders of magnitude matter.
const ukrainian = frequencies(
  'о94 а83 и61 н68 і58 т55 в54 р47 е47 с41 к36 м31 д31 у30 л30 п29 я21 з21 ь18 б17 г16 ч14 й13 х11 ц9 ж8 ї7 ю7 є6 ш6 щ4 ф3 ґ0.4',
);
const russian = frequencies(
  'о110 е85 а80 и74 н67 т63 с55 р47 в45 л44 к35 м32 д30 п28 у26 я20 ы19 ь17 г17 з16 б16 ч15 й12 х10 ж9 ш7 ю6 ц5 щ4 э3 ф3 ъ0.4 ё0.6',
);
const punctuation = new Set('«»„“”‘’‚–—…№·•§©°±²³½€™®\u00a0ʼ′″→←▪■●☎✓');
const otherCyrillic = /[\u0400-\u04ff]/;
const kana = /[\u3040-\u30ff\u3001\u3002\u300c\u300d]/;
const ideograph = /[\u4e00-\u9fff]/;
const latinLetter = /[\u00c0-\u024f]/;

const rare = -7;
const nonsense = -11;
/** A capital after a small letter ("пРИВІТ") hardly occurs, yet is every other pair under a wrong encoding. */
const wrongCase = -5;
/** Letters of two scripts in one word. */
const mixedScripts = -6;

function frequencies(list: string): ReadonlyMap<string, number> {
  return new Map(list.split(' ').map((entry) => [entry[0]!, Math.log(Number(entry.slice(1)) / 1000)]));
}

/** The sample is enough for a stable mean and keeps ten candidates within a few milliseconds. */
const sampleSize = 20_000;

/** Mean log-probability of the characters outside ASCII; 0 when there are none. Higher is better. */
export function plausibility(text: string): number {
  let position = 0;
  let ukrainianSum = 0;
  let russianSum = 0;
  let count = 0;
  while (position < text.length && count < sampleSize) {
    const character = text[position]!;
    if (character > '\u007f') {
      const before = text[position - 1] ?? ' ';
      ukrainianSum += score(character, before, text[position + 1] ?? ' ', ukrainian);
      russianSum += score(character, before, text[position + 1] ?? ' ', russian);
      count += 1;
    }
    position += 1;
  }
  return count === 0 ? 0 : Math.max(ukrainianSum, russianSum) / count;
}

function score(
  character: string,
  before: string,
  after: string,
  language: ReadonlyMap<string, number>,
): number {
  if (otherCyrillic.test(character)) return cyrillicScore(character, before, after, language);
  if (punctuation.has(character)) return -4;
  if (kana.test(character)) return -3;
  if (ideograph.test(character)) return -5;
  if (latinLetter.test(character)) return latinScore(character, before, after);
  return character < '\u00a0' || character === '\ufffd' || character >= '\u2500' ? nonsense : rare;
}

function cyrillicScore(
  character: string,
  before: string,
  after: string,
  language: ReadonlyMap<string, number>,
): number {
  const small = character.toLowerCase();
  let value = language.get(small) ?? rare;
  if (/[a-z]/i.test(before) || /[a-z]/i.test(after)) value += mixedScripts / 2;
  if (small === character) return value;
  // A capital stands at the start of a word, or among capitals.
  value -= 1.5;
  return isSmallLetter(before) ? value + wrongCase : value;
}

function isSmallLetter(character: string): boolean {
  return character !== character.toUpperCase();
}

function latinScore(character: string, before: string, after: string): number {
  const stands = /[a-z]/i.test(before) || /[a-z]/i.test(after);
  if (!stands) return nonsense;
  return /[à-öø-ÿąćęłńóśźżčšžėįųūőűăâîșțğışéèêëïôùûçñü]/.test(character) ? -4 : rare;
}
