import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeTelegram, type Fault } from './trials/fake-telegram.ts';
import { testKey } from './trials/people-for-tests.ts';

const mainFile = fileURLToPath(new URL('./main.ts', import.meta.url));
const backupFile = fileURLToPath(new URL('./people/people-backup.ts', import.meta.url));

let server: FakeTelegram;
let folder: string;
let said: string;
const running = new Set<ChildProcess>();

beforeEach(async () => {
  server = await new FakeTelegram().start();
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  said = '';
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** Starts a program as it is started in earnest, with everything it says kept, at the most talkative level. */
function start(file: string, args: readonly string[] = [], env: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), file, ...args], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      BOT_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.apiRoot,
      DATA_DIR: join(folder, 'data'),
      PEOPLE_KEY: testKey.toString('hex'),
      STARTER_CORPUS: 'off',
      LOG_LEVEL: 'debug',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (chunk) => {
      said += String(chunk);
    });
  return child;
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  return new Promise((resolve) => child.once('close', (code) => resolve(code)));
}

async function until(condition: () => boolean, timeoutMs = 45_000): Promise<void> {
  const giveUpAt = Date.now() + timeoutMs;
  while (!condition()) {
    if (Date.now() > giveUpAt) throw new Error(`not within ${timeoutMs} ms: ${condition}\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

async function freePort(): Promise<string> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return String(port);
}

/** Names of files below the folder, and what they hold, in which a piece of text stands. */
function filesWith(text: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && readFileSync(path).includes(text));
}

function bytesWith(bytes: Buffer): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && readFileSync(path).includes(bytes));
}

const sayTo = (text: string, fromId: number) => server.say({ text, fromId, name: 'Одарка' });
const answersTo = (chatId: number) => server.messages.filter((message) => message.chatId === chatId).length;

describe('token and key', () => {
  it('stand in nothing the program says or writes, whatever fails', async () => {
    const leaking = `planned for bot${server.token}`;
    const faults: readonly Omit<Fault, 'method'>[] = [
      { kind: 'drop-before' },
      { kind: 'reset-after' },
      { kind: 'error', status: 502, body: `<html>${leaking}</html>` },
      { kind: 'error', status: 400, description: leaking },
      { kind: 'error', status: 403, description: leaking },
      { kind: 'error', status: 500, description: leaking },
    ];
    for (const method of ['getMe', 'setMyCommands', 'deleteWebhook']) server.fail({ method, ...faults[0]! });
    for (const fault of faults)
      for (const method of ['sendMessage', 'sendChatAction']) server.fail({ method, ...fault });
    server.fail({ method: 'getUpdates', ...faults[2]! });
    const port = await freePort();
    const bot = start(mainFile, [], { HEALTH_PORT: port });
    for (let i = 0; i < 8; i += 1) sayTo(`/privacy ${i}`, 700 + i);
    await until(() => server.messages.length >= 5 && server.faults.length < 8);
    for (const page of ['healthz', 'readyz', 'metrics', 'nowhere'])
      said += await (await fetch(`http://127.0.0.1:${port}/${page}`)).text();
    server.fail({ method: 'getUpdates', kind: 'error', status: 401, description: leaking });
    sayTo('/help', 790);
    expect(await ended(bot)).toBe(1);
    await ended(start(backupFile, ['backup', join(folder, 'copy')]));
    await ended(start(mainFile, [], { DATA_DIR: '/dev/null/nowhere' }));
    await ended(start(mainFile, [], { PEOPLE_KEY: Buffer.alloc(32, 8).toString('hex') }));
    expect(said).toMatch(/cannot reach Telegram/);
    expect(said).toMatch(/another PEOPLE_KEY/);
    for (const secret of [server.token, testKey.toString('hex'), testKey.toString('base64')]) {
      expect(said).not.toContain(secret);
      expect(filesWith(secret)).toEqual([]);
    }
    expect(bytesWith(testKey)).toEqual([]);
  }, 150_000);
});

describe('who erases their data', () => {
  it('is found in no file and no line of the log afterwards', async () => {
    const id = 98_765_432_109;
    const bot = start(mainFile);
    sayTo('/subscribe щодня о 9 про Японію', id);
    await until(() => answersTo(id) === 1);
    sayTo('/subscribe щотижня Скільки хризопразів передала Японія?', id);
    await until(() => answersTo(id) === 2);
    sayTo('/language', id);
    await until(() => answersTo(id) === 3);
    const english = server.messages.at(-1)!;
    const data = english.buttons.flatMap((button) =>
      'callback_data' in button ? [button.callback_data] : [],
    );
    server.press({ message: english, data: data.at(-1)! });
    sayTo('/deletemydata', id);
    await until(() => answersTo(id) === 4);
    server.press({ message: server.messages.at(-1)!, data: 'd:yes' });
    await until(() => server.messages.at(-1)!.edits > 0);
    const erasedAtMs = Date.now();
    // The bot still runs: what it holds open is searched as well, the write-ahead log included.
    const idBytes = Buffer.alloc(8);
    idBytes.writeBigInt64BE(BigInt(id));
    for (const trace of [String(id), 'Одарка', 'хризопраз']) {
      expect(filesWith(trace)).toEqual([]);
      expect(said).not.toContain(trace);
    }
    expect(bytesWith(idBytes.subarray(2))).toEqual([]);
    expect(Date.now() - erasedAtMs).toBeLessThan(60_000);
    bot.kill('SIGTERM');
    expect(await ended(bot)).toBe(0);
    for (const trace of [String(id), 'Одарка', 'хризопраз']) expect(filesWith(trace)).toEqual([]);
  }, 120_000);
});
