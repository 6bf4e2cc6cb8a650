import { messageOf } from '../errors.ts';
import type { Logger } from '../log.ts';
import { Turns } from '../process/turns.ts';
import type { JournalPosition, PassageChange } from '../storage/journal.ts';
import { breathe } from '../storage/sqlite.ts';
import { buildInSlices, buildInThread } from './build-graph.ts';
import { type IndexIdentity, loadCheckpoint, saveCheckpoint, UnusableIndex } from './checkpoint.ts';
import { ExactPoints } from './exact-points.ts';
import type { GraphPoints } from './graph.ts';
import { type PointSet, unitVector } from './points.ts';
import type { StoredVectors } from './stored-vectors.ts';
import type { VectorHit, VectorIndex } from './vector-index.ts';

/**
 * Below this every vector is compared: 4 ms at 20,000 points of 256 dimensions, and nothing is missed. The graph is kept up to
 * date all the same, so that growing past the limit costs nothing.
 */
export const exactBelow = 20_000;

/** More missing points than this are built in a thread; fewer take under two seconds, spread over slices of 8 ms. */
const threadAbove = 5_000;

/** A burst of changes is saved once, this long after the last of them. */
const saveDelayMs = 10_000;

/**
 * Changes fewer than this share of the points are not worth writing the file again: at 100,000 points the next start repeats
 * 500 of them from the journal in 0.4 s, and the file has 115 MB.
 */
const replayedShare = 0.005;

/** Deleted points are searched through in vain; past this share, and this number, the graph is made again. */
const deletedShare = 0.25;
const deletedAtLeast = 1_000;

const changesPerStep = 500;

/** How the index is opened; everything but the first three is for tests. */
export interface VectorIndexOptions {
  /** Folder of this model's index, and of nothing else. */
  readonly folder: string;
  readonly stored: StoredVectors;
  readonly log: Logger;
  readonly exactBelow?: number;
  readonly threadAbove?: number;
  readonly saveDelayMs?: number;
}

interface Replica<Points extends PointSet> {
  readonly points: Points;
  position: JournalPosition;
}

/**
 * Nearest passages out of an hnswlib graph that is kept in a file, or by comparing every vector while the corpus is small or
 * the graph is being made. The file is only a cache: it is loaded when it is exactly what was written for this model and
 * brought up to date from the journal, and made again from the stored vectors in any other case.
 */
export class HnswVectorIndex implements VectorIndex {
  readonly #options: Required<VectorIndexOptions>;
  readonly #identity: IndexIdentity;
  readonly #turns = new Turns();
  readonly #closing = new AbortController();
  #exact: Replica<ExactPoints> | null = null;
  #graph: Replica<GraphPoints> | null = null;
  #building: Promise<void> | null = null;
  #buildsInThread = false;
  #unsaved = 0;
  #saveTimer: NodeJS.Timeout | null = null;

  private constructor(options: VectorIndexOptions) {
    this.#options = { exactBelow, threadAbove, saveDelayMs, ...options };
    this.#identity = { modelId: options.stored.modelId, dimensions: options.stored.dimensions };
  }

  /** Loads the index, or starts making it; either way the first search has every stored vector. */
  static async open(options: VectorIndexOptions): Promise<HnswVectorIndex> {
    const index = new HnswVectorIndex(options);
    await index.#turns.take(() => index.#start());
    return index;
  }

  async search(vector: Float32Array, limit: number): Promise<readonly VectorHit[]> {
    if (!Number.isInteger(limit) || limit < 1)
      throw new RangeError(`A limit must be 1 or more, not ${limit}.`);
    const unit = unitVector(vector, this.#identity.dimensions);
    if (this.#exact) return this.#exact.points.search(unit, limit);
    try {
      return this.#graph!.points.search(unit, limit);
    } catch (error) {
      await this.#turns.take(() => this.#startOver(`the graph cannot be searched: ${messageOf(error)}`));
      return this.#exact!.points.search(unit, limit);
    }
  }

  async catchUp(): Promise<void> {
    const position = await this.#options.stored.position();
    if (samePosition(this.#shown().position, position)) return;
    await this.#turns.take(() => this.#follow(position));
  }

  count(): number {
    return this.#shown().points.size;
  }

  /** True while questions are answered by comparing every vector although the corpus is large. */
  isRebuilding(): boolean {
    return this.#building !== null;
  }

  /** Resolves when no graph is being made; for tests and tools. */
  async settled(): Promise<void> {
    while (this.#building) await this.#building;
    await this.#turns.take(async () => {});
  }

  /** Saves what is worth saving and stops everything. A graph that is being made in a thread is given up. */
  async close(): Promise<void> {
    if (this.#buildsInThread) this.#closing.abort(new Error('closed'));
    await this.#building;
    if (this.#saveTimer) clearTimeout(this.#saveTimer);
    this.#closing.abort(new Error('closed'));
    await this.#turns.take(async () => {
      if (this.#isWorthSaving()) await this.#save();
    });
  }

  #shown(): Replica<PointSet> {
    return (this.#exact ?? this.#graph)!;
  }

  async #start(): Promise<void> {
    const { stored, folder, log } = this.#options;
    try {
      this.#graph = await loadCheckpoint(folder, this.#identity);
      const { epoch } = await stored.position();
      if (this.#graph.position.epoch !== epoch)
        throw new UnusableIndex('the database was rebuilt or restored');
      this.#unsaved += await this.#advance(this.#graph);
      const [points, vectors] = [this.#graph.points.size, await stored.count()];
      if (points !== vectors) throw new UnusableIndex(`it holds ${points} passages, the database ${vectors}`);
      if (points < this.#options.exactBelow) await this.#fillExact();
      this.#scheduleSave();
    } catch (error) {
      // Whatever it was: when the database is the reason, reading the vectors fails in the same way.
      const level = error instanceof UnusableIndex && error.isAbsent ? 'debug' : 'warn';
      log[level]({ folder, reason: messageOf(error) }, 'Vector index is made again from the stored vectors');
      await this.#startOver(null);
    }
  }

  /** Throws the graph away, answers from every vector, and makes a new graph in the background. */
  async #startOver(reason: string | null): Promise<void> {
    if (reason !== null)
      this.#options.log.error({ reason }, 'Vector index is made again from the stored vectors');
    this.#graph = null;
    await this.#fillExact();
    this.#rebuild();
  }

  async #fillExact(): Promise<void> {
    const { stored } = this.#options;
    const points = new ExactPoints(stored.dimensions, await stored.count());
    const replica = { points, position: await stored.position() };
    for await (const batch of stored.all()) {
      for (const { passageId, vector } of batch) points.add(passageId, unitVector(vector, stored.dimensions));
    }
    await this.#advance(replica);
    this.#exact = replica;
  }

  async #follow(position: JournalPosition): Promise<void> {
    if (this.#shown().position.epoch !== position.epoch) {
      return this.#startOver('the database was rebuilt or restored');
    }
    if (this.#exact) await this.#advance(this.#exact);
    try {
      if (this.#graph) this.#unsaved += await this.#advance(this.#graph);
    } catch (error) {
      return this.#startOver(`it cannot be changed: ${messageOf(error)}`);
    }
    this.#settle();
  }

  /** Drops what is no longer needed and plans what is. */
  #settle(): void {
    if (!this.#graph) return;
    const { points } = this.#graph;
    if (this.#exact && this.#exact.points.size >= this.#options.exactBelow) this.#exact = null;
    if (points.deleted > deletedAtLeast && points.deleted > points.size * deletedShare) this.#rebuild();
    this.#scheduleSave();
  }

  /** Brings a replica to the end of the journal; returns how many passages changed. */
  async #advance(replica: Replica<PointSet>): Promise<number> {
    let changed = 0;
    for (;;) {
      const changes = await this.#options.stored.changesSince(replica.position.seq, changesPerStep);
      if (changes.length === 0) return changed;
      const added = new Set(lastChanges(changes, 'added'));
      const vectors = await this.#options.stored.vectors([...added]);
      for (const { passageId } of changes) {
        const vector = added.delete(passageId) ? vectors.get(passageId) : undefined;
        if (vector) replica.points.add(passageId, unitVector(vector, this.#identity.dimensions));
        else if (!vectors.has(passageId)) replica.points.remove(passageId);
      }
      replica.position = { ...replica.position, seq: changes.at(-1)!.seq };
      changed += changes.length;
      await breathe();
    }
  }

  #rebuild(): void {
    if (this.#building || this.#closing.signal.aborted) return;
    this.#building = this.#build()
      .catch((error: unknown) => {
        if (this.#closing.signal.aborted) return;
        // Questions are still answered, from every vector; the next start tries again.
        this.#options.log.error({ reason: messageOf(error) }, 'Vector index could not be made');
      })
      .finally(() => {
        this.#building = null;
        this.#buildsInThread = false;
      });
  }

  async #build(): Promise<void> {
    const { stored, folder, log } = this.#options;
    const startedAt = performance.now();
    const position = await stored.position();
    const count = await stored.count();
    const source = {
      dimensions: stored.dimensions,
      count,
      batches: stored.all(),
      signal: this.#closing.signal,
    };
    this.#buildsInThread = count > this.#options.threadAbove;
    const points = this.#buildsInThread ? await buildInThread(source, folder) : await buildInSlices(source);
    const isCurrent = await this.#turns.take(() => this.#adopt({ points, position }));
    if (!isCurrent) return this.#build();
    log.info(
      { passages: points.size, durationMs: Math.round(performance.now() - startedAt) },
      'Vector index made',
    );
  }

  /** Takes over a graph that was just made; false when the database was rebuilt meanwhile. */
  async #adopt(made: Replica<GraphPoints>): Promise<boolean> {
    if ((await this.#options.stored.position()).epoch !== made.position.epoch) return false;
    await this.#advance(made);
    this.#graph = made;
    await this.#save();
    this.#settle();
    return true;
  }

  #isWorthSaving(): boolean {
    return this.#graph !== null && this.#unsaved > this.#graph.points.size * replayedShare;
  }

  #scheduleSave(): void {
    if (!this.#isWorthSaving() || this.#closing.signal.aborted) return;
    if (this.#saveTimer) clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => void this.#turns.take(() => this.#save()), this.#options.saveDelayMs);
    this.#saveTimer.unref();
  }

  /** Only in a turn: nothing may be added while hnswlib writes. A failure costs a rebuild at the next start, no answer. */
  async #save(): Promise<void> {
    if (!this.#graph) return;
    try {
      await saveCheckpoint(this.#options.folder, { ...this.#graph, identity: this.#identity });
      this.#unsaved = 0;
    } catch (error) {
      this.#options.log.error(
        { folder: this.#options.folder, reason: messageOf(error) },
        'Vector index was not saved',
      );
    }
  }
}

function samePosition(one: JournalPosition, other: JournalPosition): boolean {
  return one.epoch === other.epoch && one.seq === other.seq;
}

/** Passages whose last change among some is of one kind. */
function lastChanges(changes: readonly PassageChange[], kind: PassageChange['change']): readonly number[] {
  const last = new Map(changes.map(({ passageId, change }) => [passageId, change]));
  return [...last].filter(([, change]) => change === kind).map(([passageId]) => passageId);
}
