import type { Fetcher, FetchRequest } from './fetch.ts';
import { type Failed, type FetchOutcome, failed } from './fetch-outcome.ts';
import type { HostPace } from './host-pace.ts';
import type { Robots } from './robots.ts';

/** A fetch that keeps to robots.txt, to the host's pace and to what the host asked for. */
export type PoliteFetch = (url: string, request?: FetchRequest) => Promise<FetchOutcome>;

/** "Too many requests" without a number leaves the host alone for this long. */
const defaultBackOffMs = 60 * 1000;

/** Fetches robots.txt between two turns of its host. */
export function robotsFetch(fetcher: Fetcher, pace: HostPace): PoliteFetch {
  return async (url, request) =>
    heldBack(url, pace) ?? pace.pause(hostOf(url)).then(() => fetcher.fetch(url, request));
}

function heldBack(url: string, pace: HostPace): Failed | null {
  const host = hostOf(url);
  const heldMs = pace.heldMs(host);
  if (heldMs === 0) return null;
  const reason = `${host} asked to be left alone for another ${Math.ceil(heldMs / 1000)} s`;
  return failed('wait', reason, { retryAfterMs: heldMs });
}

function noteBackOff(outcome: Failed, host: string, pace: HostPace): void {
  if (outcome.code !== 'http') return;
  const ms = outcome.retryAfterMs ?? (outcome.httpStatus === 429 ? defaultBackOffMs : 0);
  if (ms > 0) pace.hold(host, ms);
}

/** Fetches in the host's turn after asking robots.txt, for the first address and for every redirect. */
export function politeFetch(fetcher: Fetcher, pace: HostPace, robots: Robots): PoliteFetch {
  return async (url, request = {}) => {
    const refusal = fetcher.check(url);
    if (refusal !== null) return refusal;
    const verdict = await robots.check(url);
    if (!verdict.allowed) return verdict.outcome;
    const beforeHop = async (next: string) => {
      const hop = await robots.check(next);
      await pace.pause(hostOf(next));
      return hop.allowed ? ((await request.beforeHop?.(next)) ?? null) : hop.outcome;
    };
    const task = async () => heldBack(url, pace) ?? (await fetcher.fetch(url, { ...request, beforeHop }));
    const outcome = await pace.run(hostOf(url), task, { gapMs: verdict.crawlDelayMs });
    if (outcome.status === 'failed') noteBackOff(outcome, hostOf(url), pace);
    return outcome;
  };
}

/** `name:port` of an address, the port left out when it is the scheme's own. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
