import { GrammyError, HttpError } from 'grammy';
import { scrub } from '../../corpus/log.ts';

/** What a failed send means for the message and its chat. */
export type DeliveryOutcome =
  /** Telegram asked for a pause; surely not sent. */
  | { readonly kind: 'paused' }
  /** The request never left: surely not sent. */
  | { readonly kind: 'unreachable' }
  /** The request left and no usable reply came. */
  | { readonly kind: 'unknown' }
  /** The chat is gone for good: blocked, deactivated, kicked, not found. */
  | { readonly kind: 'gone'; readonly problem: string }
  | { readonly kind: 'migrated'; readonly chatId: number }
  /** Telegram will never take this message. */
  | { readonly kind: 'refused'; readonly problem: string };

// The connection was not made, so no server can have seen the request.
const neverLeft = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
]);

// Texts of the public Bot API server; 403 is always about the relation between bot and chat.
const goneTexts =
  /chat not found|user not found|bot was kicked|bot was blocked|user is deactivated|PEER_ID_INVALID|group chat was deactivated|not enough rights to send|have no rights to send|need administrator rights|CHAT_WRITE_FORBIDDEN|bot is not a member/i;

/** Reads an error of a Bot API call. Anything that is not a clear refusal counts as unknown. */
export function deliveryOutcome(error: unknown): DeliveryOutcome {
  if (error instanceof GrammyError) return refusal(error);
  if (error instanceof HttpError && neverLeft.has(codeOf(error.error))) return { kind: 'unreachable' };
  return { kind: 'unknown' };
}

function refusal(error: GrammyError): DeliveryOutcome {
  const migratedTo = error.parameters.migrate_to_chat_id;
  if (migratedTo !== undefined) return { kind: 'migrated', chatId: migratedTo };
  if (error.error_code === 429) return { kind: 'paused' };
  if (error.error_code >= 500) return { kind: 'unknown' };
  // A wrong or revoked token says nothing about the message; the polling loop reports it and stops.
  if (error.error_code === 401 || error.error_code === 404) return { kind: 'unreachable' };
  const gone = error.error_code === 403 || goneTexts.test(error.description);
  // It is stored: what a proxy repeats of our address must not bring the token into the database.
  const problem = scrub(`${error.error_code}: ${error.description}`, []);
  return { kind: gone ? 'gone' : 'refused', problem };
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}
