import { createHash, type Hash, randomUUID } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { breathe } from '../storage/sqlite.ts';
import { DamagedWords, PostingWriter } from './posting-list.ts';

/** What a file must have been made from to be used. */
export interface WordFileIdentity {
  /** `indexRules` of the program: which terms a text has. */
  readonly rules: string;
}

const sealed = z.object({
  format: z.literal(1),
  rules: z.string(),
  /** Place in the journal of the database up to which the file knows the passages. */
  epoch: z.string(),
  seq: z.number().int().nonnegative(),
  passages: z.number().int().nonnegative(),
  terms: z.number().int().nonnegative(),
  dictionaryBytes: z.number().int().nonnegative(),
  postingBytes: z.number().int().nonnegative(),
  sha256: z.string(),
});

/** What stands at the head of the file. */
export type WordFileHead = z.infer<typeof sealed>;

// The head is JSON padded to this; the numbers behind it must lie at a multiple of four.
const headBytes = 1024;
const bytesPerHash = 1 << 20;
// Written by a killed process; one that another process is writing now is younger.
const keepPartialMs = 3_600_000;

/** Name of the file in its folder. */
export const wordFileName = 'words.bin';

/** Gathers passages for a file, in the order of their ids. */
export class WordFileWriter {
  readonly #lists = new Map<string, PostingWriter>();
  readonly #passages: number[] = [];
  readonly #totals: number[] = [];

  add(passageId: number, terms: { readonly times: ReadonlyMap<string, number>; readonly total: number }) {
    const label = this.#passages.length;
    this.#passages.push(passageId);
    this.#totals.push(terms.total);
    for (const [term, times] of terms.times) {
      let list = this.#lists.get(term);
      if (list === undefined) {
        list = new PostingWriter();
        this.#lists.set(term, list);
      }
      list.append(label, times);
    }
  }

  /**
   * Writes the file under another name and renames it: whenever the process is killed, a whole old or a whole new file is
   * there. @throws Error when the disk did not take it.
   */
  async write(
    folder: string,
    identity: WordFileIdentity & Pick<WordFileHead, 'epoch' | 'seq'>,
  ): Promise<void> {
    await mkdir(folder, { recursive: true });
    const draft = join(folder, `words-${randomUUID().slice(0, 8)}.partial`);
    const file = await open(draft, 'w');
    try {
      await this.#writeTo(file, identity);
      await file.sync();
      await file.close();
      await rename(draft, join(folder, wordFileName));
      await syncFolder(folder);
    } catch (error) {
      await file.close().catch(() => {});
      await rm(draft, { force: true });
      throw error;
    }
    await removeLeftovers(folder);
  }

  async #writeTo(
    file: FileHandle,
    identity: WordFileIdentity & Pick<WordFileHead, 'epoch' | 'seq'>,
  ): Promise<void> {
    const lists = [...this.#lists.values()];
    const dictionary = Buffer.from([...this.#lists.keys()].join('\n'));
    const hash = createHash('sha256');
    let at = headBytes;
    const append = async (bytes: Uint8Array) => {
      hash.update(bytes);
      await file.write(bytes, 0, bytes.length, at);
      at += bytes.length;
    };
    const numbers = [
      ...this.#passages,
      ...this.#totals,
      ...lists.map(({ count }) => count),
      ...lists.map(({ bytes }) => bytes.length),
    ];
    await append(new Uint8Array(Uint32Array.from(numbers).buffer));
    await append(dictionary);
    for (const piece of joined(lists)) await append(piece);
    const head: WordFileHead = {
      format: 1,
      ...identity,
      passages: this.#passages.length,
      terms: lists.length,
      dictionaryBytes: dictionary.length,
      postingBytes: lists.reduce((sum, { bytes }) => sum + bytes.length, 0),
      sha256: hash.digest('hex'),
    };
    await file.write(writeHead(head), 0, headBytes, 0);
  }
}

function* joined(lists: readonly PostingWriter[]): Generator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for (const list of lists) {
    waiting.push(list.bytes);
    bytes += list.bytes.length;
    if (bytes < bytesPerHash) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(waiting);
}

function seal(head: WordFileHead): string {
  return createHash('sha256')
    .update(JSON.stringify(sealed.parse(head)))
    .digest('hex');
}

function writeHead(head: WordFileHead): Buffer {
  return Buffer.from(JSON.stringify({ ...head, check: seal(head) }).padEnd(headBytes));
}

function readHead(bytes: Buffer): WordFileHead {
  const parsed = sealed.extend({ check: z.string() }).safeParse(parseJson(bytes.toString('utf8')));
  if (!parsed.success) throw new DamagedWords('its head is damaged');
  const { check, ...head } = parsed.data;
  if (check !== seal(head)) throw new DamagedWords('its head does not match its checksum');
  return head;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const changedMs = await stat(path).then(
      (info) => info.mtimeMs,
      () => Date.now(),
    );
    if (name.endsWith('.partial') && Date.now() - changedMs > keepPartialMs) await rm(path, { force: true });
  }
}

/** Where the postings of a term stand. */
export interface StoredList {
  /** Passages that hold it. */
  readonly count: number;
  /** Good until the next call. */
  readonly bytes: Uint8Array;
}

/**
 * A checked file of postings. Only the words and where their lists begin are kept in memory (12 MB at 100,000 passages, the
 * file has 45); a list is read when it is asked for, which takes microseconds from the system's cache of files.
 */
export class WordFile {
  readonly #terms = new Map<string, number>();
  readonly #starts: Float64Array;
  #scratch = Buffer.alloc(1 << 16);

  private constructor(
    private readonly descriptor: number,
    readonly head: WordFileHead,
    /** Ids of the passages by label, ascending. */
    readonly passages: Uint32Array,
    /** Terms in each passage by label. */
    readonly totals: Uint32Array,
    private readonly tables: {
      readonly counts: Uint32Array;
      readonly lengths: Uint32Array;
      readonly dictionary: string;
    },
  ) {
    tables.dictionary.split('\n').forEach((term, index) => {
      if (index < head.terms) this.#terms.set(term, index);
    });
    this.#starts = new Float64Array(head.terms);
    let at = headBytes + tableBytes(head);
    tables.lengths.forEach((length, index) => {
      this.#starts[index] = at;
      at += length;
    });
  }

  /**
   * Opens the file of a folder when it is exactly what was written by the same rules.
   * @returns null when there is none. @throws DamagedWords for a file that is not, saying why.
   */
  static async open(folder: string, identity: WordFileIdentity): Promise<WordFile | null> {
    let descriptor: number;
    try {
      descriptor = openSync(join(folder, wordFileName), 'r');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
    try {
      return await WordFile.#read(descriptor, identity);
    } catch (error) {
      closeSync(descriptor);
      throw error;
    }
  }

  static async #read(descriptor: number, { rules }: WordFileIdentity): Promise<WordFile> {
    const head = readHead(readAt(descriptor, 0, headBytes));
    if (head.rules !== rules) throw new DamagedWords('it was made by other rules');
    const { size } = fstatSync(descriptor);
    const expected = headBytes + tableBytes(head) + head.postingBytes;
    if (size !== expected) throw new DamagedWords(`it has ${size} bytes, ${expected} expected`);
    const tables = readAt(descriptor, headBytes, tableBytes(head));
    const hash = createHash('sha256');
    for (let at = 0; at < tables.length; at += bytesPerHash) {
      hash.update(tables.subarray(at, at + bytesPerHash));
      await breathe();
    }
    await hashRest(descriptor, { from: headBytes + tables.length, to: size }, hash);
    if (hash.digest('hex') !== head.sha256) throw new DamagedWords('it is not what was written');
    const { passages, terms } = head;
    const numbers = new Uint32Array(tables.buffer, tables.byteOffset, 2 * passages + 2 * terms);
    return new WordFile(descriptor, head, numbers.slice(0, passages), numbers.slice(passages, 2 * passages), {
      counts: numbers.slice(2 * passages, 2 * passages + terms),
      lengths: numbers.slice(2 * passages + terms),
      dictionary: tables.toString('utf8', numbers.byteLength),
    });
  }

  /** Passages that hold a term. */
  countOf(term: string): number {
    const index = this.#terms.get(term);
    return index === undefined ? 0 : this.tables.counts[index]!;
  }

  /** @throws DamagedWords when the file has become shorter. */
  listOf(term: string): StoredList | null {
    const index = this.#terms.get(term);
    if (index === undefined) return null;
    const length = this.tables.lengths[index]!;
    if (length > this.#scratch.length) this.#scratch = Buffer.alloc(length * 2);
    const read = readSync(this.descriptor, this.#scratch, 0, length, this.#starts[index]!);
    if (read !== length) throw new DamagedWords('it has become shorter');
    return { count: this.tables.counts[index]!, bytes: this.#scratch.subarray(0, length) };
  }

  close(): void {
    closeSync(this.descriptor);
  }
}

function tableBytes({ passages, terms, dictionaryBytes }: WordFileHead): number {
  return 4 * (2 * passages + 2 * terms) + dictionaryBytes;
}

function readAt(descriptor: number, from: number, length: number): Buffer {
  const bytes = Buffer.from(new ArrayBuffer(length));
  const read = readSync(descriptor, bytes, 0, length, from);
  if (read !== length) throw new DamagedWords('it ends too early');
  return bytes;
}

async function hashRest(
  descriptor: number,
  range: { readonly from: number; readonly to: number },
  hash: Hash,
): Promise<void> {
  const piece = Buffer.alloc(bytesPerHash);
  for (let at = range.from; at < range.to; ) {
    const read = readSync(descriptor, piece, 0, Math.min(bytesPerHash, range.to - at), at);
    if (read === 0) throw new DamagedWords('it ends too early');
    hash.update(piece.subarray(0, read));
    at += read;
    await breathe();
  }
}
