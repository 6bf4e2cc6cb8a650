import { Writable } from 'node:stream';
import { type Logger, pino } from 'pino';

export type { Logger };

// Telegram tokens look like 123456789:AA…; they hide in error URLs, which field-based redaction does not see.
const tokenPattern = /\d{6,12}:[A-Za-z0-9_-]{30,}/g;

/** Replaces every secret, and everything that looks like a bot token, in a piece of text. */
export function scrub(text: string, secrets: readonly string[]): string {
  let clean = text.replace(tokenPattern, '[token]');
  for (const secret of secrets) if (secret.length >= 6) clean = clean.replaceAll(secret, '[secret]');
  return clean;
}

/**
 * JSON lines on `target` (standard error unless told). Scrubbing happens on the finished line, so a token inside a
 * nested error, a URL or a stack trace is caught as well.
 */
export function createLog(options: {
  readonly level: string;
  readonly secrets?: readonly string[];
  readonly target?: NodeJS.WritableStream;
}): Logger {
  const target = options.target ?? process.stderr;
  const secrets = options.secrets ?? [];
  const scrubbing = new Writable({
    decodeStrings: false,
    write(chunk: string | Buffer, _encoding, done) {
      target.write(scrub(chunk.toString(), secrets));
      done();
    },
  });
  return pino({ level: options.level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, scrubbing);
}

/** A log that says nothing, for tests. */
export function silentLog(): Logger {
  return pino({ level: 'silent' });
}
