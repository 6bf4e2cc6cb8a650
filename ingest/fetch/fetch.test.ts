import { createServer, type Server, type Socket } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWeb, type TestWeb } from '../trials/web-for-tests.ts';
import type { Lookup } from './address-guard.ts';
import { createFetcher, type Fetcher, type FetcherOptions } from './fetch.ts';

const zeros = Buffer.alloc(3_000_000);
const megabyte = 1024 * 1024;

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb({
    '/page': '<p>ok</p>',
    '/gzip': coded('gzip', gzipSync('<p>packed</p>')),
    '/br': coded('br', brotliCompressSync('<p>packed</p>')),
    '/twice': coded('gzip, gzip', gzipSync(gzipSync('<p>packed</p>'))),
    '/thrice': coded('gzip, gzip, gzip', gzipSync(gzipSync(gzipSync('x')))),
    '/zstd': coded('zstd', Buffer.from('x')),
    '/not-gzip': coded('gzip', Buffer.from('plain')),
    '/cut-gzip': coded('gzip', gzipSync(Buffer.from('abcdef'.repeat(5000))).subarray(0, 40)),
    '/bomb': coded('gzip', gzipSync(zeros)),
    '/bomb-in-bomb': coded('gzip, gzip', gzipSync(gzipSync(Buffer.alloc(60_000_000)))),
    '/pdf': Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1.5 * megabyte)]),
    '/large-pdf': Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3 * megabyte)]),
    '/large': Buffer.alloc(1.5 * megabyte, 'a'),
    '/announced': (_request, response) =>
      response.writeHead(200, { 'content-length': '99999999999' }).write('x'),
    '/short': (_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('only this');
      setTimeout(() => response.destroy(), 20);
    },
    '/endless': (_request, response) => {
      const more = () =>
        void (response.write(zeros.subarray(0, 65_536)) ? setImmediate(more) : response.once('drain', more));
      response.writeHead(200);
      more();
    },
    '/drip': (_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    },
    '/silent': () => {},
    '/flood': (_request, response) => response.writeHead(200, { 'x-flood': 'a'.repeat(40_000) }).end(),
    '/error': (_request, response) => response.writeHead(503, { 'retry-after': '120' }).end(),
    '/empty-204': (_request, response) => response.writeHead(204).end(),
    '/etag': (request, response) => {
      const known = request.headers['if-none-match'] === '"v1"';
      response.writeHead(known ? 304 : 200, {
        etag: '"v1"',
        'last-modified': 'Mon, 01 Jan 2024 00:00:00 GMT',
      });
      response.end(known ? undefined : 'body');
    },
    '/always-304': (_request, response) => response.writeHead(304).end(),
    '/hop1': redirect('/hop2'),
    '/hop2': redirect('/hop3'),
    '/hop3': redirect('/hop4'),
    '/hop4': redirect('/hop5'),
    '/hop5': redirect('/page'),
    '/hop0': redirect('/hop1'),
    '/loop': redirect('/loop'),
    '/to-file': redirect('file:///etc/passwd'),
    '/to-metadata': redirect('http://169.254.169.254/latest/meta-data/'),
    '/to-port': redirect('http://example.com:22/'),
    '/to-user': redirect('http://a:b@example.com/'),
    '/to-nowhere': redirect('http://[bad'),
    '/cookie': (_request, response) =>
      response.writeHead(302, { location: '/page', 'set-cookie': 'a=b' }).end(),
  });
});
afterAll(() => web.close());

function coded(encoding: string, body: Buffer) {
  return (_request: unknown, response: import('node:http').ServerResponse) =>
    void response.writeHead(200, { 'content-encoding': encoding, 'content-type': 'text/html' }).end(body);
}

function redirect(location: string) {
  return (_request: unknown, response: import('node:http').ServerResponse) =>
    void response.writeHead(302, { location }).end();
}

async function get(path: string, options: Partial<FetcherOptions> = {}, request = {}) {
  const fetcher = createFetcher({
    userAgent: 'Test/1',
    allow: [web.pair],
    limits: { maxBytes: megabyte, maxPdfBytes: 2 * megabyte, firstByteMs: 400, totalMs: 800 },
    ...options,
  });
  try {
    return await fetcher.fetch(web.origin + path, request);
  } finally {
    await fetcher.close();
  }
}

describe('the fetcher', () => {
  it('returns the body, its final address and what the headers say', async () => {
    const outcome = await get('/hop5');
    expect(outcome).toMatchObject({
      status: 'ok',
      url: `${web.origin}/page`,
      redirects: [`${web.origin}/hop5`],
      contentType: 'text/html; charset=utf-8',
      address: '127.0.0.1',
      truncated: false,
    });
  });

  it.each(['/gzip', '/br', '/twice'])('decodes %s', async (path) => {
    const outcome = await get(path);
    expect(outcome.status === 'ok' && Buffer.from(outcome.bytes).toString()).toBe('<p>packed</p>');
  });

  it.each([
    ['/thrice', 'encoding'],
    ['/zstd', 'encoding'],
    ['/bomb', 'too-large'],
    ['/bomb-in-bomb', 'too-large'],
    ['/large', 'too-large'],
    ['/large-pdf', 'too-large'],
    ['/announced', 'too-large'],
    ['/endless', 'too-large'],
    ['/flood', 'headers'],
    ['/hop0', 'redirects'],
    ['/loop', 'redirects'],
    ['/to-file', 'scheme'],
    ['/to-metadata', 'address'],
    ['/to-port', 'port'],
    ['/to-user', 'credentials'],
    ['/to-nowhere', 'bad-url'],
  ])('refuses %s as %s', async (path, code) => {
    const outcome = await get(path);
    expect(outcome).toMatchObject({ status: 'refused', code });
    expect('reason' in outcome && outcome.reason).not.toMatch(/\n/);
  });

  it.each([
    ['/drip', 'timeout'],
    ['/silent', 'timeout'],
    ['/short', 'broken'],
    ['/not-gzip', 'broken'],
    ['/cut-gzip', 'broken'],
    ['/missing', 'http'],
    ['/empty-204', 'http'],
    ['/always-304', 'http'],
  ])('ends %s as failed: %s', async (path, code) => {
    expect(await get(path)).toMatchObject({ status: 'failed', code });
  });

  it('takes a PDF up to the larger limit', async () => {
    expect(await get('/pdf')).toMatchObject({ status: 'ok' });
  });

  it('follows five redirects and no sixth', async () => {
    expect(await get('/hop1')).toMatchObject({ status: 'ok' });
    expect(await get('/hop0')).toMatchObject({ status: 'refused', code: 'redirects' });
  });

  it('passes on what the server asks to wait', async () => {
    expect(await get('/error')).toMatchObject({ httpStatus: 503, retryAfterMs: 120_000 });
  });

  it('asks conditionally and recognises an unchanged page', async () => {
    const first = await get('/etag');
    expect(first).toMatchObject({
      status: 'ok',
      etag: '"v1"',
      lastModified: 'Mon, 01 Jan 2024 00:00:00 GMT',
    });
    expect(await get('/etag', {}, { etag: '"v1"' })).toEqual({ status: 'not-modified' });
  });

  it('keeps the first bytes of a body when asked to truncate', async () => {
    const outcome = await get('/large', {}, { maxBytes: 1000, overflow: 'truncate' });
    expect(outcome).toMatchObject({ status: 'ok', truncated: true });
    expect(outcome.status === 'ok' && outcome.bytes.length).toBe(1000);
  });

  it('carries no cookie from one hop to the next and names itself', async () => {
    await get('/cookie');
    const last = web.requests.at(-1)!;
    expect(last.path).toBe('/page');
    expect(last.headers.cookie).toBeUndefined();
    expect(last.headers['user-agent']).toBe('Test/1');
  });

  it('asks before a redirect is followed', async () => {
    const asked: string[] = [];
    const beforeHop = async (url: string) => {
      asked.push(url);
      return { status: 'refused', code: 'robots', reason: 'no' } as const;
    };
    expect(await get('/hop5', {}, { beforeHop })).toMatchObject({ status: 'refused', code: 'robots' });
    expect(asked).toEqual([`${web.origin}/page`]);
  });

  it('refuses a step from https down to http', async () => {
    const { nextHop } = await import('./redirect.ts');
    const rules = { allow: [], ports: [80, 443], maxRedirects: 5 };
    const from = new URL('https://example.com/');
    expect(nextHop(from, 'http://example.com/a', 1, rules)).toMatchObject({ code: 'downgrade' });
    expect(nextHop(from, '//example.org/a', 1, rules)).toBe('https://example.org/a');
  });

  it('says in one line that nobody answers', async () => {
    const fetcher = createFetcher({ userAgent: 'x', allow: ['127.0.0.1:1'], limits: { firstByteMs: 500 } });
    expect(await fetcher.fetch('http://127.0.0.1:1/')).toEqual({
      status: 'failed',
      code: 'connect',
      reason: '127.0.0.1:1 refused the connection',
    });
    await fetcher.close();
  });
});

describe('name resolution', () => {
  let canary: Server;
  let port = 0;
  let visits = 0;
  const sockets = new Set<Socket>();
  beforeAll(async () => {
    canary = createServer((socket) => {
      visits += 1;
      sockets.add(socket);
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nsecret');
    });
    await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
    port = (canary.address() as { port: number }).port;
  });
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    canary.close();
  });

  const at =
    (...addresses: string[]): Lookup =>
    async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

  const against = (lookup: Lookup): Fetcher =>
    createFetcher({ userAgent: 'x', lookup, limits: { ports: [port], firstByteMs: 300, totalMs: 600 } });

  it.each([
    ['a private answer', ['127.0.0.1']],
    ['a mixed answer', ['93.184.216.34', '127.0.0.1']],
    ['a mixed answer of two families', ['2606:4700::1111', '::1']],
    ['a mapped answer', ['::ffff:127.0.0.1']],
    ['a translated answer', ['64:ff9b::7f00:1']],
    ['no address at all', []],
    ['something that is no address', ['localhost']],
  ])('stops %s before connecting', async (_name, addresses) => {
    const fetcher = against(at(...addresses));
    const outcome = await fetcher.fetch(`http://public.example:${port}/`);
    await fetcher.close();
    expect(outcome).toMatchObject({ status: 'refused', code: 'address' });
    expect(visits).toBe(0);
  });

  it('stops 500 of 500 rebinding attempts, since one resolution decides and is connected to', async () => {
    let turn = 0;
    const lookup: Lookup = async () => [{ address: turn++ % 2 === 0 ? '192.0.2.1' : '127.0.0.1', family: 4 }];
    const fetcher = against(lookup);
    for (let attempt = 0; attempt < 500; attempt += 1) {
      const outcome = await fetcher.fetch(`http://rebind${attempt}.example:${port}/`);
      expect(outcome).toMatchObject({ status: 'refused', code: 'address' });
    }
    await fetcher.close();
    expect(turn).toBe(500);
    expect(visits).toBe(0);
  });

  it('refuses a name exempted on one port when it is asked for on another', async () => {
    const fetcher = createFetcher({
      userAgent: 'x',
      allow: ['127.0.0.1:9'],
      limits: { ports: [80, 443, port] },
    });
    expect(await fetcher.fetch(`http://127.0.0.1:${port}/`)).toMatchObject({ code: 'address' });
    await fetcher.close();
    expect(visits).toBe(0);
  });
});
