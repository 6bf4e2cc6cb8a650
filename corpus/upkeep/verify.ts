import type { Corpus } from '../corpus.ts';
import type { VectorSource } from '../embedding/embeddings.ts';
import { messageOf } from '../errors.ts';
import { breathe, type Db, isBusy } from '../storage/sqlite.ts';

/** How much the corpus holds. */
export interface CorpusCounts {
  readonly sources: number;
  readonly documents: number;
  readonly versions: number;
  readonly passages: number;
  /** Passages that answers may use. */
  readonly searchable: number;
  readonly embeddings: number;
  readonly jobs: number;
  readonly unanswered: number;
}

/** What a check of the corpus found; no problems means that it is sound. */
export interface VerifyReport {
  readonly counts: CorpusCounts;
  /** One line each; of many like ones the first few and their number. */
  readonly problems: readonly string[];
}

const shownExamples = 5;

/**
 * Checks the file, the word index, that every passage is the stretch of stored text that it says it is, that exactly the
 * passages that may be answered from are findable, and that each has a vector. Reads only; several processes may go on.
 * @param model null leaves the vectors out.
 */
export async function verifyCorpus(
  corpus: Pick<Corpus, 'database' | 'embeddings'>,
  model: Pick<VectorSource, 'modelId' | 'dimensions'> | null,
): Promise<VerifyReport> {
  const db = corpus.database;
  const problems: string[] = [];
  for (const check of [checkFile, checkFullText, checkVisibility]) {
    problems.push(...check(db));
    await breathe();
  }
  problems.push(...(await checkOffsets(db)));
  if (model !== null) problems.push(...(await checkVectors(corpus, model)));
  return { counts: countAll(db), problems };
}

/** Counts of everything, for `stats`. */
export function countAll(db: Db): CorpusCounts {
  const count = (from: string) => db.prepare<[], number>(`SELECT count(*) FROM ${from}`).pluck().get()!;
  return {
    sources: count("sources WHERE status <> 'removed'"),
    documents: count('documents'),
    versions: count('versions'),
    passages: count('passages'),
    searchable: count('passages WHERE searchable = 1'),
    embeddings: count('embeddings'),
    jobs: count('jobs'),
    unanswered: count("unanswered WHERE status = 'open'"),
  };
}

function checkFile(db: Db): string[] {
  const lines = db.prepare<[], string>('PRAGMA integrity_check(5)').pluck().all();
  const broken = db.prepare('PRAGMA foreign_key_check').all().length;
  return [
    ...lines.filter((line) => line !== 'ok').map((line) => `database file: ${line}`),
    ...(broken > 0 ? [`${broken} rows point at rows that are not there`] : []),
  ];
}

/** Why the word index cannot be used, null when it can. */
export function fullTextProblem(db: Db): string | null {
  try {
    db.prepare("INSERT INTO passages_fts (passages_fts) VALUES ('integrity-check')").run();
    const listed = db.prepare<[], number>('SELECT coalesce(sum(cnt), 0) FROM passages_terms').pluck().get()!;
    const expected = countIndexedTerms(db);
    return listed === expected ? null : `it lists ${listed} terms where ${expected} were put in`;
  } catch (error) {
    if (isBusy(error)) throw error;
    return messageOf(error);
  }
}

// SQLite's own check does not miss terms that are gone from an index without content. How many terms each passage
// has is kept apart from the lists of terms: one variable-length integer per column.
function countIndexedTerms(db: Db): number {
  let total = 0;
  for (const size of db.prepare<[], Buffer>('SELECT sz FROM passages_fts_docsize').pluck().iterate()) {
    let value = 0;
    for (const byte of size) {
      value = value * 128 + (byte & 127);
      if (byte >= 128) continue;
      total += value;
      value = 0;
    }
  }
  return total;
}

function checkFullText(db: Db): string[] {
  const problem = fullTextProblem(db);
  return problem === null
    ? checkWordRows(db)
    : [`word index: ${problem} (npm run corpus -- rebuild makes it anew)`];
}

function checkWordRows(db: Db): string[] {
  const ids = (sql: string) => db.prepare<[], number>(sql).pluck().all();
  return [
    ...summarise(
      'is searchable but not in the word index',
      ids('SELECT id FROM passages WHERE searchable = 1 AND id NOT IN (SELECT id FROM passages_fts_docsize)'),
    ),
    ...summarise(
      'is in the word index but must not be found',
      ids(
        'SELECT id FROM passages_fts_docsize WHERE id NOT IN (SELECT id FROM passages WHERE searchable = 1)',
      ),
    ),
  ];
}

function checkVisibility(db: Db): string[] {
  const ids = db
    .prepare<[], number>(
      `SELECT passages.id FROM passages JOIN documents ON documents.id = passages.document_id
       LEFT JOIN sources ON sources.id = documents.source_id
       WHERE searchable = 1 AND (current = 0 OR documents.status <> 'current' OR passages.version_id <> documents.version_id
         OR coalesce(sources.status, 'active') IN ('pending', 'rejected', 'removed'))`,
    )
    .pluck()
    .all();
  return summarise('can be found although its document or source is not in use', ids);
}

async function checkOffsets(db: Db): Promise<string[]> {
  const wrong: number[] = [];
  const versions = db.prepare<[], number>('SELECT DISTINCT version_id FROM passages').pluck().all();
  const textOf = db.prepare<[number], string>('SELECT text FROM versions WHERE id = ?').pluck();
  const passagesOf = db.prepare<[number], { id: number; text: string; start: number; end: number }>(
    'SELECT id, text, "start", "end" FROM passages WHERE version_id = ?',
  );
  for (const [index, version] of versions.entries()) {
    const text = textOf.get(version) ?? '';
    for (const passage of passagesOf.all(version)) {
      if (text.slice(passage.start, passage.end) !== passage.text) wrong.push(passage.id);
    }
    if (index % 500 === 0) await breathe();
  }
  return summarise('is not the stretch of its document that it says', wrong);
}

async function checkVectors(
  corpus: Pick<Corpus, 'database' | 'embeddings'>,
  model: Pick<VectorSource, 'modelId' | 'dimensions'>,
): Promise<string[]> {
  const missing = await corpus.embeddings.countMissing(model.modelId);
  const wrong = corpus.database
    .prepare<[string, number], number>(
      'SELECT count(*) FROM embeddings WHERE model_id = ? AND dimensions <> ?',
    )
    .pluck()
    .get(model.modelId, model.dimensions)!;
  return [
    ...(missing > 0
      ? [`${missing} passages have no vector of ${model.modelId} (npm run corpus -- rebuild computes them)`]
      : []),
    ...(wrong > 0
      ? [`${wrong} vectors of ${model.modelId} do not have its ${model.dimensions} dimensions`]
      : []),
  ];
}

function summarise(what: string, ids: readonly number[]): string[] {
  if (ids.length === 0) return [];
  const shown = ids.slice(0, shownExamples).map((id) => `passage ${id} ${what}`);
  return ids.length > shownExamples ? [...shown, `... and ${ids.length - shownExamples} more`] : shown;
}
