/**
 * A problem the person at the keyboard or in the chat can understand and act on. `message` is one line that says
 * what failed, with which value, and what to do; it never holds a secret. The technical reason travels as `cause`.
 */
export class UserError extends Error {
  override readonly name: string = 'UserError';
}

/** The configuration is wrong; `problems` lists every one, not only the first. */
export class ConfigError extends UserError {
  override readonly name = 'ConfigError';
  constructor(readonly problems: readonly string[]) {
    super(`Configuration: ${problems.join('; ')}. See .env.example for every key.`);
  }
}

/** The stored data cannot be used as it is: a newer schema, a rewritten migration history, a damaged file. */
export class StorageError extends UserError {
  override readonly name = 'StorageError';
}

/** One line for a person out of whatever was thrown. Stack traces and causes belong in the log. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
