import type { Transformer } from 'grammy';
import type { Message } from 'grammy/types';
import type { Outbox } from './outbox.ts';
import type { SendMethod } from './outgoing-message.ts';
import { packFiles } from './packed-files.ts';
import type { Sender } from './sender.ts';

/** Methods that go through the outbox when a handler calls them. */
export const sendMethods: ReadonlySet<string> = new Set<SendMethod>([
  'sendMessage',
  'sendPhoto',
  'sendDocument',
]);

// Longer than a usual pause by Telegram; after it the handler gives its place to others and is run again later.
const patienceMs = 45_000;

/** The message is safe in the outbox but not yet sent; the update is to be handled again later. */
export class DeliveryPending extends Error {
  override readonly name = 'DeliveryPending';
}

/**
 * Makes the messages a handler sends durable. The n-th message of an update has a fixed key, so a handler that is
 * run again after a crash gets the results of what was already sent, and sends only the rest. Handlers must therefore
 * send the same messages in the same order when they are repeated.
 */
export function durableSends(options: {
  readonly updateId: number;
  readonly urgent: boolean;
  readonly outbox: Outbox;
  readonly sender: Sender;
  /** Called when a message is safe in the outbox. */
  readonly onQueued: () => void;
}): Transformer {
  let ordinal = 0;
  return async (prev, method, payload, signal) => {
    const chatId = (payload as { chat_id?: unknown }).chat_id;
    if (!sendMethods.has(method) || typeof chatId !== 'number') return prev(method, payload, signal);
    const key = `u:${options.updateId}:${ordinal++}`;
    const id = options.outbox.add({
      key,
      kind: 'answer',
      chatId,
      method: method as SendMethod,
      payload: await packFiles(payload as Record<string, unknown>),
      urgent: options.urgent,
    });
    options.onQueued();
    options.sender.wake();
    const status = await options.sender.wait(id, patienceMs);
    if (status?.state === 'sent') return { ok: true, result: sentMessage(chatId, status.messageId) as never };
    if (status === null || status.state === 'failed') return refused(status?.problem ?? '400: erased');
    throw new DeliveryPending(`message ${key} waits in the outbox`);
  };
}

// Only what handlers use of a sent message; the full one is not kept.
function sentMessage(
  chatId: number,
  messageId: number | null,
): Pick<Message, 'message_id' | 'date'> & { chat: { id: number } } {
  return { message_id: messageId ?? 0, date: 0, chat: { id: chatId } };
}

function refused(problem: string): {
  ok: false;
  error_code: number;
  description: string;
  parameters: Record<string, never>;
} {
  const match = /^(\d{3}): (.*)$/s.exec(problem);
  return {
    ok: false,
    error_code: Number(match?.[1] ?? 400),
    description: match?.[2] ?? problem,
    parameters: {},
  };
}
