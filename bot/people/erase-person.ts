import { inTransaction } from '../../corpus/storage/sqlite.ts';
import type { Deps } from '../deps.ts';

// Waiting messages and updates vanish; of settled ones only the number stays, so that a repeat is recognised.
const erasures = [
  'DELETE FROM chats WHERE fingerprint = @lane',
  `UPDATE outbox SET state = 'failed', problem = 'erased', settled_at = @now WHERE lane = @lane AND state = 'pending'`,
  `UPDATE outbox SET lane = NULL, sealed = NULL WHERE lane = @lane AND state <> 'sending'`,
  `UPDATE inbox SET state = 'done', sealed = NULL, lane = NULL, done_at = @now WHERE lane = @lane AND state = 'pending'`,
];

/**
 * Erases everything kept about a person: the private chat with all that refers to it, waiting messages, votes, the
 * conversation in memory. Deleted content is overwritten in the file and the write-ahead log is emptied.
 */
export function erasePerson(
  deps: Pick<Deps, 'people' | 'votes' | 'conversations' | 'clock'>,
  userId: number,
): void {
  const { database } = deps.people;
  const values = { lane: deps.people.lane(userId), now: deps.clock.now() };
  inTransaction(database.db, () => {
    deps.votes.erase(userId);
    for (const erasure of erasures) {
      const statement = database.sql(erasure);
      statement.run(erasure.includes('@now') ? values : { lane: values.lane });
    }
  });
  deps.conversations.forget(userId);
  database.db.pragma('wal_checkpoint(TRUNCATE)');
}
