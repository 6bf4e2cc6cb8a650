import { type Db, statementCache } from './sqlite.ts';

/** One act of a person or process, as it is to be remembered. */
export interface AuditNote {
  readonly at: Date;
  /** Who: `cli`, `worker`, or a short name such as `p3` that only the people database can resolve. */
  readonly actor: string;
  /** What was done, one word: `approve`, `remove`, `retract`. */
  readonly act: string;
  /** What it was done to: `source:12`, `document:7`. */
  readonly subject: string;
  /** What else matters: a reason, a tier. Must survive JSON and hold nothing personal. */
  readonly details?: Readonly<Record<string, string | number | null>>;
}

/** An act that was remembered. */
export interface AuditEntry {
  readonly id: number;
  /** ISO time. */
  readonly at: string;
  readonly actor: string;
  readonly act: string;
  readonly subject: string;
  readonly details: Readonly<Record<string, string | number | null>>;
}

/** Which entries to read; all conditions hold together. */
export interface AuditFilter {
  readonly actor?: string;
  readonly act?: string;
  readonly subject?: string;
  /** ISO time. */
  readonly since?: string;
  /** Only entries with a greater number. */
  readonly afterId?: number;
}

/** What was done and by whom. Entries are only ever added; the database itself refuses to change one. */
export interface AuditLog {
  record(note: AuditNote): Promise<void>;
  /** Newest first unless `oldestFirst`. */
  list(
    filter?: AuditFilter & { readonly limit?: number; readonly oldestFirst?: boolean },
  ): Promise<AuditEntry[]>;
  count(filter?: AuditFilter): Promise<number>;
}

/**
 * The table of a log. Part of the published history of the databases that have one: never edited.
 * @internal
 */
export const auditSql = `
  CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    details TEXT NOT NULL
  ) STRICT;
  CREATE INDEX audit_subject ON audit (subject, id);
  CREATE INDEX audit_actor ON audit (actor, act, at);
  CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'the audit log is append only'); END;
  CREATE TRIGGER audit_undeleted BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'the audit log is append only'); END;
`;

/** Adds an entry; inside the transaction of the act, so that neither is there without the other. */
export function recordAudit(db: Db, note: AuditNote): void {
  statementCache(db)('INSERT INTO audit (at, actor, act, subject, details) VALUES (?, ?, ?, ?, ?)').run(
    note.at.toISOString(),
    note.actor,
    note.act,
    note.subject,
    JSON.stringify(note.details ?? {}),
  );
}

const where = `WHERE (@actor IS NULL OR actor = @actor) AND (@act IS NULL OR act = @act)
  AND (@subject IS NULL OR subject = @subject) AND (@since IS NULL OR at >= @since) AND id > @afterId`;

/** Opens the log of a database that has one. */
export function openAuditLog(db: Db): AuditLog {
  const sql = statementCache(db);
  const values = (filter: AuditFilter) => ({
    actor: filter.actor ?? null,
    act: filter.act ?? null,
    subject: filter.subject ?? null,
    since: filter.since ?? null,
    afterId: filter.afterId ?? 0,
  });
  const select = (order: 'ASC' | 'DESC') =>
    sql<Omit<AuditEntry, 'details'> & { readonly details: string }>(
      `SELECT id, at, actor, act, subject, details FROM audit ${where} ORDER BY id ${order} LIMIT @limit`,
    );
  return {
    record: async (note) => recordAudit(db, note),
    list: async ({ limit = 100, oldestFirst = false, ...filter } = {}) =>
      select(oldestFirst ? 'ASC' : 'DESC')
        .all({ ...values(filter), limit })
        .map((row) => ({ ...row, details: JSON.parse(row.details) as AuditEntry['details'] })),
    count: async (filter = {}) =>
      sql<{ n: number }>(`SELECT count(*) AS n FROM audit ${where}`).get(values(filter))!.n,
  };
}
