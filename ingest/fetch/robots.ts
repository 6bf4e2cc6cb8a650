import type { Clock } from '../clock.ts';
import type { FetchRequest } from './fetch.ts';
import { type Failed, type FetchOutcome, type Refused, refused } from './fetch-outcome.ts';
import { maxRobotsBytes, parseRules, type RobotsRules, relevantRules } from './robots-rules.ts';

/** May we? When not, `outcome` is what a fetch of the page would have ended in. */
export type RobotsVerdict =
  | { readonly allowed: true; readonly crawlDelayMs: number }
  | { readonly allowed: false; readonly outcome: Refused | Failed };

/** Asks sites what we may read, once a day each (RFC 9309). */
export interface Robots {
  check(url: string): Promise<RobotsVerdict>;
}

/** Where answers outlive the process; the corpus' `meta` fits. */
export interface RobotsMemory {
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
}

/** What {@link createRobots} needs. */
export interface RobotsOptions {
  /** Fetches robots.txt at the host's pace. */
  readonly fetch: (url: string, request: FetchRequest) => Promise<FetchOutcome>;
  readonly memory: RobotsMemory;
  readonly clock: Clock;
}

const dayMs = 24 * 60 * 60 * 1000;

// A site that hangs is asked again within the day; one that nobody can reach gets no request at all.
const hangingMs = 60 * 60 * 1000;
const unreachableMs = 60 * 1000;

interface Answer {
  readonly validUntilMs: number;
  /** Null: nothing may be fetched, and `outcome` says why. */
  readonly rules: string | null;
  readonly outcome: Refused | Failed | null;
}

/** Opens the questions and answers; parsed rules of the last few hundred sites are kept in memory. */
export function createRobots(options: RobotsOptions): Robots {
  const parsed = new Map<string, { readonly answer: Answer; readonly rules: RobotsRules | null }>();
  const asking = new Map<string, Promise<Answer>>();

  const answerFor = async (origin: string): Promise<Answer> => {
    const stored = parseAnswer(await options.memory.get(`robots:${origin}`));
    if (stored !== null && stored.validUntilMs > options.clock.now()) return stored;
    const url = `${origin}/robots.txt`;
    const outcome = await options.fetch(url, { maxBytes: maxRobotsBytes, overflow: 'truncate' });
    const answer = answerOf(outcome, options.clock.now());
    const worthKeeping = answer.validUntilMs - options.clock.now() > unreachableMs;
    if (worthKeeping) await options.memory.set(`robots:${origin}`, JSON.stringify(answer));
    return answer;
  };
  const askOnce = (origin: string): Promise<Answer> => {
    const running = asking.get(origin) ?? answerFor(origin).finally(() => asking.delete(origin));
    asking.set(origin, running);
    return running;
  };
  const siteOf = async (origin: string) => {
    const known = parsed.get(origin);
    if (known !== undefined && known.answer.validUntilMs > options.clock.now()) return known;
    const answer = await askOnce(origin);
    const site = { answer, rules: answer.rules === null ? null : parseRules(origin, answer.rules) };
    parsed.delete(origin);
    parsed.set(origin, site);
    if (parsed.size > 300) parsed.delete(parsed.keys().next().value!);
    return site;
  };
  return {
    check: async (url) => {
      const { origin, host } = new URL(url);
      const { answer, rules } = await siteOf(origin);
      if (answer.outcome !== null || rules === null) {
        return {
          allowed: false,
          outcome: answer.outcome ?? refused('robots', `robots.txt of ${host} cannot be read`),
        };
      }
      if (rules.allows(url)) return { allowed: true, crawlDelayMs: rules.crawlDelayMs };
      return { allowed: false, outcome: refused('robots', `robots.txt of ${host} forbids this page`) };
    },
  };
}

// RFC 9309, 2.3.1: no file (also too many redirects on the way to it) means no rules; a site that cannot say is left
// alone, as it is when it has too much to do.
function answerOf(outcome: FetchOutcome, nowMs: number): Answer {
  const open = (rules: string): Answer => ({ validUntilMs: nowMs + dayMs, rules, outcome: null });
  const shut = (ms: number, why: Refused | Failed): Answer => ({
    validUntilMs: nowMs + ms,
    rules: null,
    outcome: why,
  });
  if (outcome.status === 'ok') return open(relevantRules(Buffer.from(outcome.bytes).toString('utf8')));
  if (outcome.status === 'not-modified') return open('');
  if (outcome.status === 'refused') {
    return outcome.code === 'redirects' ? open('') : shut(unreachableMs, outcome);
  }
  const { httpStatus = 0 } = outcome;
  if (httpStatus >= 400 && httpStatus < 500 && httpStatus !== 429) return open('');
  if (outcome.code === 'http') {
    const reason = `robots.txt cannot be read (${outcome.reason}), so nothing is fetched from this site today`;
    return shut(dayMs, refused('robots', reason));
  }
  const waitMs = outcome.code === 'wait' ? (outcome.retryAfterMs ?? 0) : 0;
  return shut(
    outcome.code === 'timeout' || outcome.code === 'broken' ? hangingMs : Math.max(waitMs, unreachableMs),
    outcome,
  );
}

function parseAnswer(text: string | null): Answer | null {
  if (text === null) return null;
  try {
    const value = JSON.parse(text) as Partial<Answer>;
    return typeof value.validUntilMs === 'number' && 'rules' in value && 'outcome' in value
      ? (value as Answer)
      : null;
  } catch {
    // A stored answer that cannot be read is asked for again.
    return null;
  }
}
