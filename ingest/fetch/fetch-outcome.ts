/** Why a fetch was not made or its answer not taken; trying again changes nothing. */
export type RefusalCode =
  | 'bad-url'
  | 'scheme'
  | 'credentials'
  | 'port'
  | 'address'
  | 'redirects'
  | 'downgrade'
  | 'too-large'
  | 'encoding'
  | 'headers'
  | 'robots';

/** What went wrong on the way; `http` is an answer with a status that is no success. */
export type FailureCode = 'dns' | 'connect' | 'tls' | 'timeout' | 'broken' | 'http' | 'wait';

/** The refused half of {@link FetchOutcome}. */
export interface Refused {
  readonly status: 'refused';
  readonly code: RefusalCode;
  readonly reason: string;
}

/** The failed half of {@link FetchOutcome}; `retryAfterMs` when the server, or our own pace, asks to wait. */
export interface Failed {
  readonly status: 'failed';
  readonly code: FailureCode;
  readonly reason: string;
  readonly retryAfterMs?: number;
  readonly httpStatus?: number;
}

/** A body that arrived whole and within every limit. */
export interface Fetched {
  readonly status: 'ok';
  /** Decoded bytes. */
  readonly bytes: Uint8Array;
  /** Address that answered, after redirects. */
  readonly url: string;
  readonly contentType: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Addresses that redirected, in order; empty when the first one answered. */
  readonly redirects: readonly string[];
  /** IP address that answered. */
  readonly address: string;
  /** True when the body was cut at the limit because the caller asked for that. */
  readonly truncated: boolean;
}

/** How a fetch ended. Each `reason` is one plain line; nothing is thrown for what the web does. */
export type FetchOutcome = Fetched | { readonly status: 'not-modified' } | Refused | Failed;

/** Shorthand for a refusal. */
export function refused(code: RefusalCode, reason: string): Refused {
  return { status: 'refused', code, reason };
}

/** Shorthand for a failure. */
export function failed(
  code: FailureCode,
  reason: string,
  more: { retryAfterMs?: number; httpStatus?: number } = {},
): Failed {
  return { status: 'failed', code, reason, ...more };
}
