import type { SentenceRange } from '../text/sentences.ts';
import { announcesNext, isInstruction, type OrderReach, reachOf } from './instruction.ts';

/** Tells which sentences of a text give orders to software, or belong to what one of them orders. Each is read when it is asked for. */
export class SentenceOrders {
  readonly #reaches: (OrderReach | 'none')[] = [];
  /** By sentence the one that opens its line. */
  readonly #openers: number[] = [];

  constructor(
    private readonly text: string,
    private readonly ranges: readonly SentenceRange[],
  ) {
    for (const [index, { start }] of ranges.entries()) {
      const before = ranges[index - 1];
      const isSameLine = before !== undefined && !text.slice(before.end, start).includes('\n');
      this.#openers.push(isSameLine ? this.#openers[index - 1]! : index);
    }
  }

  isOrder(index: number): boolean {
    return this.#reach(index) !== 'none';
  }

  /** How far an order that begins or goes on in this sentence reaches. */
  #reach(index: number): OrderReach | 'none' {
    this.#reaches[index] ??= this.#judge(index);
    return this.#reaches[index];
  }

  #judge(index: number): OrderReach | 'none' {
    const text = this.#sentence(index);
    const opener = this.#openers[index]!;
    if (isInstruction(text)) return reachOf(text, opener === index);
    if (index === 0) return 'none';
    // Only what opens the line can reach over all of it, so that the sentences between are seldom judged.
    if (opener < index && this.#reach(opener) === 'paragraph' && this.#reach(index - 1) === 'paragraph')
      return 'paragraph';
    return announcesNext(this.#sentence(index - 1)) && this.#reach(index - 1) === 'next' ? 'itself' : 'none';
  }

  #sentence(index: number): string {
    const { start, end } = this.ranges[index]!;
    return this.text.slice(start, end);
  }
}
