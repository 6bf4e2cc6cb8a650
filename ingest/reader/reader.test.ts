import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../corpus/log.ts';
import type { ReaderLimits } from '../limits.ts';
import { createReader, type Reader } from './reader.ts';

// A child that does what the first word of the body says, so that each way of dying takes no parser and no luck.
const obedientChild = `
import { createWriteStream } from 'node:fs';
const answers = createWriteStream('', { fd: 3 });
const send = (value) => {
  const body = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  answers.write(Buffer.concat([head, body]));
};
let id = '';
const refuse = (reason) => send({ id, outcome: { status: 'unreadable', code: 'no-text', reason } });
const orders = {
  say: (word) => refuse(word),
  environment: () => refuse(JSON.stringify(process.env)),
  pid: () => refuse(String(process.pid)),
  hang: () => { for (;;); },
  exit: () => process.exit(3),
  abort: () => process.abort(),
  garbage: () => send({ id, outcome: { status: 'page', page: { title: 1 } } }),
  forge: () => send({ id: 'other', outcome: { status: 'unreadable', code: 'no-text', reason: 'forged' } }),
  twice: () => { refuse('first'); setTimeout(() => refuse('second'), 5); },
  announce: () => { const head = Buffer.alloc(4); head.writeUInt32BE(4e9); answers.write(head); },
  heap: () => { const kept = []; for (;;) kept.push(new Array(1e5).fill({ a: kept.length })); },
  buffers: () => { const kept = []; const grow = () => { kept.push(Buffer.alloc(2e7, 1)); setTimeout(grow, 5); }; grow(); },
};
let pending = Buffer.alloc(0);
let head = true;
process.stdin.on('data', (piece) => {
  pending = Buffer.concat([pending, piece]);
  while (pending.length >= 4 && pending.length >= 4 + pending.readUInt32BE()) {
    const message = pending.subarray(4, 4 + pending.readUInt32BE());
    pending = pending.subarray(4 + message.length);
    if (head) id = JSON.parse(message.toString()).id;
    else { const [order, word] = message.toString().split(' '); orders[order](word); }
    head = !head;
  }
});
process.stdin.on('end', () => process.exit(0));
send({ ready: true });
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reader-'));
  writeFileSync(join(folder, 'child.mjs'), obedientChild);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function withReader<Result>(
  limits: Partial<ReaderLimits>,
  work: (reader: Reader) => Promise<Result>,
  children = 1,
) {
  const reader = createReader({
    log: silentLog(),
    limits,
    children,
    program: join(folder, 'child.mjs'),
  });
  try {
    return await work(reader);
  } finally {
    await reader.close();
  }
}

const order = (words: string) => ({
  bytes: new TextEncoder().encode(words),
  url: 'https://a.example/',
  contentType: null,
});
const said = async (reader: Reader, words: string) => {
  const outcome = await reader.read(order(words));
  return outcome.status === 'unreadable' ? outcome.reason : outcome.status;
};

describe('the reader', () => {
  it.each([
    ['hang', 'timeout', { wallMs: 300 }],
    ['exit', 'damaged', {}],
    ['abort', 'damaged', {}],
    ['garbage', 'damaged', {}],
    ['forge', 'damaged', {}],
    ['announce', 'too-large', {}],
    ['heap', 'out-of-memory', { maxHeapMb: 40 }],
    ['buffers', 'out-of-memory', { maxRssBytes: 150 * 1024 * 1024, rssEveryMs: 20 }],
  ] as const)(
    'ends a child that gets "%s" as %s and reads the next document',
    async (words, code, limits) => {
      await withReader({ wallMs: 8_000, ...limits }, async (reader) => {
        expect(await reader.read(order(words))).toMatchObject({ status: 'unreadable', code });
        expect(await said(reader, 'say again')).toBe('again');
      });
    },
  );

  it('takes one answer to one question', async () => {
    await withReader({}, async (reader) => {
      expect(await said(reader, 'twice')).toBe('first');
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await said(reader, 'say next')).toBe('next');
    });
  });

  it('gives its children an empty environment', async () => {
    process.env.BOT_TOKEN = '123456:secret';
    const environment = await withReader({}, (reader) => said(reader, 'environment'));
    delete process.env.BOT_TOKEN;
    // The shell that sets the limits adds names of its own.
    expect(
      Object.keys(JSON.parse(environment) as object).filter(
        (name) => !['PWD', 'OLDPWD', 'SHLVL', '_'].includes(name),
      ),
    ).toEqual([]);
  });

  it('keeps a child warm, and replaces it after its share of documents', async () => {
    await withReader({ documentsPerChild: 2 }, async (reader) => {
      const pids = [await said(reader, 'pid'), await said(reader, 'pid'), await said(reader, 'pid')];
      expect(pids[0]).toBe(pids[1]);
      expect(pids[2]).not.toBe(pids[1]);
    });
  });

  it('lets documents wait when every child is busy', async () => {
    await withReader(
      {},
      async (reader) => {
        const answers = await Promise.all(Array.from({ length: 9 }, (_, n) => said(reader, `say ${n}`)));
        expect(answers).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8']);
      },
      2,
    );
  });

  it('leaves the event loop free while a child hangs', async () => {
    await withReader({ wallMs: 600 }, async (reader) => {
      let longestMs = 0;
      let lastMs = performance.now();
      const timer = setInterval(() => {
        longestMs = Math.max(longestMs, performance.now() - lastMs);
        lastMs = performance.now();
      }, 5);
      await reader.read(order('hang'));
      clearInterval(timer);
      expect(longestMs).toBeLessThan(200);
    });
  });
});
