import { GrammyError, HttpError } from 'grammy';
import { describe, expect, it } from 'vitest';
import { afterFailure } from './after-failure.ts';
import { deliveryOutcome } from './delivery-outcome.ts';
import type { MessageKind } from './outgoing-message.ts';

const refused = (code: number, description: string, parameters = {}) =>
  new GrammyError('refused', { ok: false, error_code: code, description, parameters }, 'sendMessage', {});
const broken = (code: string) => new HttpError('broken', Object.assign(new Error(code), { code }));
const step = (kind: MessageKind, error: unknown, attempts = 1, ageMs = 0) =>
  afterFailure(deliveryOutcome(error), { kind, attempts, createdAt: 0 }, ageMs);

describe('after a failed send', () => {
  it('a message that never left is tried again, of every kind', () => {
    for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']) {
      for (const kind of ['answer', 'digest', 'notice'] as const)
        expect(step(kind, broken(code)).kind).toBe('retry');
    }
  });

  it('a message whose reply was lost is tried again only if it is an answer', () => {
    for (const error of [broken('ECONNRESET'), refused(502, 'Bad Gateway'), new Error('aborted')]) {
      expect(step('answer', error).kind).toBe('retry');
      expect(step('digest', error).kind).toBe('uncertain');
      expect(step('notice', error).kind).toBe('uncertain');
    }
  });

  it('waits longer from try to try, and not for ever', () => {
    const delays = [1, 2, 3, 7].map((attempts) => step('answer', broken('ECONNREFUSED'), attempts));
    expect(delays.map((each) => each.kind === 'retry' && each.delayMs)).toEqual([1000, 2000, 4000, 60_000]);
    expect(step('answer', broken('ECONNRESET'), 8).kind).toBe('fail');
    expect(step('digest', broken('ECONNREFUSED'), 30, 25 * 60 * 60 * 1000).kind).toBe('fail');
  });

  it('a chat that is gone fails for good', () => {
    const texts = [
      'bot was blocked by the user',
      'user is deactivated',
      'bot was kicked from the supergroup chat',
    ];
    for (const text of texts)
      expect(step('digest', refused(403, `Forbidden: ${text}`))).toMatchObject({
        kind: 'fail',
        chatIsGone: true,
      });
    expect(step('answer', refused(400, 'Bad Request: chat not found'))).toMatchObject({
      kind: 'fail',
      chatIsGone: true,
    });
    expect(step('answer', refused(400, "Bad Request: can't parse entities"))).toMatchObject({
      kind: 'fail',
      chatIsGone: false,
    });
  });

  it('a group that moved is followed, and a pause costs no try', () => {
    const moved = refused(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: -1005 });
    expect(step('digest', moved)).toEqual({ kind: 'move', chatId: -1005 });
    expect(step('digest', refused(429, 'Too Many Requests', { retry_after: 3 }), 50)).toEqual({
      kind: 'retry',
      delayMs: 0,
    });
  });
});
