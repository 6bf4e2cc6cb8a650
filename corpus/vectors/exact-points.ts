import type { PointSet } from './points.ts';
import type { VectorHit } from './vector-index.ts';

const firstCapacity = 256;

/**
 * Every vector in one array, compared with every question: always right, 2 ms per 10,000 points of 256 dimensions. Answers
 * small corpora, stands in while the graph is made again, and is what the graph is measured against.
 */
export class ExactPoints implements PointSet {
  #matrix: Float32Array;
  readonly #ids: number[] = [];
  readonly #rows = new Map<number, number>();

  /** @param capacity points that are to come; room for more is made when it is needed. */
  constructor(
    readonly dimensions: number,
    capacity = firstCapacity,
  ) {
    this.#matrix = new Float32Array(Math.max(capacity, firstCapacity) * dimensions);
  }

  get size(): number {
    return this.#ids.length;
  }

  add(passageId: number, vector: Float32Array): void {
    let row = this.#rows.get(passageId);
    if (row === undefined) {
      row = this.#ids.length;
      this.#makeRoom(row + 1);
      this.#ids.push(passageId);
      this.#rows.set(passageId, row);
    }
    this.#matrix.set(vector, row * this.dimensions);
  }

  remove(passageId: number): void {
    const row = this.#rows.get(passageId);
    if (row === undefined) return;
    const lastRow = this.#ids.length - 1;
    const lastId = this.#ids[lastRow]!;
    this.#matrix.copyWithin(
      row * this.dimensions,
      lastRow * this.dimensions,
      (lastRow + 1) * this.dimensions,
    );
    this.#ids[row] = lastId;
    this.#rows.set(lastId, row);
    this.#ids.pop();
    this.#rows.delete(passageId);
  }

  search(vector: Float32Array, limit: number): VectorHit[] {
    const best: VectorHit[] = [];
    for (let row = 0; row < this.#ids.length; row++) {
      const similarity = this.#dot(vector, row * this.dimensions);
      const worst = best.length === limit ? best[limit - 1]! : null;
      if (worst && similarity < worst.similarity) continue;
      const hit = { passageId: this.#ids[row]!, similarity };
      if (worst && !isBefore(hit, worst)) continue;
      if (worst) best.pop();
      insert(best, hit);
    }
    return best;
  }

  // Four sums at once: one sum waits for each addition before it can start the next, which takes three times as long.
  #dot(vector: Float32Array, offset: number): number {
    const matrix = this.#matrix;
    const whole = vector.length - (vector.length % 4);
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    for (let at = 0; at < whole; at += 4) {
      first += vector[at]! * matrix[offset + at]!;
      second += vector[at + 1]! * matrix[offset + at + 1]!;
      third += vector[at + 2]! * matrix[offset + at + 2]!;
      fourth += vector[at + 3]! * matrix[offset + at + 3]!;
    }
    for (let at = whole; at < vector.length; at++) first += vector[at]! * matrix[offset + at]!;
    return first + second + third + fourth;
  }

  #makeRoom(rows: number): void {
    if (rows * this.dimensions <= this.#matrix.length) return;
    const larger = new Float32Array(Math.ceil(rows * 1.5) * this.dimensions);
    larger.set(this.#matrix);
    this.#matrix = larger;
  }
}

// Equal similarities keep the order of ids, so that the same question gets the same answer after any change of rows.
function isBefore(one: VectorHit, other: VectorHit): boolean {
  return (
    one.similarity > other.similarity ||
    (one.similarity === other.similarity && one.passageId < other.passageId)
  );
}

function insert(best: VectorHit[], hit: VectorHit): void {
  let at = best.length;
  while (at > 0 && isBefore(hit, best[at - 1]!)) at--;
  best.splice(at, 0, hit);
}
