import type { PassageVector } from '../documents/passages.ts';
import { seededRandom } from '../process/seeded-random.ts';
import type { PassageChange } from '../storage/journal.ts';
import type { StoredVectors } from './stored-vectors.ts';

/** Stored vectors in memory, with the journal a database would keep; for tests and for the fault run. */
export class MemoryVectors implements StoredVectors {
  readonly #vectors = new Map<number, Float32Array>();
  #changes: PassageChange[] = [];
  #epoch = 1;
  #seq = 0;

  constructor(
    readonly dimensions: number,
    readonly modelId = 'memory',
  ) {}

  /** Ids that are stored now. */
  get ids(): readonly number[] {
    return [...this.#vectors.keys()];
  }

  set(passageId: number, vector: Float32Array): void {
    this.#vectors.set(passageId, vector);
    this.#changes.push({ seq: ++this.#seq, passageId, change: 'added' });
  }

  delete(passageId: number): void {
    this.#vectors.delete(passageId);
    this.#changes.push({ seq: ++this.#seq, passageId, change: 'removed' });
  }

  /** What a rebuild of the database does to its caches. */
  startNewEpoch(): void {
    this.#epoch++;
    this.#changes = [];
  }

  async count(): Promise<number> {
    return this.#vectors.size;
  }

  async *all(): AsyncGenerator<readonly PassageVector[]> {
    const ids = [...this.#vectors.keys()].sort((one, other) => one - other);
    for (let start = 0; start < ids.length; start += 1000) {
      yield ids.slice(start, start + 1000).flatMap((passageId) => {
        const vector = this.#vectors.get(passageId);
        return vector ? [{ passageId, vector }] : [];
      });
    }
  }

  async vectors(passageIds: readonly number[]): Promise<ReadonlyMap<number, Float32Array>> {
    return new Map(
      passageIds.flatMap((id) => {
        const vector = this.#vectors.get(id);
        return vector ? [[id, vector] as const] : [];
      }),
    );
  }

  async position() {
    return { epoch: String(this.#epoch), seq: this.#seq };
  }

  async changesSince(seq: number, limit: number): Promise<readonly PassageChange[]> {
    return this.#changes.filter((change) => change.seq > seq).slice(0, limit);
  }
}

/** A random vector near one of a few centres, as vectors of texts are. */
export function clusteredVector(random: () => number, dimensions: number, centres = 50): Float32Array {
  const centre = seededRandom(Math.floor(random() * centres) + 1);
  return Float32Array.from({ length: dimensions }, () => centre() - 0.5 + (random() - 0.5) * 0.7);
}
