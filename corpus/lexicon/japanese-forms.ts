import { normalise } from '../text/text.ts';

/** A known form inside a run of Japanese, at UTF-16 offsets `[start, end)` of the run. */
export interface FoundForm<Concept> {
  readonly start: number;
  readonly end: number;
  readonly concepts: readonly Concept[];
}

/** Tells what an unlisted word of katakana names, from its sound; `behind` is the text that follows it. */
export type NameBySound<Concept> = (
  word: string,
  behind: string,
) => { readonly concepts: readonly Concept[]; readonly length: number } | null;

const katakana = /[\p{Script=Katakana}ー]/u;
const han = /[\p{Script=Han}々]/u;

// パン in ジャパン, デマ in デマイナー: a short word inside a longer one is another word. A long one that opens or closes it is a part of it
// (ローラー in マインローラー).
const shortestPart = 4;
// One sign that stands behind a name of any length: 茨城県, 音更町.
const suffixes: ReadonlySet<string> = new Set('国州県郡市町村川湖山島湾港橋駅道');
const numerals: ReadonlySet<string> = new Set('一二三四五六七八九十百千万億兆何数');
// One sign that stands behind a number, of which a text may have cut it off (8月, 3台).
const counters: ReadonlySet<string> = new Set('円個点台組対年月週日秒歳次');

/**
 * The Japanese forms of a lexicon. Japanese has no spaces: the longest known form at each position wins, then reading goes on behind
 * it. What would be cut out of a longer word that nobody listed is no form: パン in ジャパン, 十 and 北 in 十勝北.
 */
export class JapaneseForms<Concept> {
  readonly #forms = new Map<string, readonly Concept[]>();
  #longest = 0;

  constructor(private readonly nameBySound: NameBySound<Concept> = () => null) {}

  /** Adds a form as it is listed. */
  add(concept: Concept, form: string): void {
    const key = normalise(form);
    this.#forms.set(key, [...(this.#forms.get(key) ?? []), concept]);
    this.#longest = Math.max(this.#longest, key.length);
  }

  /**
   * The forms of a run of Japanese without spaces, in order and apart from each other.
   * @param followsNumber whether digits stand before the run, which a text writes as a word of their own (3台目).
   */
  find(run: string, followsNumber = false): readonly FoundForm<Concept>[] {
    const found: FoundForm<Concept>[] = [];
    for (let at = 0; at < run.length; ) {
      if (katakana.test(run[at]!)) at = this.#readKatakana(run, at, found);
      else {
        const form = this.#longestAt(run, at, run.length);
        if (form !== null) found.push(form);
        at = form?.end ?? at + 1;
      }
    }
    return found.filter(
      (form, index) =>
        form.end - form.start > 1 || isWord(form, run, found[index - 1], found[index + 1], followsNumber),
    );
  }

  #longestAt(run: string, start: number, limit: number): FoundForm<Concept> | null {
    for (let length = Math.min(this.#longest, limit - start); length > 0; length -= 1) {
      const concepts = this.#forms.get(run.slice(start, start + length));
      if (concepts !== undefined) return { start, end: start + length, concepts };
    }
    return null;
  }

  /** Reads a stretch of katakana with what a form draws in behind it; returns where to read on. */
  #readKatakana(run: string, start: number, found: FoundForm<Concept>[]): number {
    const end = endOfKatakana(run, start);
    const parts = this.#split(run, start, end);
    if (parts !== null) {
      found.push(...parts);
      return Math.max(end, parts.at(-1)!.end);
    }
    const name = this.nameBySound(run.slice(start, end), run.slice(end));
    if (name !== null) {
      found.push({ start, end: end + name.length, concepts: name.concepts });
      return end + name.length;
    }
    const part = this.#longPart(run, start, end);
    if (part !== null) found.push(part);
    return Math.max(end, part?.end ?? end);
  }

  /** Known forms that make up the whole stretch; the last may go on behind it. */
  #split(run: string, start: number, end: number): readonly FoundForm<Concept>[] | null {
    for (let length = Math.min(this.#longest, run.length - start); length > 0; length -= 1) {
      const stop = start + length;
      const concepts = this.#forms.get(run.slice(start, stop));
      if (concepts === undefined) continue;
      const form = { start, end: stop, concepts };
      // メーカー and メーカ, コンピューター and コンピュータ.
      if (stop >= end || (stop === end - 1 && run[stop] === 'ー')) return [form];
      const rest = this.#split(run, stop, end);
      if (rest !== null) return [form, ...rest];
    }
    return null;
  }

  #longPart(run: string, start: number, end: number): FoundForm<Concept> | null {
    for (let from = start + 1; from <= end - shortestPart; from += 1) {
      if (run[from] === 'ー') continue;
      const form = this.#longestAt(run, from, run.length);
      if (form !== null && form.end >= end) return form;
    }
    const opening = this.#longestAt(run, start, end);
    return opening !== null && opening.end - start >= shortestPart ? opening : null;
  }
}

function endOfKatakana(run: string, start: number): number {
  let end = start;
  while (end < run.length && katakana.test(run[end]!)) end += 1;
  return end;
}

/** False for a single kanji beside kanji that no form covers, unless it is one that stands behind names or beside numbers. */
function isWord<Concept>(
  { start, end }: FoundForm<Concept>,
  run: string,
  before: FoundForm<Concept> | undefined,
  after: FoundForm<Concept> | undefined,
  followsNumber: boolean,
): boolean {
  const sign = run[start]!;
  if (!han.test(sign)) return true;
  const opens = start === 0 || before?.end === start || !han.test(run[start - 1]!);
  const closes = end === run.length || after?.start === end || !han.test(run[end]!);
  if (opens && closes) return true;
  if (closes && suffixes.has(sign)) return true;
  if (numerals.has(sign)) return (start === 0 && followsNumber) || counters.has(run[end] ?? '');
  const follows = start === 0 ? followsNumber : numerals.has(run[start - 1]!);
  return follows && counters.has(sign);
}
