import type { Update } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock, temporaryPeople } from '../trials/people-for-tests.ts';
import { Inbox, maxWaiting, maxWaitingPerChat } from './inbox.ts';

const hour = 60 * 60 * 1000;
let files: ReturnType<typeof temporaryPeople>;
let clock: ManualClock;
let inbox: Inbox;
beforeEach(() => {
  files = temporaryPeople();
  clock = new ManualClock();
  inbox = new Inbox(files.database, (update) => update.message?.text?.includes('mine') === true, clock.now);
});
afterEach(() => files.remove());

const message = (updateId: number, chatId = 1, text = 'question') =>
  ({
    update_id: updateId,
    message: { message_id: updateId, chat: { id: chatId, type: 'private' }, text },
  }) as unknown as Update;
const claimed = () => inbox.claim()?.update.update_id;

describe('the inbox', () => {
  it('takes the same update once, in whatever order and however often it comes', () => {
    expect(inbox.store([message(7), message(5), message(7), message(5)])).toBe(2);
    const first = inbox.claim()!;
    inbox.finish(first.seq);
    expect(inbox.store([message(7), message(5)])).toBe(0);
    expect([first.update.update_id, claimed(), claimed()]).toEqual([7, 5, undefined]);
  });

  it('takes updates whose ids jump down', () => {
    inbox.store([message(900_000, 1)]);
    inbox.store([message(3, 2)]);
    expect([claimed(), claimed()]).toEqual([900_000, 3]);
  });

  it('knows finished updates for two days and longer, whatever ids came in between', () => {
    inbox.store([message(7)]);
    inbox.finish(inbox.claim()!.seq);
    for (let i = 0; i < 48; i += 1) {
      clock.advance(hour);
      inbox.prune();
      inbox.store([message(1000 + i)]);
      inbox.finish(inbox.claim()!.seq);
    }
    expect(inbox.store([message(7)])).toBe(0);
    clock.advance(80 * hour);
    inbox.prune();
    expect(inbox.store([message(7)])).toBe(1);
  });

  it('gives a chat one update at a time, in order, and other chats theirs meanwhile', () => {
    inbox.store([message(1, 10), message(2, 10), message(3, 20)]);
    const first = inbox.claim()!;
    expect(first.update.update_id).toBe(1);
    expect(claimed()).toBe(3);
    expect(claimed()).toBeUndefined();
    inbox.finish(first.seq);
    expect(claimed()).toBe(2);
  });

  it('holds a chat back while its first update waits for a retry', () => {
    inbox.store([message(1, 10), message(2, 10)]);
    inbox.retryLater(inbox.claim()!.seq, 1000);
    expect(claimed()).toBeUndefined();
    clock.advance(1001);
    expect(claimed()).toBe(1);
  });

  it('lets a report of a find overtake everything, also in a busy chat', () => {
    inbox.store([message(1, 10), message(2, 20)]);
    inbox.claim();
    inbox.store([message(3, 10, 'I found a mine')]);
    expect(inbox.claim({ urgentOnly: true })?.update.update_id).toBe(3);
    expect(inbox.claim({ urgentOnly: true })).toBeNull();
  });

  it('marks questions that come while it is full, but never a report of a find', () => {
    inbox.store(Array.from({ length: maxWaiting }, (_, i) => message(i, i)));
    inbox.store([message(5000, 5000), message(5001, 5001, 'found a mine')]);
    expect(inbox.claim()).toMatchObject({ update: { update_id: 5001 }, overflow: false });
    expect(inbox.claim()).toMatchObject({ update: { update_id: 5000 }, overflow: true });
    expect(inbox.claim()).toMatchObject({ update: { update_id: 0 }, overflow: false });
  });

  it('does not let one chat fill the queue, but takes its presses and reports of a find', () => {
    const flood = Array.from({ length: 500 }, (_, i) => message(i, 1));
    expect(inbox.store(flood)).toBe(500);
    expect(inbox.waiting()).toBe(maxWaitingPerChat.person);
    expect(inbox.store(flood)).toBe(0);
    const press = { update_id: 900, callback_query: { from: { id: 1 }, data: 'x' } } as unknown as Update;
    inbox.store([press, message(901, 1, 'found a mine'), message(902, 2)]);
    expect(inbox.waiting()).toBe(maxWaitingPerChat.person + 3);
  });

  it('gives back what a former process had in hand', () => {
    inbox.store([message(1)]);
    inbox.claim();
    expect(inbox.recover()).toBe(1);
    expect(inbox.claim()).toMatchObject({ update: { update_id: 1 }, attempts: 2 });
  });

  it('lets others pass an update that was in hand at many ends of the process', () => {
    inbox.store([message(1, 10), message(2, 20)]);
    const bad = inbox.claim()!;
    for (let i = 0; i < 6; i += 1) {
      inbox.recover();
      clock.advance(60_000);
      inbox.claim();
    }
    inbox.recover();
    expect(claimed()).toBe(2);
    clock.advance(20_000);
    expect(inbox.claim()).toMatchObject({ update: { update_id: 1 } });
    inbox.noteProgress(bad.seq);
    inbox.recover();
    expect(inbox.claim()).toMatchObject({ update: { update_id: 1 }, attempts: 1 });
  });

  it('takes updates that may have ended the process one after the other, and keeps back the one that stays', () => {
    inbox.store([message(1, 10), message(2, 20), message(3, 30)]);
    const takeAll = () => [claimed(), claimed(), claimed()];
    takeAll();
    for (let i = 0; i < 6; i += 1) {
      inbox.recover();
      clock.advance(60_000);
      takeAll();
    }
    inbox.recover();
    expect(inbox.claim()).toBeNull();
    clock.advance(400);
    const first = inbox.claim()!;
    inbox.finish(first.seq);
    expect(inbox.claim()).toBeNull();
    clock.advance(400);
    inbox.finish(inbox.claim()!.seq);
    clock.advance(400);
    const last = inbox.claim()!;
    for (let i = 0; i < 10; i += 1) {
      inbox.recover();
      clock.advance(10 * 60_000);
      inbox.claim();
    }
    inbox.recover();
    clock.advance(60_000);
    expect(inbox.claim()).toBeNull();
    expect(last.seq).not.toBe(first.seq);
  });

  it('wipes the content of what is finished', () => {
    inbox.store([message(1)]);
    inbox.finish(inbox.claim()!.seq);
    expect(files.database.db.prepare('SELECT lane, sealed FROM inbox').get()).toEqual({
      lane: null,
      sealed: null,
    });
  });

  it('finds the next update quickly behind a thousand of busy chats', () => {
    inbox.store(Array.from({ length: maxWaiting - 1 }, (_, i) => message(i, 1 + (i % 25))));
    inbox.store([message(9999, 99)]);
    for (let i = 0; i < 25; i += 1) inbox.claim();
    const startedAt = performance.now();
    expect(claimed()).toBe(9999);
    expect(performance.now() - startedAt).toBeLessThan(400);
  });
});
