import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock, temporaryPeople } from '../trials/people-for-tests.ts';
import { Outbox } from './outbox.ts';
import { oldestWaitingMs, outboxCounts, uncertainSends } from './outbox-report.ts';

let files: ReturnType<typeof temporaryPeople>;
let clock: ManualClock;
let outbox: Outbox;
beforeEach(() => {
  files = temporaryPeople();
  clock = new ManualClock();
  outbox = new Outbox(files.database, clock.now);
});
afterEach(() => files.remove());

const add = (key: string, kind: 'answer' | 'digest' | 'notice' = 'answer', chatId = 1, urgent = false) =>
  outbox.add({ key, kind, chatId, method: 'sendMessage', payload: { chat_id: chatId, text: key }, urgent });
const next = () => outbox.claim(outbox.findReady(() => 'go') ?? 0)?.payload.text;

describe('the outbox', () => {
  it('finds the next message, the next retry and the oldest without going through all that wait', () => {
    const { database } = files;
    const asked = new Set<string>();
    const sql: typeof database.sql = (text) => {
      asked.add(text);
      return database.sql(text);
    };
    const watched = new Outbox({ ...database, sql }, clock.now);
    watched.add({ key: 'a', kind: 'digest', chatId: 1, method: 'sendMessage', payload: {} });
    asked.clear();
    watched.findReady(() => 'go');
    watched.nextRetryAt();
    oldestWaitingMs({ ...database, sql }, clock.now());
    const plans = [...asked].flatMap((text) =>
      database.db
        .prepare<number[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
        .all(...Array.from(text.matchAll(/\?/g), () => 1))
        .map(({ detail }) => detail),
    );
    expect(plans).toHaveLength(3);
    for (const plan of plans) expect(plan).toMatch(/USING (COVERING )?INDEX outbox_(open|retries|unsettled)/);
  });

  it('takes a key once', () => {
    expect(add('a')).toBe(add('a'));
    expect([next(), next()]).toEqual(['a', undefined]);
  });

  it('gives safety cards first, then answers, notices and digests, each in order', () => {
    add('d1', 'digest');
    add('n', 'notice');
    add('a1');
    add('a2');
    add('card', 'answer', 1, true);
    expect([next(), next(), next(), next(), next()]).toEqual(['card', 'a1', 'a2', 'n', 'd1']);
  });

  it('sends answers again that were on their way when the process ended, and nothing else', () => {
    const answer = add('a');
    const digest = add('d', 'digest', 2);
    const notice = add('n', 'notice', 3);
    for (const id of [answer, digest, notice]) outbox.claim(id);
    expect(outbox.recover()).toBe(2);
    const states = [answer, digest, notice].map((id) => outbox.status(id)?.state);
    expect(states).toEqual(['pending', 'uncertain', 'uncertain']);
    expect(uncertainSends(files.database, 10).map((row) => row.key)).toEqual(['n', 'd']);
  });

  it('wipes what is settled and remembers its key', () => {
    const id = add('a');
    outbox.claim(id);
    outbox.sent(id, 77);
    expect(files.database.db.prepare('SELECT sealed FROM outbox').pluck().get()).toBeNull();
    expect(outbox.status(add('a'))).toEqual({ state: 'sent', messageId: 77, problem: null });
  });

  it('forgets answers after three days and digests after a month', () => {
    for (const id of [add('a'), add('d', 'digest')]) outbox.sent(id, 1);
    clock.advance(73 * 60 * 60 * 1000);
    outbox.prune();
    expect(outboxCounts(files.database)).toEqual([{ kind: 'digest', state: 'sent', count: 1 }]);
    clock.advance(30 * 24 * 60 * 60 * 1000);
    outbox.prune();
    expect(outboxCounts(files.database)).toEqual([]);
  });

  it('moves what waits for a group to the supergroup it became', () => {
    const id = add('d', 'digest', -5);
    outbox.migrate(-5, -1005);
    expect(outbox.claim(id)).toMatchObject({ chatId: -1005, payload: { chat_id: -1005, text: 'd' } });
  });

  it('holds a retried message back until its time', () => {
    const id = add('a');
    outbox.claim(id);
    outbox.retryLater(id, 1000);
    expect(next()).toBeUndefined();
    expect(outbox.nextRetryAt()).toBe(clock.now() + 1000);
    clock.advance(1000);
    expect(next()).toBe('a');
  });
});
