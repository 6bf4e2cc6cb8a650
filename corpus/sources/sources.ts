import type { Language, Tier } from '../document.ts';
import { type FullTextIndexer, openSearchable } from '../documents/searchable.ts';
import { UserError } from '../errors.ts';
import { normaliseAddress } from '../keys/address.ts';
import { type AuditNote, recordAudit } from '../storage/audit-log.ts';
import { type Db, inTransaction, statementCache } from '../storage/sqlite.ts';
import { assertMove, type SourceStatus } from './source-status.ts';

export type { SourceStatus } from './source-status.ts';

/** How documents of a source are found. */
export type SourceKind = 'feed' | 'page' | 'sitemap' | 'file' | 'starter';

/** A place that documents come from. Times are ISO; null means never or none. */
export interface Source {
  readonly id: number;
  readonly url: string;
  readonly kind: SourceKind;
  readonly title: string;
  readonly publisher: string;
  readonly language: Language;
  readonly tier: Tier;
  readonly status: SourceStatus;
  /** Why it was rejected, paused or removed. */
  readonly reason: string | null;
  readonly scheduleMinutes: number;
  /** When to fetch next; null for a source in use means now. */
  readonly nextAt: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly lastAttemptAt: string | null;
  readonly lastSuccessAt: string | null;
  /** In plain words; null after a success. */
  readonly lastError: string | null;
  /** Failures in a row. */
  readonly failures: number;
  readonly trialUntil: string | null;
  /** Opaque: whoever adds sources decides what it says. */
  readonly addedBy: string | null;
  readonly addedAt: string;
  readonly removedAt: string | null;
}

/** A source with what came of it. */
export interface SourceSummary extends Source {
  readonly documents: number;
  /** Passages that can be found now. */
  readonly passages: number;
}

/** What adding a source takes. */
export interface SourceDraft {
  readonly url: string;
  readonly kind: SourceKind;
  readonly title: string;
  readonly publisher: string;
  readonly language: Language;
  readonly tier: Tier;
  /** `pending` unless given. */
  readonly status?: SourceStatus;
  readonly scheduleMinutes?: number;
  readonly addedBy?: string | null;
  readonly trialUntil?: string | null;
}

/** How a fetch of a source ended. */
export type FetchReport =
  | {
      readonly ok: true;
      readonly nextAt: string;
      readonly etag: string | null;
      readonly lastModified: string | null;
    }
  | { readonly ok: false; readonly nextAt: string; readonly error: string };

/** An audit note about a source whose number is not known yet. */
export type SourceNote = Omit<AuditNote, 'subject'>;

/** What a moderator may change without a change of status. */
export type SourceChanges = Partial<
  Pick<Source, 'title' | 'publisher' | 'language' | 'tier' | 'scheduleMinutes' | 'kind' | 'url' | 'nextAt'>
>;

/**
 * The sources and their life. Every method throws UserError for a number that is no source. A `note` goes into the audit
 * log in the same transaction as the change.
 */
export interface Sources {
  /** @throws UserError when the address is a source already; one that was rejected or removed starts again. */
  add(draft: SourceDraft, now: Date, note?: SourceNote): Promise<Source>;
  find(id: number): Promise<Source | null>;
  findByUrl(url: string): Promise<Source | null>;
  /** Oldest first; all but the removed unless `statuses` says otherwise. */
  list(filter?: { readonly statuses?: readonly SourceStatus[] }): Promise<SourceSummary[]>;
  /** Trial and active sources whose time has come, longest waiting first. */
  due(now: Date): Promise<Source[]>;
  update(id: number, changes: SourceChanges, note?: AuditNote): Promise<Source>;
  /** @throws UserError for a move that the rules do not allow. `removed` is made by `remove`. */
  setStatus(
    id: number,
    status: SourceStatus,
    options?: { readonly reason?: string; readonly trialUntil?: Date; readonly note?: AuditNote },
  ): Promise<Source>;
  recordFetch(id: number, report: FetchReport, now: Date): Promise<void>;
  /** Takes the source and all its passages out of every answer; `restore` undoes it. */
  remove(
    id: number,
    options: { readonly now: Date; readonly reason?: string; readonly note?: AuditNote },
  ): Promise<void>;
  /** Brings a removed source back to what it was. */
  restore(id: number, note?: AuditNote): Promise<Source>;
}

const defaultScheduleMinutes = 60;

const sourceColumns = `sources.id, sources.url, sources.kind, sources.title, sources.publisher, sources.language, sources.tier,
  sources.status, sources.reason, schedule_minutes AS scheduleMinutes, next_at AS nextAt, etag, last_modified AS lastModified,
  last_attempt_at AS lastAttemptAt, last_success_at AS lastSuccessAt, last_error AS lastError, failures,
  trial_until AS trialUntil, added_by AS addedBy, added_at AS addedAt, removed_at AS removedAt`;

const selectSource = `SELECT ${sourceColumns} FROM sources`;

/** Opens the sources of a corpus database. */
export function openSources(db: Db, indexFields: FullTextIndexer): Sources {
  const sql = statementCache(db);
  const find = (id: number) => sql<Source>(`${selectSource} WHERE id = ?`).get(id) ?? null;
  const get = (id: number) => {
    const source = find(id);
    if (source === null)
      throw new UserError(`There is no source with number ${id}: see the list of sources.`);
    return source;
  };
  const changeVisibility = visibilityChanger(db, indexFields);
  return {
    add: async (draft, now, note) => {
      const source = inTransaction(db, () => {
        const added = get(addSource(db, draft, now));
        if (note !== undefined) recordAudit(db, { ...note, subject: `source:${added.id}` });
        return added;
      });
      await changeVisibility(source.id, () => undefined);
      return source;
    },
    find: async (id) => find(id),
    findByUrl: async (url) =>
      sql<Source>(`${selectSource} WHERE address = ?`).get(normaliseAddress(url)) ?? null,
    list: async ({ statuses = ['pending', 'trial', 'active', 'paused', 'rejected'] } = {}) =>
      sql<SourceSummary>(listSources).all(JSON.stringify(statuses)),
    due: async (now) => sql<Source>(dueSources).all(now.toISOString()),
    update: async (id, changes, note) =>
      inTransaction(db, () => {
        updateSource(db, get(id), changes);
        if (note !== undefined) recordAudit(db, note);
        return get(id);
      }),
    setStatus: async (id, status, { reason, trialUntil, note } = {}) => {
      if (status === 'removed') throw new Error('remove() removes a source');
      await changeVisibility(id, () => {
        assertMove(get(id).status, status);
        sql('UPDATE sources SET status = ?, reason = ?, trial_until = ? WHERE id = ?').run(
          status,
          reason ?? null,
          trialUntil?.toISOString() ?? null,
          id,
        );
        if (note !== undefined) recordAudit(db, note);
      });
      return get(id);
    },
    recordFetch: async (id, report, now) => recordFetch(db, get(id).id, report, now),
    remove: (id, { now, reason, note }) =>
      changeVisibility(id, () => {
        assertMove(get(id).status, 'removed');
        sql(
          `UPDATE sources SET status_before_removal = status, status = 'removed', removed_at = ?, reason = ? WHERE id = ?`,
        ).run(now.toISOString(), reason ?? null, id);
        if (note !== undefined) recordAudit(db, note);
      }),
    restore: async (id, note) => {
      await changeVisibility(id, () => {
        if (get(id).status !== 'removed')
          throw new UserError(`Source ${id} is not removed, so there is nothing to undo.`);
        sql(
          `UPDATE sources SET status = coalesce(status_before_removal, 'pending'), status_before_removal = NULL,
             removed_at = NULL, reason = NULL WHERE id = ?`,
        ).run(id);
        if (note !== undefined) recordAudit(db, note);
      });
      return get(id);
    },
  };
}

const listSources = `SELECT ${sourceColumns},
    (SELECT count(*) FROM documents WHERE documents.source_id = sources.id) AS documents,
    (SELECT count(*) FROM documents JOIN passages ON passages.document_id = documents.id
      WHERE documents.source_id = sources.id AND passages.searchable = 1) AS passages
  FROM sources WHERE sources.status IN (SELECT value FROM json_each(?)) ORDER BY sources.id`;

const dueSources = `${selectSource} WHERE status IN ('trial', 'active') AND kind NOT IN ('file', 'starter')
  AND (next_at IS NULL OR next_at <= ?) ORDER BY next_at, id`;

/** Changes a source and moves its documents' passages in or out of the word index in one transaction. */
function visibilityChanger(db: Db, indexFields: FullTextIndexer) {
  const searchable = openSearchable(db, indexFields);
  // Briefs give way to pages at the same address, so documents of other sources may change with these.
  const affected = db
    .prepare<[number], number>(
      `SELECT other.id FROM documents AS one JOIN documents AS other ON other.address = one.address
       WHERE one.source_id = ? GROUP BY other.id`,
    )
    .pluck();
  return async (sourceId: number, change: () => void) => {
    const prepared = await searchable.prepare(affected.all(sourceId));
    inTransaction(db, () => {
      change();
      searchable.sync(affected.all(sourceId), prepared);
    });
  };
}

function addSource(db: Db, draft: SourceDraft, now: Date): number {
  const sql = statementCache(db);
  const address = normaliseAddress(draft.url);
  const known = sql<{ id: number; status: SourceStatus }>(
    'SELECT id, status FROM sources WHERE address = ?',
  ).get(address);
  if (known !== undefined && known.status !== 'rejected' && known.status !== 'removed') {
    throw new UserError(`${draft.url} is a source already (number ${known.id}, ${known.status}).`);
  }
  const columns = {
    url: draft.url,
    address,
    kind: draft.kind,
    title: draft.title,
    publisher: draft.publisher,
    language: draft.language,
    tier: draft.tier,
    status: draft.status ?? 'pending',
    schedule_minutes: draft.scheduleMinutes ?? defaultScheduleMinutes,
    trial_until: draft.trialUntil ?? null,
    added_by: draft.addedBy ?? null,
    added_at: now.toISOString(),
  };
  const names = Object.keys(columns);
  const fresh =
    'reason = NULL, removed_at = NULL, status_before_removal = NULL, failures = 0, last_error = NULL, etag = NULL, last_modified = NULL, next_at = NULL';
  const row = sql<{ id: number }>(
    `INSERT INTO sources (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})
     ON CONFLICT (address) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(', ')}, ${fresh} RETURNING id`,
  ).get(columns)!;
  return row.id;
}

function updateSource(db: Db, source: Source, changes: SourceChanges): void {
  const next = { ...source, ...changes };
  statementCache(db)(
    `UPDATE sources SET title = @title, publisher = @publisher, language = @language, tier = @tier, kind = @kind,
       schedule_minutes = @scheduleMinutes, url = @url, address = @address, next_at = @nextAt WHERE id = @id`,
  ).run({ ...next, address: normaliseAddress(next.url) });
  if (next.tier !== source.tier) {
    setDocumentTiers(db, { ...source, ...changes });
  }
}

/** Pages of other sites that a source led to: nobody but their own site can make them official. */
function setDocumentTiers(db: Db, source: Source): void {
  const sql = statementCache(db);
  const documents = sql<{ id: number; url: string }>('SELECT id, url FROM documents WHERE source_id = ?').all(
    source.id,
  );
  const set = sql('UPDATE documents SET tier = ? WHERE id = ?');
  for (const { id, url } of documents) {
    const isTheirs = source.tier !== 'official' || siteOf(url) === siteOf(source.url);
    set.run(isTheirs ? source.tier : 'established', id);
  }
}

function siteOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;
}

function recordFetch(db: Db, id: number, report: FetchReport, now: Date): void {
  const sql = statementCache(db);
  const at = now.toISOString();
  if (report.ok) {
    sql(
      `UPDATE sources SET last_attempt_at = ?, last_success_at = ?, last_error = NULL, failures = 0, next_at = ?, etag = ?,
         last_modified = ? WHERE id = ?`,
    ).run(at, at, report.nextAt, report.etag, report.lastModified, id);
  } else {
    sql(
      'UPDATE sources SET last_attempt_at = ?, last_error = ?, failures = failures + 1, next_at = ? WHERE id = ?',
    ).run(at, report.error, report.nextAt, id);
  }
}
