/** Longer waits are cut to this: a source that asks for more is looked at once a day anyway. */
export const maxRetryAfterMs = 24 * 60 * 60 * 1000;

/**
 * Milliseconds a Retry-After header asks to wait: a number of seconds or an HTTP date.
 * @returns null for no header or one that is neither; never negative, at most {@link maxRetryAfterMs}.
 */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  const waitMs = /^\d{1,10}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  return Number.isFinite(waitMs) ? Math.min(Math.max(waitMs, 0), maxRetryAfterMs) : null;
}
