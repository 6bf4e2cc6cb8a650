import { type Documents, openDocuments } from './documents/documents.ts';
import { openPassages, type Passages } from './documents/passages.ts';
import type { FullTextIndexer } from './documents/searchable.ts';
import { type Embeddings, openEmbeddings } from './embedding/embeddings.ts';
import { type Feedback, openFeedback } from './feedback/feedback.ts';
import { openUnanswered, type Unanswered } from './feedback/unanswered.ts';
import type { Logger } from './log.ts';
import { corpusMigrations } from './schema.ts';
import { type Jobs, openJobs } from './sources/jobs.ts';
import { openSourceChecks, type SourceChecks } from './sources/source-checks.ts';
import { openSources, type Sources } from './sources/sources.ts';
import { type AuditLog, openAuditLog } from './storage/audit-log.ts';
import { dataFolder } from './storage/data-folder.ts';
import { type Meta, openMeta } from './storage/meta.ts';
import { watchReplacement } from './storage/replaced-file.ts';
import { type Db, openDatabase } from './storage/sqlite.ts';
import { indexRules } from './terms/index-rules.ts';
import { type FullText, openFullText } from './words/full-text.ts';

/** What {@link openCorpus} needs. */
export interface CorpusOptions {
  /** Made when it is not there. */
  readonly dataDir: string;
  readonly log: Logger;
  /** Terms of a passage for the word index. */
  readonly indexFields: FullTextIndexer;
  /** Refuses to start an empty corpus. */
  readonly mustExist?: boolean;
}

/**
 * The stored documents and all that is known of them. Several processes may have the same corpus open. Everything
 * is asynchronous, so that another database can take SQLite's place without a change above this folder.
 */
export interface Corpus {
  readonly sources: Sources;
  readonly documents: Documents;
  readonly passages: Passages;
  readonly embeddings: Embeddings;
  readonly fullText: FullText;
  readonly jobs: Jobs;
  readonly unanswered: Unanswered;
  readonly feedback: Feedback;
  readonly audit: AuditLog;
  readonly sourceChecks: SourceChecks;
  readonly meta: Meta;
  /** The open database, for the tools of this folder (verify, rebuild, backup) and nobody above it. */
  readonly database: Db;
  /** True once the file of the database was replaced or removed under this process. */
  isReplaced(): boolean;
  /** Safe to call twice. */
  close(): Promise<void>;
}

/** Name in {@link Meta} that stands while a rebuild runs, so that one that was cut short is noticed. */
export const rebuildMark = 'rebuild-started';

/** Name in {@link Meta} of the rules under which the word index was made. */
export const rulesMark = 'index-rules';

/**
 * Opens the corpus of a data folder, making or migrating it.
 * @throws UserError or StorageError as `openDatabase` does.
 */
export async function openCorpus(options: CorpusOptions): Promise<Corpus> {
  const path = dataFolder(options.dataDir).corpus;
  const database = openDatabase({
    path,
    migrations: corpusMigrations,
    log: options.log,
    mustExist: options.mustExist ?? false,
  });
  const meta = openMeta(database);
  if ((await meta.get(rebuildMark)) !== null) {
    options.log.warn(
      'a rebuild of the corpus is running or was cut short; if none is running: npm run corpus -- rebuild',
    );
  }
  const documents = openDocuments(database, options.indexFields);
  if ((await meta.get(rulesMark)) === null && (await documents.count()) === 0)
    await meta.set(rulesMark, indexRules());
  return {
    sources: openSources(database, options.indexFields),
    documents,
    passages: openPassages(database),
    embeddings: openEmbeddings(database),
    fullText: openFullText(database),
    jobs: openJobs(database),
    unanswered: openUnanswered(database),
    feedback: openFeedback(database),
    audit: openAuditLog(database),
    sourceChecks: openSourceChecks(database),
    meta,
    database,
    isReplaced: watchReplacement(path),
    close: async () => void database.close(),
  };
}
