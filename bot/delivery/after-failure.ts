import type { DeliveryOutcome } from './delivery-outcome.ts';
import type { OutboxItem } from './outgoing-message.ts';

/** What happens to a message whose sending failed. */
export type NextStep =
  | { readonly kind: 'retry'; readonly delayMs: number }
  | { readonly kind: 'move'; readonly chatId: number }
  | { readonly kind: 'fail'; readonly problem: string; readonly chatIsGone: boolean }
  | { readonly kind: 'uncertain' };

const firstRetryMs = 1000;
const longestRetryMs = 60_000;
// After a day Telegram itself forgets updates; an answer that old answers nobody.
const messageLifeMs = 24 * 60 * 60 * 1000;
const maxUnknownAnswers = 8;
const maxMoves = 5;

/** The rule of delivery: answers at least once; digests and notices at most once, in doubt marked as such. */
export function afterFailure(
  outcome: DeliveryOutcome,
  item: Pick<OutboxItem, 'kind' | 'attempts' | 'createdAt'>,
  nowMs: number,
): NextStep {
  switch (outcome.kind) {
    case 'paused':
      return { kind: 'retry', delayMs: 0 };
    case 'unreachable':
      return retry(item, nowMs);
    case 'unknown':
      if (item.kind !== 'answer') return { kind: 'uncertain' };
      if (item.attempts < maxUnknownAnswers) return retry(item, nowMs);
      return fail('no usable reply after several attempts');
    case 'migrated':
      if (item.attempts < maxMoves) return { kind: 'move', chatId: outcome.chatId };
      return fail('the group moved again and again');
    case 'gone':
      return { kind: 'fail', problem: outcome.problem, chatIsGone: true };
    case 'refused':
      return fail(outcome.problem);
  }
}

function retry(item: Pick<OutboxItem, 'attempts' | 'createdAt'>, nowMs: number): NextStep {
  if (nowMs - item.createdAt > messageLifeMs) return fail('Telegram was out of reach for a day');
  return {
    kind: 'retry',
    delayMs: Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(item.attempts - 1, 10)),
  };
}

function fail(problem: string): NextStep {
  return { kind: 'fail', problem, chatIsGone: false };
}
