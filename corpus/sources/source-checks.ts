import { type Db, inTransaction, statementCache } from '../storage/sqlite.ts';
import { type SourceReport, sourceReport } from './source-report.ts';
import type { SourceKind } from './sources.ts';
import { uploadOf, uploadTitle } from './uploads.ts';

/** The last look at a source before it was let in. */
export interface SourceCheck {
  readonly sourceId: number;
  /** The job that looks, or looked. */
  readonly jobId: number;
  /** Null while the job is at work, or when it gave up. */
  readonly report: SourceReport | null;
  /** ISO time of the report. */
  readonly checkedAt: string | null;
  /** The unanswered question that the source was suggested for. */
  readonly questionId: number | null;
}

/** Looks at sources, one kept per source. */
export interface SourceChecks {
  find(sourceId: number): Promise<SourceCheck | null>;
  /** A job looks at the source now; the former report gives way. A question once named stays. */
  start(sourceId: number, jobId: number, questionId?: number): Promise<void>;
  /**
   * Keeps what the job found and gives a source that still waits the kind, title, publisher and language found.
   * @returns false when another job looks at the source by now.
   */
  finish(sourceId: number, jobId: number, report: SourceReport, now: Date): Promise<boolean>;
}

const columns = `source_id AS sourceId, job_id AS jobId, report, checked_at AS checkedAt, question_id AS questionId`;

/** Longest title or publisher taken from a page. */
const maxNameLength = 200;

/** Opens the checks in a corpus database. */
export function openSourceChecks(db: Db): SourceChecks {
  const sql = statementCache(db);
  return {
    find: async (sourceId) => {
      const row = sql<Omit<SourceCheck, 'report'> & { readonly report: string | null }>(
        `SELECT ${columns} FROM source_checks WHERE source_id = ?`,
      ).get(sourceId);
      if (row === undefined) return null;
      return { ...row, report: row.report === null ? null : sourceReport.parse(JSON.parse(row.report)) };
    },
    start: async (sourceId, jobId, questionId) =>
      void sql(
        `INSERT INTO source_checks (source_id, job_id, question_id) VALUES (?, ?, ?)
         ON CONFLICT (source_id) DO UPDATE SET job_id = excluded.job_id, report = NULL, checked_at = NULL,
           question_id = coalesce(excluded.question_id, question_id)`,
      ).run(sourceId, jobId, questionId ?? null),
    finish: async (sourceId, jobId, report, now) =>
      inTransaction(db, () => {
        const kept = sql(
          'UPDATE source_checks SET report = ?, checked_at = ? WHERE source_id = ? AND job_id = ?',
        ).run(JSON.stringify(report), now.toISOString(), sourceId, jobId);
        if (kept.changes === 0) return false;
        const kind: SourceKind = report.kind === 'none' ? 'page' : report.kind;
        sql(
          `UPDATE sources SET kind = ?, title = ?, publisher = ?, language = ? WHERE id = ? AND status = 'pending' AND added_by <> 'import'`,
        ).run(
          kind,
          titleOf(report).slice(0, maxNameLength),
          report.publisher.slice(0, maxNameLength),
          report.language ?? 'und',
          sourceId,
        );
        return true;
      }),
  };
}

function titleOf({ title, host, url }: SourceReport): string {
  const found = title?.trim() ?? '';
  return found || host || uploadTitle(uploadOf(url) ?? url);
}
