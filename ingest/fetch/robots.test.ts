import { describe, expect, it } from 'vitest';
import { simulatedClock } from '../clock.ts';
import { type FetchOutcome, failed, refused } from './fetch-outcome.ts';
import { createRobots } from './robots.ts';
import { maxCrawlDelayMs, parseRules, relevantRules } from './robots-rules.ts';

const site = 'https://example.org';

function text(body: string): FetchOutcome {
  const bytes = new TextEncoder().encode(body);
  const rest = {
    contentType: null,
    etag: null,
    lastModified: null,
    redirects: [],
    address: '',
    truncated: false,
  };
  return { status: 'ok', bytes, url: `${site}/robots.txt`, ...rest };
}

function setUp(answers: FetchOutcome | FetchOutcome[]) {
  const clock = simulatedClock('2026-01-01T00:00:00Z');
  const stored = new Map<string, string>();
  const memory = {
    get: async (key: string) => stored.get(key) ?? null,
    set: async (key: string, value: string) => void stored.set(key, value),
  };
  let asked = 0;
  const list = Array.isArray(answers) ? answers : [answers];
  const fetch = async () => list[Math.min(asked++, list.length - 1)]!;
  return { clock, robots: () => createRobots({ fetch, memory, clock }), asked: () => asked };
}

const allowed = (body: string, path: string) => parseRules(site, relevantRules(body)).allows(site + path);

describe('the rules of a robots.txt', () => {
  it.each([
    ['nothing', '', '/a', true],
    ['an empty Disallow', 'User-agent: *\nDisallow:', '/a', true],
    ['everything', 'User-agent: *\nDisallow: /', '/a', false],
    ['a folder', 'User-agent: *\nDisallow: /private', '/private/x', false],
    ['another folder', 'User-agent: *\nDisallow: /private', '/public', true],
    ['the longer rule', 'User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true],
    [
      'our own group before the general one',
      'User-agent: *\nDisallow: /\n\nUser-agent: DeminingAidBot\nDisallow: /x',
      '/a',
      true,
    ],
    ['our name in any case', 'user-agent: deminingaidbot\ndisallow: /x', '/x', false],
    ['our name with a version', 'User-agent: DeminingAidBot/2.0\nDisallow: /x', '/x', false],
    ['a group of several names', 'User-agent: a\nUser-agent: *\nDisallow: /x', '/x', false],
    ['another robot only', 'User-agent: other\nDisallow: /', '/a', true],
    ['a wildcard', 'User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf', false],
    ['a comment', 'User-agent: * # all\nDisallow: /x # secret', '/x', false],
    ['a byte order mark and Windows lines', '\uFEFFUser-agent: *\r\nDisallow: /x\r\n', '/x', false],
    ['a page instead of rules', '<html><body>Not found</body></html>', '/a', true],
  ])('with %s say the right thing', (_name, body, path, expected) => {
    expect(allowed(body, path)).toBe(expected);
  });

  it('are matched quickly even when both file and address are hostile', () => {
    const hostile = `User-agent: *\n${`Disallow: /${'*a'.repeat(2000)}b\n`.repeat(20_000)}`;
    const rules = parseRules(site, relevantRules(hostile));
    const before = process.cpuUsage();
    rules.allows(`${site}/${'a'.repeat(1_900)}`);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1_000);
  });

  it('ask for a pause, which is kept up to a limit', () => {
    expect(parseRules(site, relevantRules('User-agent: *\nCrawl-delay: 2')).crawlDelayMs).toBe(2_000);
    expect(parseRules(site, relevantRules('User-agent: *\nCrawl-delay: 9999')).crawlDelayMs).toBe(
      maxCrawlDelayMs,
    );
    expect(parseRules(site, relevantRules('User-agent: *\nCrawl-delay: -5')).crawlDelayMs).toBe(0);
  });
});

describe('asking for robots.txt', () => {
  it('happens once for many pages, across restarts, and again after a day', async () => {
    const { robots, clock, asked } = setUp(text('User-agent: *\nDisallow: /x'));
    const first = robots();
    await Promise.all([first.check(`${site}/a`), first.check(`${site}/b`), first.check(`${site}/x`)]);
    await robots().check(`${site}/c`);
    clock.advance(23.9 * 3_600_000);
    expect(await robots().check(`${site}/x`)).toMatchObject({ allowed: false, outcome: { code: 'robots' } });
    expect(asked()).toBe(1);
    clock.advance(3_600_000);
    await first.check(`${site}/c`);
    expect(asked()).toBe(2);
  });

  it.each([
    ['404', failed('http', 'x', { httpStatus: 404 }), true],
    ['401', failed('http', 'x', { httpStatus: 401 }), true],
    ['429', failed('http', 'x', { httpStatus: 429 }), false],
    ['500', failed('http', 'x', { httpStatus: 500 }), false],
    ['too many redirects', refused('redirects', 'x'), true],
    ['a private address', refused('address', 'x'), false],
    ['no answer', failed('timeout', 'x'), false],
    ['no host', failed('dns', 'x'), false],
  ])('and getting %s decides by RFC 9309', async (_name, outcome, expected) => {
    const verdict = await setUp(outcome).robots().check(`${site}/a`);
    expect(verdict.allowed).toBe(expected);
  });

  it('leaves a site with a server error alone for the day', async () => {
    const { robots, clock, asked } = setUp([
      failed('http', 'the site answered 503', { httpStatus: 503 }),
      text(''),
    ]);
    for (let hour = 0; hour < 24; hour += 1) {
      expect((await robots().check(`${site}/a`)).allowed).toBe(false);
      clock.advance(3_590_000);
    }
    expect(asked()).toBe(1);
    clock.advance(3_600_000);
    expect((await robots().check(`${site}/a`)).allowed).toBe(true);
  });

  it('says what is wrong with the host when the host is what is wrong, and soon tries again', async () => {
    const { robots, clock } = setUp([failed('connect', 'example.org refused the connection'), text('')]);
    const one = robots();
    expect(await one.check(`${site}/a`)).toMatchObject({ outcome: { status: 'failed', code: 'connect' } });
    clock.advance(61_000);
    expect((await one.check(`${site}/a`)).allowed).toBe(true);
  });
});
