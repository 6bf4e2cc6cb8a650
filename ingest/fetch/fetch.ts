import type { Readable } from 'node:stream';
import type { Agent, Dispatcher } from 'undici';
import { defaultFetchLimits, type FetchLimits } from '../limits.ts';
import { checkUrl, type Lookup, lookupAll } from './address-guard.ts';
import { acceptEncoding, megabytes, readBodyBytes } from './body-reader.ts';
import { failureOf } from './fetch-failure.ts';
import { type Failed, type FetchOutcome, failed, type Refused, refused } from './fetch-outcome.ts';
import { createGuardedAgent } from './guarded-agent.ts';
import { nextHop } from './redirect.ts';
import { retryAfterMs } from './retry-after.ts';

/** What a caller may ask of one fetch. */
export interface FetchRequest {
  /** Validators of the version we have; an unchanged page ends in `not-modified`. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** Lower limit for this fetch, for example of robots.txt. */
  readonly maxBytes?: number;
  readonly overflow?: 'refuse' | 'truncate';
  /** Asked before a redirect is followed; a refusal ends the fetch. */
  readonly beforeHop?: (url: string) => Promise<Refused | Failed | null>;
}

/** Gets pages of the public web under the limits; see the README for what is refused. Never throws for a bad web. */
export interface Fetcher {
  fetch(url: string, request?: FetchRequest): Promise<FetchOutcome>;
  /** The rules that need no network: null for an address that may be fetched. */
  check(url: string): Refused | null;
  close(): Promise<void>;
}

/** Settings of {@link createFetcher}. */
export interface FetcherOptions {
  readonly userAgent: string;
  /** FETCH_ALLOW: `host:port` pairs exempt from the address and port rules. */
  readonly allow?: readonly string[];
  readonly limits?: Partial<FetchLimits>;
  readonly lookup?: Lookup;
  readonly now?: () => number;
}

interface Guard {
  readonly agent: Agent;
  readonly limits: FetchLimits;
  readonly allow: readonly string[];
  readonly userAgent: string;
  readonly now: () => number;
  /** Address that each origin last answered from. */
  readonly peers: Map<string, string>;
}

/** Opens a fetcher with connections of its own. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const limits = { ...defaultFetchLimits, ...options.limits };
  const allow = (options.allow ?? []).map((pair) => pair.toLowerCase());
  const lookup = options.lookup ?? lookupAll;
  const peers = new Map<string, string>();
  const agent = createGuardedAgent({ allow, ports: limits.ports, lookup }, limits, peers);
  const { userAgent, now = Date.now } = options;
  const guard: Guard = { agent, limits, allow, userAgent, now, peers };
  return {
    fetch: (url, request = {}) => fetchWithin(guard, url, request),
    check: (url) => {
      const checked = checkUrl(url, { allow, ports: limits.ports });
      return 'url' in checked ? null : refused(checked.code, checked.reason);
    },
    close: () => agent.destroy(),
  };
}

async function fetchWithin(guard: Guard, url: string, request: FetchRequest): Promise<FetchOutcome> {
  const total = new AbortController();
  const timer = setTimeout(() => total.abort(), guard.limits.totalMs);
  try {
    return await follow(guard, url, request, total.signal);
  } finally {
    clearTimeout(timer);
    total.abort();
  }
}

async function follow(
  guard: Guard,
  first: string,
  request: FetchRequest,
  signal: AbortSignal,
): Promise<FetchOutcome> {
  const rules = { allow: guard.allow, ports: guard.limits.ports, maxRedirects: guard.limits.maxRedirects };
  const redirects: string[] = [];
  let current = first;
  for (;;) {
    const checked = checkUrl(current, rules);
    if (!('url' in checked)) return refused(checked.code, checked.reason);
    const sameOrigin = redirects.length === 0 || new URL(first).origin === checked.url.origin;
    const hop = await oneHop(guard, checked.url, sameOrigin ? request : withoutValidators(request), signal);
    if (!('location' in hop)) return hop.status === 'ok' ? { ...hop, redirects } : hop;
    redirects.push(checked.url.href);
    const next = nextHop(checked.url, hop.location, redirects.length, rules);
    const refusal = typeof next === 'string' ? ((await request.beforeHop?.(next)) ?? null) : next;
    if (refusal !== null) return refusal;
    current = next as string;
  }
}

function withoutValidators({ etag: _etag, lastModified: _modified, ...rest }: FetchRequest): FetchRequest {
  return rest;
}

type Hop = FetchOutcome | { readonly status: 'redirect'; readonly location: string };

async function oneHop(guard: Guard, url: URL, request: FetchRequest, total: AbortSignal): Promise<Hop> {
  const firstByte = new AbortController();
  const timer = setTimeout(() => firstByte.abort(), guard.limits.firstByteMs);
  try {
    const response = await guard.agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers: headersOf(guard, request),
      signal: AbortSignal.any([firstByte.signal, total]),
    });
    clearTimeout(timer);
    return await answerOf(guard, url, request, response);
  } catch (error) {
    if (total.aborted) return failed('timeout', `no complete answer within ${guard.limits.totalMs / 1000} s`);
    if (firstByte.signal.aborted)
      return failed('timeout', `no answer within ${guard.limits.firstByteMs / 1000} s`);
    return failureOf(error, url, guard.limits);
  } finally {
    clearTimeout(timer);
  }
}

// No cookies, no referrer, nothing from an earlier hop: these headers are all there are.
function headersOf(guard: Guard, request: FetchRequest): Record<string, string> {
  return {
    'user-agent': guard.userAgent,
    accept: acceptedTypes,
    'accept-language': 'uk,en;q=0.8',
    'accept-encoding': acceptEncoding,
    ...(request.etag ? { 'if-none-match': request.etag } : {}),
    ...(request.lastModified ? { 'if-modified-since': request.lastModified } : {}),
  };
}

const acceptedTypes =
  'text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,application/pdf,*/*;q=0.5';

const redirectStatus = new Set([301, 302, 303, 307, 308]);

async function answerOf(
  guard: Guard,
  url: URL,
  request: FetchRequest,
  response: Dispatcher.ResponseData,
): Promise<Hop> {
  const header = (name: string) => single(response.headers[name]);
  const status = response.statusCode;
  const body = response.body as Readable;
  const location = header('location');
  if (redirectStatus.has(status) && location !== null) {
    drop(body);
    return { status: 'redirect', location };
  }
  if (status === 304 && (request.etag || request.lastModified)) {
    drop(body);
    return { status: 'not-modified' };
  }
  if (status !== 200 && status !== 203) {
    drop(body);
    return failedStatus(status, retryAfterMs(header('retry-after'), guard.now()));
  }
  return takeBody(guard, url, request, body, header);
}

// A body that is not wanted may be endless: closing the connection is cheaper than reading it to its end.
function drop(body: Readable): void {
  body.on('error', () => {});
  body.destroy();
}

function failedStatus(httpStatus: number, waitMs: number | null): FetchOutcome {
  const wait = waitMs === null ? '' : `, and asks to wait ${Math.ceil(waitMs / 1000)} s`;
  const more = waitMs === null ? { httpStatus } : { httpStatus, retryAfterMs: waitMs };
  return failed('http', `the site answered ${httpStatus}${statusWords(httpStatus)}${wait}`, more);
}

function statusWords(status: number): string {
  const words: Record<number, string> = {
    401: ' (login needed)',
    403: ' (forbidden)',
    404: ' (not found)',
    410: ' (gone)',
    429: ' (too many requests)',
    500: ' (server error)',
    503: ' (out of service)',
  };
  return words[status] ?? '';
}

async function takeBody(
  guard: Guard,
  url: URL,
  request: FetchRequest,
  body: Readable,
  header: (name: string) => string | null,
): Promise<FetchOutcome> {
  const { limits } = guard;
  const maxBytes = request.maxBytes ?? limits.maxBytes;
  const maxPdfBytes = request.maxBytes ?? Math.max(limits.maxPdfBytes, limits.maxBytes);
  const overflow = request.overflow ?? 'refuse';
  const announced = Number(header('content-length') ?? 0);
  if (overflow === 'refuse' && announced > maxPdfBytes) {
    drop(body);
    return refused(
      'too-large',
      `the body is announced as ${megabytes(announced)} MB, at most ${megabytes(maxPdfBytes)} are taken`,
    );
  }
  const taken = await readBodyBytes(body, header('content-encoding'), {
    maxBytes,
    maxPdfBytes,
    maxCodings: limits.maxCodings,
    overflow,
  });
  if (taken.status !== 'ok') return taken;
  return {
    ...taken,
    url: url.href,
    contentType: header('content-type'),
    etag: header('etag'),
    lastModified: header('last-modified'),
    redirects: [],
    address: guard.peers.get(url.origin) ?? '',
  };
}

function single(value: string | string[] | undefined): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  return first === undefined ? null : first.slice(0, 2_000);
}
