import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../corpus/log.ts';
import { createReader, type Reader } from './reader.ts';
import { confiningFlags } from './reader-flags.ts';

// A parser that an attacker has made their own: it tries what it is told and says how that ended.
const takenOver = `
import { createWriteStream, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { execFileSync, fork } from 'node:child_process';
import { createSocket } from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';
import { Worker } from 'node:worker_threads';
import { writeHeapSnapshot } from 'node:v8';
import { forbidNetwork } from ${JSON.stringify(fileURLToPath(new URL('./no-network.ts', import.meta.url)))};
forbidNetwork();
const answers = createWriteStream('', { fd: 3 });
const send = (value) => {
  const body = Buffer.from(JSON.stringify(value));
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  answers.write(Buffer.concat([head, body]));
};
const settled = (target) => new Promise((resolve, reject) => { target.on('error', reject); target.on('message', resolve); target.on('connect', resolve); });
const tries = {
  read: (path) => readFileSync(path),
  readLater: (path) => readFile(path),
  list: (path) => readdirSync(path),
  climb: (path) => readFileSync(Buffer.from(process.argv[1] + '/../../../..' + path)),
  memory: () => readFileSync('/proc/self/environ'),
  require: (path) => require(path),
  write: (path) => writeFileSync(path, 'x'),
  snapshot: (path) => writeHeapSnapshot(path),
  report: (path) => process.report.writeReport(path),
  run: () => execFileSync('/bin/true'),
  fork: () => fork(process.argv[1]),
  thread: () => settled(new Worker('require("worker_threads").parentPort.postMessage(1)', { eval: true })),
  internals: () => process.binding('fs'),
  database: (path) => new (process.getBuiltinModule?.('node:sqlite') ?? require('node:sqlite')).DatabaseSync(path),
  kill: () => process.kill(process.ppid, 0),
  connect: (port) => settled(net.connect(Number(port), '127.0.0.1')),
  listen: () => net.createServer().listen(0),
  datagram: (port) => createSocket('udp4').send('x', Number(port), '127.0.0.1'),
  resolve: () => new Promise((resolve) => dns.lookup('localhost', resolve)),
  fetch: (port) => fetch('http://127.0.0.1:' + port),
};
let pending = Buffer.alloc(0);
let id = '';
process.stdin.on('data', async (piece) => {
  pending = Buffer.concat([pending, piece]);
  const messages = [];
  while (pending.length >= 4 && pending.length >= 4 + pending.readUInt32BE()) {
    messages.push(pending.subarray(4, 4 + pending.readUInt32BE()));
    pending = pending.subarray(4 + messages.at(-1).length);
  }
  for (const message of messages) {
    if (id === '') { id = JSON.parse(message.toString()).id; continue; }
    const [name, word] = message.toString().split(' ');
    let reason = 'done';
    try { await tries[name](word); } catch (error) { reason = 'refused: ' + (error.code ?? error.cause?.message ?? error.message); }
    send({ id, outcome: { status: 'unreadable', code: 'no-text', reason } });
    id = '';
  }
});
send({ ready: true });
`;

let folder: string;
let reader: Reader;
let server: Server;
let connections = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'confined-'));
  writeFileSync(join(folder, 'child.mjs'), takenOver);
  writeFileSync(join(folder, 'secret.json'), '{"token":"123456:secret"}');
  reader = createReader({ log: silentLog(), children: 1, program: join(folder, 'child.mjs') });
  server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await reader.close();
  server.close();
  rmSync(folder, { recursive: true });
});

async function tried(words: string): Promise<string> {
  const bytes = new TextEncoder().encode(words);
  const outcome = await reader.read({ bytes, url: 'https://a.example/', contentType: null });
  return outcome.status === 'unreadable' ? outcome.reason : outcome.status;
}

const canConfine = confiningFlags('/x').length > 0;

describe('a reader that a document has taken over', () => {
  it
    .skipIf(!canConfine)
    .each([
      'read /etc/passwd',
      'readLater /etc/passwd',
      'list /etc',
      'climb /etc/passwd',
      'memory',
      'read FOLDER/secret.json',
      'require FOLDER/secret.json',
      'database FOLDER/corpus.db',
      'internals',
      'run',
      'fork',
      'thread',
    ])('cannot %s', async (words) => {
    expect(await tried(words.replace('FOLDER', folder))).toMatch(/^refused: ERR_/);
  });

  it.skipIf(!canConfine).each(['write', 'snapshot', 'report'])('cannot %s a file', async (way) => {
    const path = join(folder, `${way}.out`);
    expect(await tried(`${way} ${path}`)).toMatch(/^refused: ERR_ACCESS_DENIED/);
    expect(existsSync(path)).toBe(false);
  });

  it.each(['connect', 'fetch', 'datagram', 'listen', 'resolve', 'kill'])(
    'is kept by what it loads from the network and from others: %s',
    async (way) => {
      const { port } = server.address() as { readonly port: number };
      expect(await tried(`${way} ${port}`)).toMatch(/^refused: .*(?:reach out|ERR_ACCESS_DENIED)/);
      expect(connections).toBe(0);
    },
  );
});

describe('the flags that confine', () => {
  it.each([
    [['--experimental-permission'], ['--experimental-permission', '--allow-fs-read=/a/b.cjs']],
    [
      ['--permission', '--experimental-permission', '--no-experimental-sqlite'],
      ['--permission', '--allow-fs-read=/a/b.cjs', '--no-experimental-sqlite'],
    ],
    [[], []],
  ])('are those the release knows: %j', (known, flags) => {
    expect(confiningFlags('/a/b.cjs', new Set(known))).toEqual(flags);
  });
});
