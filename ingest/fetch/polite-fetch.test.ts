import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import { startTestWeb, type TestPage, type TestWeb } from '../trials/web-for-tests.ts';
import { createFetcher } from './fetch.ts';
import { createHostPace } from './host-pace.ts';
import { politeFetch, robotsFetch } from './polite-fetch.ts';
import { createRobots } from './robots.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

async function setUp(pages: Record<string, TestPage>, gapMs = 0) {
  const web = await startTestWeb(pages);
  const other = await startTestWeb({
    '/robots.txt': 'User-agent: *\nDisallow: /no',
    '/no': 'x',
    '/yes': 'y',
  });
  const fetcher = createFetcher({ userAgent: 'x', allow: [web.pair, other.pair] });
  const pace = createHostPace({ clock: systemClock, gapMs: () => gapMs });
  const stored = new Map<string, string>();
  const memory = {
    get: async (key: string) => stored.get(key) ?? null,
    set: async (key: string, value: string) => void stored.set(key, value),
  };
  const robots = createRobots({ fetch: robotsFetch(fetcher, pace), memory, clock: systemClock });
  open.push(web.close, other.close, fetcher.close);
  return { web, other, fetch: politeFetch(fetcher, pace, robots) };
}

const gaps = (web: TestWeb) =>
  web.requests.slice(1).map((request, at) => request.atMs - web.requests[at]!.atMs);

describe('a polite fetch', () => {
  it('does not ask for a page that robots.txt forbids', async () => {
    const { web, fetch } = await setUp({
      '/robots.txt': 'User-agent: *\nDisallow: /no',
      '/no': 'x',
      '/yes': 'y',
    });
    expect(await fetch(`${web.origin}/no`)).toMatchObject({ status: 'refused', code: 'robots' });
    expect(await fetch(`${web.origin}/yes`)).toMatchObject({ status: 'ok' });
    expect(web.count('/no')).toBe(0);
    expect(web.count('/robots.txt')).toBe(1);
  });

  it('keeps one connection and the pause between requests to a host', async () => {
    const { web, fetch } = await setUp({ '/a': 'a', '/b': 'b', '/c': 'c' }, 100);
    await Promise.all(['/a', '/b', '/c'].map((path) => fetch(web.origin + path)));
    expect(gaps(web).every((gap) => gap >= 60)).toBe(true);
    expect(web.connections()).toBe(1);
  });

  it('asks the robots.txt of a site it is redirected to', async () => {
    const links: Record<string, TestPage> = {};
    const { web, other, fetch } = await setUp(links);
    links['/to-no'] = (_request, response) =>
      void response.writeHead(302, { location: `${other.origin}/no` }).end();
    links['/to-yes'] = (_request, response) =>
      void response.writeHead(302, { location: `${other.origin}/yes` }).end();
    expect(await fetch(`${web.origin}/to-no`)).toMatchObject({ status: 'refused', code: 'robots' });
    expect(await fetch(`${web.origin}/to-yes`)).toMatchObject({ status: 'ok' });
    expect(other.count('/no')).toBe(0);
  });

  it('does not wait for itself when two hosts redirect to each other at once', async () => {
    const links: Record<string, TestPage> = { '/end': 'end' };
    const { web, other, fetch } = await setUp(links, 20);
    links['/go'] = (_request, response) =>
      void response.writeHead(302, { location: `${other.origin}/yes` }).end();
    const outcomes = await Promise.all(['/go', '/go?2', '/end'].map((path) => fetch(web.origin + path)));
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['ok', 'ok', 'ok']);
  });

  it('leaves a host alone that asks for it, also for pages already waiting', async () => {
    const { web, fetch } = await setUp({
      '/a': (_request, response) => void response.writeHead(429, { 'retry-after': '3600' }).end(),
      '/b': 'b',
    });
    const [first, second] = await Promise.all([fetch(`${web.origin}/a`), fetch(`${web.origin}/b`)]);
    expect(first).toMatchObject({ status: 'failed', httpStatus: 429, retryAfterMs: 3_600_000 });
    expect(second).toMatchObject({ status: 'failed', code: 'wait' });
    expect(web.count('/b')).toBe(0);
  });

  it('refuses an address that may not be fetched before asking its robots.txt', async () => {
    const { fetch } = await setUp({});
    expect(await fetch('http://169.254.169.254/x')).toMatchObject({ status: 'refused', code: 'address' });
    expect(await fetch('not an address')).toMatchObject({ status: 'refused', code: 'bad-url' });
  });
});
