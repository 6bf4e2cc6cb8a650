import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { nodeFlags } from '../corpus/process/node-flags.ts';
import { lockDataFolder } from './people/data-lock.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'main-'));
afterAll(() => rmSync(folder, { recursive: true }));

const token = '123456789:AAFakeTokenForTestsOnly_0123456789abc';

/** Runs `npm start` as it is and returns how it ended and what it said. */
async function run(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [...nodeFlags, main], {
    cwd: folder,
    env: { PATH: process.env.PATH, DATA_DIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, said: said.trim() };
}

describe('the start', () => {
  it('names every mistake in the configuration in one line and never a secret', async () => {
    const { code, said } = await run({ BOT_TOKEN: token, BOT_MODE: 'webhook', OWNER_IDS: 'me' });
    expect(code).toBe(1);
    expect(said.split('\n')).toHaveLength(1);
    for (const key of ['WEBHOOK_URL', 'OWNER_IDS']) expect(said).toContain(key);
    expect(said).not.toContain(token);
  }, 20_000);

  it('ends in one line when the data folder cannot be used or belongs to another bot', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    const blocked = await run({ BOT_TOKEN: token, DATA_DIR: join(folder, 'a-file', 'data') });
    expect(blocked).toMatchObject({ code: 1, said: expect.stringMatching(/^Cannot write to [^\n]*$/) });
    const unlock = lockDataFolder(folder);
    const second = await run({ BOT_TOKEN: token });
    unlock();
    expect(second).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^Another bot process uses [^\n]*$/),
    });
  }, 30_000);
});
