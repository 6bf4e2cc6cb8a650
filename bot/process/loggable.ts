import { BotError, GrammyError } from 'grammy';

/**
 * An error as it may stand in the log. grammY's errors carry the request or the whole update, and with them ids and
 * words of people; only what went wrong and where is kept.
 */
export function loggable(error: unknown): unknown {
  if (error instanceof BotError) return loggable(error.error);
  if (!(error instanceof GrammyError)) return error;
  const clean = new Error(`${error.method}: ${error.error_code} ${error.description}`);
  clean.name = 'GrammyError';
  return clean;
}
