import { createServer, type Server, type Socket } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Lookup } from '../fetch/address-guard.ts';
import { createFetcher } from '../fetch/fetch.ts';
import { startTestWeb } from './web-for-tests.ts';

/** What came of the attempts. */
export interface FetchTrial {
  readonly attempts: number;
  /** Connections that reached the server nobody may reach. */
  readonly canaryVisits: number;
  /** Attempts that did not end in a refusal or a failure, or ended too late. */
  readonly wrong: readonly string[];
}

const privateV4 = [
  '127.0.0.1',
  '127.8.9.10',
  '10.0.0.1',
  '169.254.169.254',
  '192.168.0.1',
  '172.16.5.4',
  '100.64.0.1',
  '0.0.0.0',
  '198.18.0.1',
];

/** Every spelling of an IPv4 address that some parser takes, and IPv6 addresses that carry it. */
function spellingsOf(address: string): string[] {
  const [a, b, c, d] = address.split('.').map(Number) as [number, number, number, number];
  const whole = ((a * 256 + b) * 256 + c) * 256 + d;
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  const [high, low] = [hex(a * 256 + b, 4), hex(c * 256 + d, 4)];
  const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
  const circled = (text: string) =>
    text.replace(/[1-9]/g, (digit) => String.fromCharCode(0x245f + Number(digit))).replace(/0/g, '⓪');
  const bold = (text: string) =>
    text.replace(/\d/g, (digit) => String.fromCodePoint(0x1d7ce + Number(digit)));
  const percent = (text: string) => [...text].map((sign) => `%${hex(sign.charCodeAt(0), 2)}`).join('');
  const v4 = [
    ...[
      address,
      `${address}.`,
      String(whole),
      `0x${hex(whole, 8)}`,
      `0X${hex(whole, 8).toUpperCase()}`,
      `0${whole.toString(8)}`,
      `000000${whole.toString(8)}`,
    ],
    ...[
      `${a}.${whole % 2 ** 24}`,
      `${a}.${b}.${c * 256 + d}`,
      [a, b, c, d].map((part) => `0x${hex(part, 2)}`).join('.'),
      [a, b, c, d].map((part) => `0${part.toString(8)}`).join('.'),
    ],
    ...[
      `0x${hex(a, 2)}.${b}.0${c.toString(8)}.${d}`,
      `${a}.0x${hex(whole % 2 ** 24, 6)}`,
      wide(address),
      circled(address),
      bold(address),
      address.replaceAll('.', '。'),
      address.replaceAll('.', '．'),
      address.replaceAll('.', '｡'),
      percent(address),
    ],
    ...[
      `${a}.${b}.${c}.${d}%2e`,
      address.replaceAll('.', '%2E'),
      `\u00ad${address}`,
      `${address}\u200b`,
      `${a}\u2060.${b}.${c}.${d}`,
    ],
  ];
  const v6 = [
    ...[
      `::ffff:${address}`,
      `::ffff:${high}:${low}`,
      `0:0:0:0:0:ffff:${high}:${low}`,
      `::FFFF:${high}:${low}`,
      `::${address}`,
      `::${high}:${low}`,
    ],
    ...[
      `::ffff:0:${address}`,
      `64:ff9b::${address}`,
      `64:ff9b::${high}:${low}`,
      `64:ff9b:1::${high}:${low}`,
      `2002:${high}:${low}::1`,
    ],
    ...[
      `2001:0:4136:e378:8000:63bf:${hex(0xffff ^ (a * 256 + b), 4)}:${hex(0xffff ^ (c * 256 + d), 4)}`,
      `fe80::5efe:${high}:${low}`,
      `2001:db8::${high}:${low}`,
    ],
  ].map((spelled) => `[${spelled}]`);
  return [...v4, ...v6];
}

const otherHosts = [
  'localhost',
  'LOCALHOST',
  'localhost.',
  'a.localhost',
  'ⓛocalhost',
  'localhost%00',
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[fe80::1]',
  '[fe80::1%25lo]',
  '[fd00::1]',
  '[ff02::1]',
  '[::1%lo]',
  'printer.local',
  'db.internal',
  'router.lan',
  'host.localdomain',
  'ip6-localhost.localdomain',
];

/** Addresses as a page, a feed or a person may give them, each leading to a server on loopback or a private network. */
export function hostileAddresses(port: number): readonly string[] {
  const hosts = [...privateV4.flatMap(spellingsOf), ...otherHosts];
  const plain = hosts.flatMap((host) => [`http://${host}:${port}/`, `https://${host}:${port}/`]);
  const tricks = privateV4
    .slice(0, 2)
    .flatMap((address) => [
      ...[
        `http://example.com@${address}:${port}/`,
        `http://example.com:80@${address}:${port}/`,
        `http://example.com%40${address}:${port}/`,
        `http://${address}:${port}#@example.com/`,
        `http://${address}:${port}?@example.com/`,
      ],
      ...[
        `http://example.com\\@${address}:${port}/`,
        `http:\\\\${address}:${port}\\`,
        `http:/${address}:${port}/`,
        `http:${address}:${port}/`,
        `///${address}:${port}/`,
        `\thttp://${address}:${port}/`,
        `ht\ntp://${address}:${port}/`,
        ` http://${address}:${port}/ `,
      ],
      ...['file', 'gopher', 'ftp', 'dict', 'ldap', 'ws', 'data', 'jar', 'view-source'].map(
        (scheme) => `${scheme}://${address}:${port}/`,
      ),
    ]);
  return [...plain, ...tricks];
}

/** Sends a fetcher to every such address, straight, by a lying name server, and by a redirect; counts visits at the canary. */
export async function tryAddresses(random: () => number, share: number): Promise<FetchTrial> {
  let canaryVisits = 0;
  const canary = await listen((socket) => {
    canaryVisits += 1;
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nsecret');
  });
  const { port } = canary.address() as { port: number };
  const addresses = hostileAddresses(port).filter(() => random() < share);
  const redirects = Object.fromEntries(
    addresses.map((address, at) => [
      `/r${at}`,
      (_request: unknown, response: import('node:http').ServerResponse) => {
        // Header values are bytes: an address in other letters is sent as UTF-8, as servers do.
        response
          .writeHead(302, { location: Buffer.from(address.trim().replace(/\n/g, '')).toString('latin1') })
          .end();
      },
    ]),
  );
  const web = await startTestWeb(redirects);
  const wrong: string[] = [];
  let attempts = 0;
  const attempt = async (url: string, lookup?: Lookup) => {
    attempts += 1;
    const fetcher = createFetcher({
      userAgent: 'Trial/1',
      allow: [web.pair],
      ...(lookup === undefined ? {} : { lookup }),
      limits: { ports: [80, 443, port], firstByteMs: 1_000, totalMs: 2_000 },
    });
    const outcome = await fetcher.fetch(url);
    await fetcher.close();
    if (outcome.status === 'ok' || outcome.status === 'not-modified') wrong.push(`${url} was fetched`);
  };
  // No name is looked up outside: a name that got so far is one the rules took for public.
  const nowhere: Lookup = async () => [];
  for (const [at, address] of addresses.entries()) {
    await attempt(address, nowhere);
    await attempt(`${web.origin}/r${at}`, nowhere);
  }
  for (const address of [
    ...privateV4,
    '::1',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    'fe80::1',
    'not an address',
    '127.1',
  ]) {
    const family = address.includes(':') ? 6 : 4;
    let turn = 0;
    await attempt(`http://name.example:${port}/`, async () => [{ address, family }]);
    await attempt(`http://mixed.example:${port}/`, async () => [
      { address: '93.184.216.34', family: 4 },
      { address, family },
    ]);
    await attempt(`http://mixed.example:${port}/`, async () => [
      { address, family },
      { address: '2606:4700::1111', family: 6 },
    ]);
    // A name server that says public first and private when asked again.
    await attempt(`http://rebind.example:${port}/`, async () => [
      turn++ === 0 ? { address: '192.0.2.1', family: 4 } : { address, family },
    ]);
  }
  await web.close();
  // The canary has to be within reach, or its silence would prove nothing.
  const before = canaryVisits;
  const control = createFetcher({ userAgent: 'Trial/1', allow: [`127.0.0.1:${port}`] });
  await control.fetch(`http://127.0.0.1:${port}/`);
  await control.close();
  if (canaryVisits !== before + 1) wrong.push('the canary cannot be reached even when it may be');
  canaryVisits = before;
  canary.close();
  return { attempts, canaryVisits, wrong };
}

function listen(onSocket: (socket: Socket) => void): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    onSocket(socket);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const bodies: readonly ((random: () => number) => readonly (string | Buffer)[])[] = [
  (random) => [`HTTP/1.1 200 OK\r\n${'x-flood: a\r\n'.repeat(Math.floor(random() * 20_000))}\r\nhi`],
  () => [`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(2_000_000)}`],
  () => ['HTTP/1.1 200 OK\r\ncontent-length: 99999999999999999999\r\n\r\nx'],
  () => ['HTTP/1.1 200 OK\r\ncontent-length: -5\r\n\r\nx'],
  () => ['HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 7\r\n\r\n1234567'],
  () => ['HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nx'],
  () => ['HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\ncontent-length: 4\r\n\r\n4\r\nabcd\r\n'],
  () => ['HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(50_000)],
  () => ['HTTP/9.9 200 OK\r\n\r\n'],
  () => ['SSH-2.0-OpenSSH_9.0\r\n'],
  () => ['\0\0\0\0'],
  (random) => [`HTTP/1.1 ${Math.floor(random() * 1_000)} ?\r\n\r\n`],
  () => ['HTTP/1.1 302 Found\r\nlocation: /\r\n\r\n'],
  () => ['HTTP/1.1 302 Found\r\nlocation: \r\n\r\n'],
  () => [`HTTP/1.1 302 Found\r\nlocation: /${'a'.repeat(30_000)}\r\n\r\n`],
  () => ['HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\n', gzipSync(Buffer.alloc(80_000_000))],
  () => ['HTTP/1.1 200 OK\r\ncontent-encoding: br\r\n\r\n', brotliCompressSync(Buffer.alloc(80_000_000))],
  () => [
    'HTTP/1.1 200 OK\r\ncontent-encoding: gzip, gzip\r\n\r\n',
    gzipSync(gzipSync(Buffer.alloc(80_000_000))),
  ],
  () => [`HTTP/1.1 200 OK\r\ncontent-encoding: ${'gzip, '.repeat(500)}gzip\r\n\r\n`, gzipSync('x')],
  () => ['HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\n', gzipSync('x'.repeat(100_000)).subarray(0, 60)],
];

/** Lets a server answer with broken, endless, lying and packed bodies; each fetch has to end in time, with bounded memory. */
export async function tryBodies(
  random: () => number,
  rounds: number,
): Promise<FetchTrial & { readonly grownMb: number }> {
  let answer: readonly (string | Buffer)[] = [];
  let manner: 'at once' | 'byte by byte' | 'for ever' = 'at once';
  const server = await listen((socket) => serve(socket, answer, manner));
  const { port } = server.address() as { port: number };
  const fetcher = createFetcher({
    userAgent: 'Trial/1',
    allow: [`127.0.0.1:${port}`],
    limits: { firstByteMs: 400, totalMs: 800, maxBytes: 10_000_000 },
  });
  const wrong: string[] = [];
  const before = process.memoryUsage().rss;
  let peak = before;
  for (let round = 0; round < rounds; round += 1) {
    const kind = Math.floor(random() * bodies.length);
    answer = bodies[kind]!(random);
    manner = (['at once', 'at once', 'byte by byte', 'for ever'] as const)[Math.floor(random() * 4)]!;
    const startedMs = performance.now();
    const outcome = await fetcher.fetch(`http://127.0.0.1:${port}/${round}`);
    const tookMs = performance.now() - startedMs;
    peak = Math.max(peak, process.memoryUsage().rss);
    // The limit is 800 ms; a busy machine notices late.
    if (tookMs > 10_000) wrong.push(`body ${kind} ${manner} took ${Math.round(tookMs)} ms`);
    if (outcome.status === 'ok' && outcome.bytes.length > 10_000_000)
      wrong.push(`body ${kind} gave ${outcome.bytes.length} bytes`);
  }
  await fetcher.close();
  server.close();
  return { attempts: rounds, canaryVisits: 0, wrong, grownMb: Math.round((peak - before) / 1024 / 1024) };
}

function serve(
  socket: Socket,
  answer: readonly (string | Buffer)[],
  manner: 'at once' | 'byte by byte' | 'for ever',
): void {
  const whole = Buffer.concat(answer.map((part) => Buffer.from(part)));
  if (manner === 'at once') return void socket.end(whole);
  let at = 0;
  const send = () => {
    if (socket.destroyed) return clearInterval(timer);
    if (manner === 'byte by byte') socket.write(whole.subarray(at, at + 1));
    else socket.write(at < whole.length ? whole : Buffer.alloc(65_536, 'a'));
    at += manner === 'byte by byte' ? 1 : whole.length;
  };
  const timer = setInterval(send, 5);
  socket.on('close', () => clearInterval(timer));
}
