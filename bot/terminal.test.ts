import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../corpus/config.ts';
import { runTerminal } from './terminal.ts';
import { plainText } from './terminal-screen.ts';
import { sampleEvidence, testDeps } from './trials/bot-for-tests.ts';
import { temporaryPeople } from './trials/people-for-tests.ts';

const files = temporaryPeople();
const folder = mkdtempSync(join(tmpdir(), 'terminal-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function session(
  lines: readonly string[],
  changes: Parameters<typeof testDeps>[2] = {},
): Promise<string> {
  let shown = '';
  const output = new Writable({
    write(chunk, _encoding, done) {
      shown += String(chunk);
      done();
    },
  });
  const deps = testDeps(readConfig({}), files.database, changes);
  await runTerminal({ deps, input: Readable.from(lines.map((line) => `${line}\n`)), output, folder });
  return shown;
}

describe('the terminal', () => {
  it('answers as the bot does, with addresses behind their words and buttons as numbers', async () => {
    const shown = await session(['Що дала Японія?']);
    expect(shown).toContain('Відповідь на: Що дала Японія?\n«Японія передала 40 спецавтомобілів.»');
    expect(shown).toContain('Ostriv <https://ostriv.org/japan> · 20.11.2024');
    expect(shown).toContain('[1] 📄 Докази   Оригінал ↗ https://ostriv.org/japan');
    expect(shown).toContain('[2] 👍   [3] 👎');
  });

  it('presses the button whose number is typed', async () => {
    const shown = await session(['Що дала Японія?', '1', '2', '', '/language', '2', '/help']);
    expect(shown).toContain('Доказ 1: Japan gave vehicles');
    expect(shown).toContain('(Дякую!)');
    expect(shown).toContain('I will speak English from now on.');
    expect(shown).toContain('/privacy — what is kept');
  });

  it('takes a number that is no button for a question', async () => {
    expect(await session(['42'])).toContain('Відповідь на: 42');
  });

  it('saves the files it gets', async () => {
    const gone = { ...sampleEvidence, document: { ...sampleEvidence.document, status: 'vanished' as const } };
    const shown = await session(['Що дала Японія?', '1', '1'], { evidence: { read: async () => gone } });
    expect(shown).toContain(join(folder, 'doc1.txt'));
    expect(readFileSync(join(folder, 'doc1.txt'), 'utf8')).toContain('>>>');
  });

  it('puts an address behind every link, whatever their order', () => {
    const link = (offset: number, length: number, url: string) => ({
      type: 'text_link' as const,
      offset,
      length,
      url,
    });
    expect(plainText('one two', [link(4, 3, 'https://b'), link(0, 3, 'https://a')])).toBe(
      'one <https://a> two <https://b>',
    );
  });
});
