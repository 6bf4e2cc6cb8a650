import type { Language } from '../document.ts';

/** A sentence as a half-open range of UTF-16 offsets; the range starts and ends on visible characters. */
export interface SentenceRange {
  readonly start: number;
  readonly end: number;
}

/** Short forms that always lean on the next word: "вул. Хрещатик", "Dr. Smith", "ст. 5". */
const leaning = new Set(
  (
    'ім вул просп пров бул наб пл буд кв оф під смт сел хут м с п пп пт ч ст ред вип т тт арк стор рис табл див пор ' +
    'напр зокр наприкл проф акад доц канд док інж ген полк підполк кап лейт сержант гр св преп о тов дир заст нач ' +
    'зв рр дж тел факс моб ' +
    'им ул пер пос стр гл разд см ср напр кап руб корп эт ' +
    'mr mrs ms dr prof gen col lt sgt capt maj adm rep sen gov hon st no nos art sec fig figs vol ch eq ref ' +
    'vs cf approx est ca e.g i.e eg ie viz dept univ assn op pp para paras'
  ).split(' '),
);

/** Short forms that may also be the last word: "5 млн.", "та ін.", "Tetra Tech Inc.", "in the U.S.". */
const closing = new Set(
  (
    'млн млрд трлн тис грн дол коп євро км см мм кг га год хв сек шт чол р рр рік обл р-н ін д т.д т.п т.ін н.е ' +
    'млр руб тыс др г гг обл проц ' +
    'inc ltd co corp llc jr sr etc u.s u.k u.n e.u u.s.a d.c a.m p.m ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
);

/** Function words that open a sentence but hardly ever follow a short form inside one. */
const openers = new Set(
  (
    'це ці цей ця він вона вони воно також крім окрім про за у в на до з із зі та але однак проте тоді тому так ' +
    'як якщо коли для після під нині зараз раніше водночас при цьому отже ще ми я нагадаємо зазначимо загалом ' +
    'это эти он она они также кроме о об по к со но однако поэтому если когда после сейчас ранее мы всего ' +
    'the this these that those it he she they we i in on at a an for but and however also as if when after with ' +
    'to from by its his her their our there here now since while although according more most some all last ' +
    'currently meanwhile today earlier'
  ).split(' '),
);

// Measured window: the longest form above has 9 letters; 40 characters hold a word, its brackets and what follows.
const windowLength = 40;
// Enough of the sentence so far to count its opening words; a bound keeps endless merging linear.
const lookBackLength = 120;
const segmentWindowLength = 4_000;
// "У 2023 р. Міністерство …": so few words are the opening of a sentence, not a whole one.
const openingWords = 4;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: Language): Intl.Segmenter {
  const locale = language === 'und' ? 'en' : language;
  let segmenter = segmenters.get(locale);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
    segmenters.set(locale, segmenter);
  }
  return segmenter;
}

const lastWord = /([\p{L}\p{N}][\p{L}\p{N}.'’ʼ-]{0,20})\.[)\]»”"’']{0,3}$/u;
const firstWord = /^[«“„"'‘([]{0,3}([\p{L}\p{N}][\p{L}\p{N}'’ʼ-]{0,20})(\.?)/u;
// After "?" or "!" inside speech the sentence goes on: «Навіщо?» – запитав він.
const continuesSpeech = /^[,;:)\]»”]|^[–—-]\s{0,2}\p{Ll}|^\p{Ll}/u;

function isShortFormBoundary(word: string, before: string, after: string): boolean | null {
  const bare = word.toLowerCase();
  const next = firstWord.exec(after);
  const nextWord = next?.[1] ?? '';
  const opens = openers.has(nextWord.toLowerCase()) && next?.[2] !== '.' && /^\p{Lu}/u.test(nextWord);
  const isInitial = /^\p{Lu}$/u.test(word) || /^(?:Дж|Ю|Я|Є|Ch|Th)$/u.test(word);
  const afterNumber = /(?:\p{N}|[IVXІХ]{1,5})\s{0,2}[\p{L}-]{1,6}\.[)\]»”"’']{0,3}$/u.test(before);
  if (closing.has(bare) || (leaning.has(bare) && afterNumber)) {
    if (/^США|^US\b/u.test(nextWord)) return false;
    if (/^\p{N}/u.test(nextWord)) return false;
    if (/^(?:u\.[skn](?:\.a)?|e\.u|d\.c|inc|ltd|co|corp|jr|sr)$/.test(bare)) return opens;
    return before.trim().split(/\s+/u).length > openingWords;
  }
  if (leaning.has(bare)) return false;
  if (isInitial) return opens;
  return null;
}

/** Whether a sentence ends between `before` and `after`, where the Unicode rules would let it end. */
function isBoundary(before: string, after: string): boolean {
  const tail = before.trimEnd();
  if (continuesSpeech.test(after)) return false;
  // "1." and "а)" open a numbered item; "…" at the very start is a cut, not an end.
  if (/^(?:\p{N}{1,3}|\p{L})[.)]$/u.test(tail) || /^[\p{P}\p{S}\s]+$/u.test(tail)) return false;
  const word = lastWord.exec(tail.slice(-windowLength))?.[1];
  if (word === undefined) return true;
  const last =
    word.includes('.') && !closing.has(word.toLowerCase()) && !leaning.has(word.toLowerCase())
      ? word.slice(word.lastIndexOf('.') + 1)
      : word;
  return isShortFormBoundary(last, tail, after) ?? true;
}

function pushTrimmed(ranges: SentenceRange[], text: string, start: number, end: number): void {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text[from]!)) from += 1;
  while (to > from && /\s/u.test(text[to - 1]!)) to -= 1;
  if (to > from) ranges.push({ start: from, end: to });
}

/**
 * Offsets at which the Unicode rules let a sentence end. The line is fed in windows because ICU takes 4 s for 50,000
 * characters of "А. А. А." in one piece and 0.1 s in windows.
 */
function* possibleEnds(line: string, segmenter: Intl.Segmenter): Generator<number> {
  let windowStart = 0;
  while (windowStart < line.length) {
    const window = line.slice(windowStart, windowStart + segmentWindowLength);
    const reachesEnd = windowStart + window.length >= line.length;
    const starts = Array.from(segmenter.segment(window), ({ index }) => index).filter((index) => index > 0);
    yield* starts.map((index) => windowStart + index);
    windowStart += reachesEnd ? window.length : (starts.at(-1) ?? window.length);
  }
}

function splitLine(
  ranges: SentenceRange[],
  text: string,
  lineStart: number,
  line: string,
  language: Language,
): void {
  let start = 0;
  for (const index of possibleEnds(line, segmenterFor(language))) {
    const before = line.slice(Math.max(start, index - lookBackLength), index);
    if (!isBoundary(before, line.slice(index, index + windowLength))) continue;
    pushTrimmed(ranges, text, lineStart + start, lineStart + index);
    start = index;
  }
  pushTrimmed(ranges, text, lineStart + start, lineStart + line.length);
}

/**
 * The sentences of `text` in order, without the space between them. A line break always ends a sentence; short
 * forms ("млн.", "вул.", "No.", "U.S."), initials, decimals and item numbers do not. When a short form may be
 * either, two sentences are rather kept together than one cut. Linear in the length of the text.
 */
export function splitSentences(text: string, language: Language): SentenceRange[] {
  const ranges: SentenceRange[] = [];
  let lineStart = 0;
  while (lineStart <= text.length) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline === -1 ? text.length : newline;
    if (lineEnd > lineStart) splitLine(ranges, text, lineStart, text.slice(lineStart, lineEnd), language);
    lineStart = lineEnd + 1;
  }
  return ranges;
}
