import { Embeddings } from '@langchain/core/embeddings';
import type { PassageEmbedder } from './embedder.ts';

/**
 * An embedder for tests, eye-checkable: dimension i counts the words of i + 1 letters (the last one also the longer ones),
 * then the vector is scaled to length 1. "a bb bb" is [1, 2, 0, 0, …] / √5.
 */
export class FakeEmbedder extends Embeddings implements PassageEmbedder {
  readonly modelId: string;
  readonly dimensions: number;
  /** Texts embedded so far, questions and passages. */
  readonly seen: string[] = [];

  constructor(options: { readonly modelId?: string; readonly dimensions?: number } = {}) {
    super({});
    this.dimensions = options.dimensions ?? 8;
    this.modelId = options.modelId ?? `fake:${this.dimensions}`;
  }

  override async embedQuery(text: string): Promise<number[]> {
    return this.#vector(text);
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return texts.map((text) => this.#vector(text));
  }

  async close(): Promise<void> {}

  #vector(text: string): number[] {
    this.seen.push(text);
    const counts: number[] = new Array(this.dimensions).fill(0);
    const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length === 0)
      throw new RangeError(`A text without words has no vector: ${JSON.stringify(text)}`);
    for (const word of words) {
      const at = Math.min([...word].length, this.dimensions) - 1;
      counts[at] = counts[at]! + 1;
    }
    const length = Math.hypot(...counts);
    return counts.map((count) => count / length);
  }
}
