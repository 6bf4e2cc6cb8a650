import { auditSql } from './storage/audit-log.ts';
import { type Migration, sqlMigration } from './storage/migrations.ts';

const meta = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  INSERT INTO meta (key, value) VALUES ('epoch', lower(hex(randomblob(8))));
`;

const sources = `
  CREATE TABLE sources (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    url TEXT NOT NULL,
    address TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('feed', 'page', 'sitemap', 'file', 'starter')),
    title TEXT NOT NULL,
    publisher TEXT NOT NULL,
    language TEXT NOT NULL,
    tier TEXT NOT NULL CHECK (tier IN ('official', 'established', 'unreviewed')),
    status TEXT NOT NULL CHECK (status IN ('pending', 'trial', 'active', 'paused', 'rejected', 'removed')),
    status_before_removal TEXT,
    reason TEXT,
    schedule_minutes INTEGER NOT NULL CHECK (schedule_minutes > 0),
    next_at TEXT,
    etag TEXT,
    last_modified TEXT,
    last_attempt_at TEXT,
    last_success_at TEXT,
    last_error TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    trial_until TEXT,
    added_by TEXT,
    added_at TEXT NOT NULL,
    removed_at TEXT
  ) STRICT;
  CREATE INDEX sources_due ON sources (status, next_at);
`;

// `address` is the normalised url. A brief may retell a page that is stored as well, so only pages are unique by it.
const documents = `
  CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    source_id INTEGER REFERENCES sources (id),
    url TEXT NOT NULL,
    address TEXT NOT NULL,
    title TEXT NOT NULL,
    publisher TEXT NOT NULL,
    published TEXT,
    language TEXT NOT NULL,
    kind TEXT NOT NULL,
    tier TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('current', 'held', 'retracted', 'vanished')),
    status_reason TEXT,
    is_brief INTEGER NOT NULL DEFAULT 0,
    donors TEXT NOT NULL DEFAULT '[]',
    topics TEXT NOT NULL DEFAULT '[]',
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    version_id INTEGER NOT NULL REFERENCES versions (id) DEFERRABLE INITIALLY DEFERRED,
    content_hash TEXT NOT NULL,
    simhash TEXT NOT NULL,
    words INTEGER NOT NULL,
    duplicate_of INTEGER REFERENCES documents (id)
  ) STRICT;
  CREATE UNIQUE INDEX documents_page ON documents (address) WHERE is_brief = 0;
  CREATE INDEX documents_address ON documents (address);
  CREATE INDEX documents_source ON documents (source_id);
  CREATE INDEX documents_content ON documents (content_hash);
  CREATE INDEX documents_changed ON documents (changed_at);
  CREATE INDEX documents_simhash_1 ON documents (substr(simhash, 1, 4));
  CREATE INDEX documents_simhash_2 ON documents (substr(simhash, 5, 4));
  CREATE INDEX documents_simhash_3 ON documents (substr(simhash, 9, 4));
  CREATE INDEX documents_simhash_4 ON documents (substr(simhash, 13, 4));

  CREATE TABLE versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    UNIQUE (document_id, number)
  ) STRICT;
`;

// A passage whose text survives an edit keeps its row and moves to the new version, so its id and key stay cited.
// `current`: part of the document's present version. `searchable`: in the word index now.
const passages = `
  CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL,
    document_id INTEGER NOT NULL REFERENCES documents (id),
    version_id INTEGER NOT NULL REFERENCES versions (id),
    first_version_id INTEGER NOT NULL REFERENCES versions (id),
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    heading TEXT,
    page INTEGER,
    context TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    current INTEGER NOT NULL,
    searchable INTEGER NOT NULL DEFAULT 0,
    UNIQUE (document_id, key)
  ) STRICT;
  CREATE INDEX passages_key ON passages (key);
  CREATE INDEX passages_content ON passages (content_hash);
  CREATE INDEX passages_version ON passages (version_id, ordinal);
  CREATE INDEX passages_searchable ON passages (id) WHERE searchable = 1;

  CREATE TABLE embeddings (
    id INTEGER PRIMARY KEY,
    content_hash TEXT NOT NULL,
    model_id TEXT NOT NULL,
    dimensions INTEGER NOT NULL CHECK (dimensions > 0),
    vector BLOB NOT NULL CHECK (length(vector) = 4 * dimensions),
    UNIQUE (content_hash, model_id)
  ) STRICT;

  CREATE TABLE passage_changes (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    passage_id INTEGER NOT NULL,
    change TEXT NOT NULL CHECK (change IN ('added', 'removed'))
  ) STRICT;
`;

/**
 * The word index. Its columns hold tokens prepared in JavaScript, so the tokenizer only splits at spaces. Contentless:
 * the words are in `passages` already, and the index can always be made again from there.
 */
export const fullTextSql = `
  CREATE VIRTUAL TABLE passages_fts USING fts5(
    stems, concepts, grams, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"
  );
  CREATE VIRTUAL TABLE passages_terms USING fts5vocab('passages_fts', 'col');
`;

const jobs = `
  CREATE TABLE jobs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    dedupe_key TEXT,
    status TEXT NOT NULL CHECK (status IN ('queued', 'running', 'done', 'dead')),
    attempts INTEGER NOT NULL DEFAULT 0,
    max_attempts INTEGER NOT NULL,
    run_after TEXT NOT NULL,
    lease_ms INTEGER,
    lease_until TEXT,
    progress TEXT,
    result TEXT,
    error TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX jobs_waiting ON jobs (status, run_after);
  CREATE UNIQUE INDEX jobs_dedupe ON jobs (kind, dedupe_key) WHERE status IN ('queued', 'running');
`;

// No column here may tell who asked or who judged.
const readers = `
  CREATE TABLE unanswered (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    question_hash TEXT NOT NULL UNIQUE,
    question TEXT NOT NULL,
    language TEXT NOT NULL,
    asked_count INTEGER NOT NULL DEFAULT 1,
    first_at TEXT NOT NULL,
    last_at TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'dismissed', 'answered'))
  ) STRICT;
  CREATE INDEX unanswered_open ON unanswered (status, asked_count);

  CREATE TABLE feedback (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    verdict TEXT NOT NULL CHECK (verdict IN ('good', 'bad')),
    reason TEXT,
    question TEXT,
    passages TEXT NOT NULL DEFAULT '[]',
    at TEXT NOT NULL
  ) STRICT;
`;

// The audit log stands beside what it tells of, so that an act and its entry are one transaction. Actors are short names:
// who is behind them stands, encrypted, in the database of people.
const moderation = `
  ${auditSql}
  CREATE TABLE source_checks (
    source_id INTEGER PRIMARY KEY REFERENCES sources (id),
    job_id INTEGER NOT NULL,
    report TEXT,
    checked_at TEXT,
    question_id INTEGER REFERENCES unanswered (id)
  ) STRICT;
`;

// The terms of a passage sentence by sentence, so that ranking need not read a hundred texts for every question. As the
// word index it can always be made again; a passage without a row is read when it is ranked.
const rankingTerms = `
  CREATE TABLE ranking_terms (
    passage_id INTEGER PRIMARY KEY,
    terms BLOB NOT NULL
  ) STRICT;
`;

// With `searchable` in it the passages that have a vector are counted without reading a single text: 33 ms instead of 235 at
// 100,000 passages, twice at every start.
const passagesContent = `
  DROP INDEX passages_content;
  CREATE INDEX passages_content ON passages (content_hash, searchable);
`;

/** History of the corpus database, oldest first; append only. */
export const corpusMigrations: readonly Migration[] = [
  sqlMigration('meta', meta),
  sqlMigration('sources', sources),
  sqlMigration('documents', documents),
  sqlMigration('passages', passages),
  sqlMigration('full-text', fullTextSql),
  sqlMigration('jobs', jobs),
  sqlMigration('readers', readers),
  sqlMigration('moderation', moderation),
  sqlMigration('ranking-terms', rankingTerms),
  sqlMigration('passages-content-searchable', passagesContent),
];
