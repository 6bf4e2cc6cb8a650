import { auditSql } from '../../corpus/storage/audit-log.ts';
import { type Migration, sqlMigration } from '../../corpus/storage/migrations.ts';

// `sealed` columns are encrypted; `fingerprint` and `lane` are keyed hashes of a chat. Nothing else names a person.
const chats = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE chats (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fingerprint BLOB NOT NULL UNIQUE,
    sealed BLOB NOT NULL,
    reachable INTEGER NOT NULL DEFAULT 1,
    seen_at INTEGER NOT NULL
  ) STRICT;
`;

// A finished row keeps nothing but the number of the update, so that a repeat is recognised.
const inbox = `
  CREATE TABLE inbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    update_id INTEGER NOT NULL UNIQUE,
    lane BLOB,
    sealed BLOB,
    urgent INTEGER NOT NULL DEFAULT 0,
    overflow INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'working', 'done')),
    attempts INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL DEFAULT 0,
    received_at INTEGER NOT NULL,
    done_at INTEGER
  ) STRICT;
  CREATE INDEX inbox_open ON inbox (urgent DESC, overflow DESC, seq) WHERE state = 'pending';
  CREATE INDEX inbox_lanes ON inbox (lane, seq) WHERE state <> 'done';
  CREATE INDEX inbox_done ON inbox (done_at) WHERE state = 'done';
`;

const outbox = `
  CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('answer', 'digest', 'notice')),
    priority INTEGER NOT NULL,
    lane BLOB,
    is_group INTEGER NOT NULL,
    sealed BLOB,
    state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sending', 'sent', 'failed', 'uncertain')),
    attempts INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    sent_at INTEGER,
    settled_at INTEGER,
    message_id INTEGER,
    problem TEXT
  ) STRICT;
  CREATE INDEX outbox_open ON outbox (priority, id) WHERE state = 'pending';
  CREATE INDEX outbox_lanes ON outbox (lane);
  CREATE INDEX outbox_states ON outbox (state, settled_at);
  CREATE INDEX outbox_recent ON outbox (sent_at) WHERE sent_at IS NOT NULL;
`;

const answers = `
  CREATE TABLE presses (
    place BLOB PRIMARY KEY,
    data BLOB NOT NULL,
    update_id INTEGER NOT NULL,
    pressed_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE answers (
    id TEXT PRIMARY KEY,
    chat INTEGER NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    sealed BLOB NOT NULL,
    generation INTEGER NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX answers_chat ON answers (chat);
  CREATE INDEX answers_age ON answers (created_at);
  CREATE TABLE votes (
    voter BLOB PRIMARY KEY,
    answer TEXT NOT NULL,
    vote TEXT NOT NULL CHECK (vote IN ('up', 'down')),
    reason TEXT,
    passages TEXT NOT NULL,
    voted_on TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

// What a chat wants is sealed; `topic` is a keyed hash. `news` is the order in which we learned of documents: it names
// no person and stands here because it must outlive a rebuild of the corpus.
const digests = `
  CREATE TABLE subscriptions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE,
    chat INTEGER NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    sealed BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'active', 'paused')),
    instant INTEGER NOT NULL,
    next_at INTEGER,
    after_seq INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX subscriptions_chat ON subscriptions (chat);
  CREATE INDEX subscriptions_due ON subscriptions (next_at) WHERE state = 'active' AND next_at IS NOT NULL;
  CREATE TABLE subscription_topics (
    topic BLOB NOT NULL,
    subscription INTEGER NOT NULL REFERENCES subscriptions (id) ON DELETE CASCADE,
    PRIMARY KEY (topic, subscription)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX subscription_topics_back ON subscription_topics (subscription);
  CREATE TABLE news (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    document TEXT NOT NULL,
    content TEXT NOT NULL,
    seen_at INTEGER,
    UNIQUE (document, content)
  ) STRICT;
  CREATE TABLE broadcasts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE,
    sealed BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'waiting', 'done', 'cancelled')),
    due_at INTEGER,
    chats_done INTEGER NOT NULL DEFAULT 0,
    last_chat INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL
  ) STRICT;
`;

// Audit logs name people by their number in `staff`; the row stays when a moderator leaves, so that old acts keep an author.
// `cited` holds keyed hashes of passages: who asked for what cannot be read from it.
const moderation = `
  CREATE TABLE staff (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fingerprint BLOB NOT NULL UNIQUE,
    sealed BLOB NOT NULL,
    is_moderator INTEGER NOT NULL DEFAULT 0,
    since INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE invitations (
    token BLOB PRIMARY KEY,
    invited_by INTEGER NOT NULL REFERENCES staff (id),
    expires_at INTEGER NOT NULL,
    used_by INTEGER REFERENCES staff (id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE source_cards (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat INTEGER NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    source INTEGER NOT NULL,
    is_submitter INTEGER NOT NULL,
    language TEXT NOT NULL,
    message_id INTEGER,
    outbox INTEGER,
    shown TEXT NOT NULL,
    is_watched INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    UNIQUE (chat, source)
  ) STRICT;
  CREATE INDEX source_cards_source ON source_cards (source);
  CREATE INDEX source_cards_watched ON source_cards (id) WHERE is_watched = 1;
  CREATE TABLE prompts (
    lane BLOB NOT NULL,
    message_id INTEGER NOT NULL,
    purpose TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (lane, message_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE positions (name TEXT PRIMARY KEY, position INTEGER NOT NULL, epoch TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE cited (
    answer TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    passage BLOB NOT NULL,
    PRIMARY KEY (answer, passage)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX cited_passage ON cited (passage);
  ${auditSql}
`;

// Each answers one question that is asked while ten thousand messages wait; all of them by looking at few rows.
const outboxIndexes = `
  DROP INDEX outbox_states;
  CREATE INDEX outbox_kinds ON outbox (kind, state, settled_at);
  CREATE INDEX outbox_retries ON outbox (not_before) WHERE state = 'pending' AND not_before > 0;
  CREATE INDEX outbox_unsettled ON outbox (created_at) WHERE state IN ('pending', 'sending');
`;

/** History of `people.db`; append new steps at the end. */
export const peopleMigrations: readonly Migration[] = [
  sqlMigration('2025-11-chats', chats),
  sqlMigration('2025-11-inbox', inbox),
  sqlMigration('2025-11-outbox', outbox),
  sqlMigration('2025-11-answers', answers),
  sqlMigration('2025-11-moderation', moderation),
  sqlMigration('2025-11-digests', digests),
  sqlMigration('2026-11-outbox-indexes', outboxIndexes),
];
