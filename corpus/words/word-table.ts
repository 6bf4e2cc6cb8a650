import { BestHits } from './best-hits.ts';
import { frequencyScore, rarityOf } from './bm25.ts';
import type { FullTextColumn, FullTextHit } from './full-text.ts';
import { DamagedWords, type Postings, roomForPostings, unpackPostings } from './posting-list.ts';
import type { WordFile } from './word-file.ts';
import { type CountedTerms, columnTerm } from './word-terms.ts';

/** A term that is looked for, and how much its column counts. */
export interface WeightedTerm {
  readonly column: FullTextColumn;
  readonly term: string;
  readonly weight: number;
}

/** Postings of a term that came after the file: label, times, label, times ... */
type Additions = number[];

/**
 * A file of postings with what has changed since. Passages have labels of their own, in order of arrival; a passage that is
 * changed gets a new one. Everything is synchronous, so that a search never sees half a change.
 */
export class WordTable {
  readonly #inFile: number;
  /** Passage ids by label. */
  readonly #ids: number[];
  readonly #totals: number[];
  readonly #labelOfAdded = new Map<number, number>();
  readonly #additions = new Map<string, Additions>();
  readonly #counts = new Map<string, number>();
  #gone: Uint8Array;
  #goneCount = 0;
  #sumOfTotals: number;
  #room: Postings;
  #scores: Float64Array;
  /** Labels that have a score, in the order in which they got it: kept between searches, a list that grows is a third of a megabyte of garbage. */
  #scored: Uint32Array;
  #scoredCount = 0;

  constructor(private readonly file: WordFile) {
    this.#inFile = file.passages.length;
    this.#ids = Array.from(file.passages);
    this.#totals = Array.from(file.totals);
    this.#sumOfTotals = this.#totals.reduce((sum, total) => sum + total, 0);
    this.#gone = new Uint8Array(this.#inFile);
    this.#room = roomForPostings(this.#inFile);
    this.#scores = new Float64Array(this.#inFile);
    this.#scored = new Uint32Array(this.#inFile);
  }

  /** Passages that can be found. */
  get size(): number {
    return this.#ids.length - this.#goneCount;
  }

  /** Changes since the file was written, each of which makes searches and starts a little slower. */
  get changes(): number {
    return this.#ids.length - this.#inFile + this.#goneCount;
  }

  /** Adds a passage, in place of what it was before. */
  add(passageId: number, terms: CountedTerms): void {
    this.remove(passageId);
    const label = this.#ids.length;
    this.#ids.push(passageId);
    this.#totals.push(terms.total);
    this.#sumOfTotals += terms.total;
    this.#labelOfAdded.set(passageId, label);
    for (const [term, times] of terms.times) {
      const additions = this.#additions.get(term);
      if (additions === undefined) this.#additions.set(term, [label, times]);
      else additions.push(label, times);
    }
    this.#makeRoom();
    this.#counts.clear();
  }

  /** Nothing happens when the passage is not there. */
  remove(passageId: number): void {
    const label = this.#labelOfAdded.get(passageId) ?? this.#labelInFile(passageId);
    if (label === null || this.#gone[label] === 1) return;
    this.#gone[label] = 1;
    this.#goneCount += 1;
    this.#sumOfTotals -= this.#totals[label]!;
    this.#labelOfAdded.delete(passageId);
    this.#counts.clear();
  }

  /** In how many passages a term stands. */
  countOf(column: FullTextColumn, term: string): number {
    const key = columnTerm(column, term);
    if (this.#goneCount === 0) return this.file.countOf(key) + (this.#additions.get(key)?.length ?? 0) / 2;
    const known = this.#counts.get(key);
    if (known !== undefined) return known;
    const counted = this.#postingsOf(key).count;
    this.#counts.set(key, counted);
    return counted;
  }

  /**
   * Passages with any of the terms by BM25, best first; terms without weight are not looked for.
   * @throws DamagedWords when the file has been changed under us.
   */
  search(terms: readonly WeightedTerm[], limit: number): FullTextHit[] {
    this.#scoredCount = 0;
    for (const { column, term, weight } of terms) {
      if (weight > 0) this.#score(columnTerm(column, term), weight);
    }
    const best = new BestHits(limit);
    for (let at = 0; at < this.#scoredCount; at += 1) {
      const label = this.#scored[at]!;
      best.offer(this.#ids[label]!, this.#scores[label]!);
      this.#scores[label] = 0;
    }
    return best.hits;
  }

  /** Closes the file. */
  close(): void {
    this.file.close();
  }

  #score(key: string, weight: number): void {
    const { labels, times, count } = this.#postingsOf(key);
    const rarity = rarityOf(count, this.size);
    const meanLength = this.#sumOfTotals / this.size;
    const scores = this.#scores;
    for (let row = 0; row < count; row += 1) {
      const label = labels[row]!;
      if (scores[label] === 0) {
        this.#scored[this.#scoredCount] = label;
        this.#scoredCount += 1;
      }
      scores[label] =
        scores[label]! + rarity * frequencyScore(times[row]! * weight, this.#totals[label]!, meanLength);
    }
  }

  // Shared by all terms: good until the next call.
  #postingsOf(key: string): Postings {
    const room = this.#room;
    room.count = 0;
    const stored = this.file.listOf(key);
    if (stored !== null) {
      if (stored.count > this.#inFile) throw new DamagedWords('a list is longer than there are passages');
      unpackPostings(stored.bytes, { count: stored.count, passages: this.#inFile }, room);
    }
    const additions = this.#additions.get(key) ?? [];
    for (let at = 0; at < additions.length; at += 2) {
      room.labels[room.count] = additions[at]!;
      room.times[room.count] = additions[at + 1]!;
      room.count += 1;
    }
    if (this.#goneCount > 0) this.#leaveOutGone(room);
    return room;
  }

  #leaveOutGone(room: Postings): void {
    let kept = 0;
    for (let row = 0; row < room.count; row += 1) {
      const label = room.labels[row]!;
      if (this.#gone[label] === 1) continue;
      room.labels[kept] = label;
      room.times[kept] = room.times[row]!;
      kept += 1;
    }
    room.count = kept;
  }

  // Ids in the file ascend.
  #labelInFile(passageId: number): number | null {
    const { passages } = this.file;
    let low = 0;
    let high = passages.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const id = passages[middle]!;
      if (id === passageId) return middle;
      if (id < passageId) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }

  #makeRoom(): void {
    if (this.#ids.length <= this.#gone.length) return;
    const size = Math.ceil(this.#ids.length * 1.1) + 64;
    const gone = new Uint8Array(size);
    gone.set(this.#gone);
    this.#gone = gone;
    this.#room = roomForPostings(size);
    this.#scores = new Float64Array(size);
    this.#scored = new Uint32Array(size);
  }
}
