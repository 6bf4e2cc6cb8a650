import type { Config } from '../../corpus/config.ts';
import type { Corpus } from '../../corpus/corpus.ts';
import { type AuditLog, openAuditLog } from '../../corpus/storage/audit-log.ts';
import { Invitations } from '../people/invitations.ts';
import type { People } from '../people/people.ts';
import { Positions } from '../people/positions.ts';
import { Prompts } from '../people/prompts.ts';
import { Staff } from '../people/staff.ts';
import { SourceCards } from './source-cards.ts';

/** What moderators work on. */
export type ModeratedCorpus = Pick<
  Corpus,
  'sources' | 'documents' | 'passages' | 'jobs' | 'unanswered' | 'audit' | 'sourceChecks' | 'meta'
>;

/** Everything moderation needs beside the chat. */
export interface Moderation {
  readonly staff: Staff;
  readonly invitations: Invitations;
  readonly prompts: Prompts;
  readonly cards: SourceCards;
  readonly positions: Positions;
  /** What was done about people; acts on sources and documents stand in the log of the corpus. */
  readonly peopleAudit: AuditLog;
  /** Rejects while the corpus cannot be opened. */
  corpus(): Promise<ModeratedCorpus>;
}

/** Opens moderation over the database of people. */
export function openModeration(options: {
  readonly people: People;
  readonly config: Pick<Config, 'OWNER_IDS'>;
  readonly corpus: () => Promise<ModeratedCorpus>;
  readonly now?: () => number;
}): Moderation {
  const { people, config, corpus, now = Date.now } = options;
  const staff = new Staff(people.database, config.OWNER_IDS, now);
  return {
    staff,
    invitations: new Invitations(staff, now),
    prompts: new Prompts(people.database, now),
    cards: new SourceCards(people, now),
    positions: new Positions(people.database),
    peopleAudit: openAuditLog(people.database.db),
    corpus,
  };
}
