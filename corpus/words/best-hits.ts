import type { FullTextHit } from './full-text.ts';

/** Keeps the best of many hits. Equal scores go by id, so that the same question always finds the same. */
export class BestHits {
  readonly #hits: FullTextHit[] = [];
  #least = Number.NEGATIVE_INFINITY;

  constructor(private readonly limit: number) {}

  /** Best first. */
  get hits(): FullTextHit[] {
    return this.#hits;
  }

  offer(passageId: number, score: number): void {
    const isFull = this.#hits.length === this.limit;
    if (isFull && score < this.#least) return;
    let at = this.#hits.length;
    while (at > 0 && isBefore(score, passageId, this.#hits[at - 1]!)) at -= 1;
    if (at === this.limit) return;
    if (isFull) this.#hits.pop();
    this.#hits.splice(at, 0, { passageId, score });
    this.#least = this.#hits.at(-1)!.score;
  }
}

function isBefore(score: number, passageId: number, other: FullTextHit): boolean {
  return score > other.score || (score === other.score && passageId < other.passageId);
}
