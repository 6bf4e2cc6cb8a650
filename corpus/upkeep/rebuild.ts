import { rmSync } from 'node:fs';
import { type Corpus, rebuildMark, rulesMark } from '../corpus.ts';
import type { FullTextIndexer } from '../documents/searchable.ts';
import type { VectorSource } from '../embedding/embeddings.ts';
import { fullTextSql } from '../schema.ts';
import { newEpoch } from '../storage/journal.ts';
import { breathe, type Db, inTransaction } from '../storage/sqlite.ts';
import { indexRules } from '../terms/index-rules.ts';
import { embedMissing, type Progress } from './embed-missing.ts';
import { rebuildWords } from './rebuild-words.ts';
import { fullTextProblem } from './verify.ts';

/** What {@link rebuildCorpus} works with. */
export interface RebuildOptions {
  readonly indexFields: FullTextIndexer;
  /** null leaves the vectors as they are. */
  readonly embed: VectorSource | null;
  /** Folder of the vector index, deleted at the end. */
  readonly vectorsFolder: string;
  readonly onProgress?: (task: 'words' | 'vectors', ...progress: Parameters<Progress>) => void;
}

/** What was done. */
export interface RebuildReport {
  readonly documents: number;
  readonly embedded: number;
  /** Vectors that nothing used any more. */
  readonly dropped: number;
}

/**
 * Makes everything again that follows from the stored texts: the word index, missing vectors, the vector cache. The
 * corpus can be read and written meanwhile; only a damaged word index is thrown away first, and then what is not
 * done yet is not found. Cut short, it can be started again.
 */
export async function rebuildCorpus(corpus: Corpus, options: RebuildOptions): Promise<RebuildReport> {
  const db = corpus.database;
  await corpus.meta.set(rebuildMark, new Date().toISOString());
  if (fullTextProblem(db) !== null) replaceFullText(db);
  const documents = await rebuildWords(db, options.indexFields, {
    onProgress: (...at) => options.onProgress?.('words', ...at),
  });
  await corpus.meta.set(rulesMark, indexRules());
  removeStrays(db);
  const embedded =
    options.embed === null
      ? 0
      : await embedMissing(corpus, options.embed, (...at) => options.onProgress?.('vectors', ...at));
  const dropped = options.embed === null ? 0 : await corpus.embeddings.prune([options.embed.modelId]);
  await mergeSegments(db);
  inTransaction(db, () => newEpoch(db));
  rmSync(options.vectorsFolder, { recursive: true, force: true });
  await corpus.meta.delete(rebuildMark);
  return { documents, embedded, dropped };
}

function replaceFullText(db: Db): void {
  inTransaction(db, () => {
    db.exec('DROP TABLE IF EXISTS passages_terms; DROP TABLE IF EXISTS passages_fts;');
    db.exec(fullTextSql);
    db.exec('UPDATE passages SET searchable = 0');
  });
}

function removeStrays(db: Db): void {
  db.exec(
    'DELETE FROM passages_fts WHERE rowid IN (SELECT id FROM passages_fts_docsize WHERE id NOT IN (SELECT id FROM passages WHERE searchable = 1))',
  );
}

/** Pages of the word index merged per statement: a few milliseconds of lock each. */
const mergePages = 500;

// FTS5 says through the count of changed rows whether there was anything left to merge.
async function mergeSegments(db: Db): Promise<void> {
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
  for (let more = true; more; await breathe()) {
    const before = changes.get()!;
    db.prepare("INSERT INTO passages_fts (passages_fts, rank) VALUES ('merge', ?)").run(mergePages);
    more = changes.get()! - before >= 2;
  }
}
