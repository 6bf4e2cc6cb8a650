import type { Corpus } from '../corpus.ts';
import type { ModelCount } from '../embedding/embeddings.ts';
import type { JobStatus } from '../sources/jobs.ts';
import { type CorpusCounts, countAll } from './verify.ts';

/** What `corpus stats` shows. */
export interface CorpusStatistics {
  readonly file: string;
  readonly bytes: number;
  readonly counts: CorpusCounts;
  readonly sourcesByStatus: Readonly<Record<string, number>>;
  readonly documentsByStatus: Readonly<Record<string, number>>;
  readonly documentsByLanguage: Readonly<Record<string, number>>;
  readonly models: readonly ModelCount[];
  readonly jobs: readonly { readonly kind: string; readonly status: JobStatus; readonly count: number }[];
  /** ISO time of the newest fetch, null for an empty corpus. */
  readonly newestFetch: string | null;
}

/** Counts what is stored. @param bytes size of the database file. */
export async function readStatistics(corpus: Corpus, bytes: number): Promise<CorpusStatistics> {
  const db = corpus.database;
  const group = (column: string, table: string) =>
    Object.fromEntries(
      db
        .prepare<[], [string, number]>(
          `SELECT ${column}, count(*) FROM ${table} GROUP BY 1 ORDER BY 2 DESC, 1`,
        )
        .raw()
        .all(),
    );
  return {
    file: db.name,
    bytes,
    counts: countAll(db),
    sourcesByStatus: group('status', 'sources'),
    documentsByStatus: group('status', 'documents'),
    documentsByLanguage: group('language', 'documents'),
    models: await corpus.embeddings.models(),
    jobs: await corpus.jobs.counts(),
    newestFetch: db.prepare<[], string | null>('SELECT max(fetched_at) FROM documents').pluck().get() ?? null,
  };
}

/** The statistics as lines of text. */
export function describeCorpus(statistics: CorpusStatistics): string {
  const { counts } = statistics;
  const list = (values: Readonly<Record<string, number>>) =>
    Object.entries(values)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ') || 'none';
  const models = statistics.models.map(
    ({ modelId, dimensions, count }) => `${count} of ${modelId} (${dimensions} dimensions)`,
  );
  const jobs = statistics.jobs.map(({ kind, status, count }) => `${kind} ${status} ${count}`);
  return [
    `corpus      ${statistics.file}, ${(statistics.bytes / 1e6).toFixed(1)} MB`,
    `sources     ${list(statistics.sourcesByStatus)}`,
    `documents   ${list(statistics.documentsByStatus)}; languages: ${list(statistics.documentsByLanguage)}`,
    `versions    ${counts.versions}`,
    `passages    ${counts.searchable} searchable of ${counts.passages}`,
    `vectors     ${models.join(', ') || 'none'}`,
    `jobs        ${jobs.join(', ') || 'none'}`,
    `unanswered  ${counts.unanswered}`,
    `last fetch  ${statistics.newestFetch ?? 'never'}`,
  ].join('\n');
}
