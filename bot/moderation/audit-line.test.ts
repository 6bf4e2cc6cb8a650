import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadTexts } from '../texts.ts';
import { auditLine, knownActs } from './audit-line.ts';

const texts = loadTexts();

function line(entry: Partial<Parameters<typeof auditLine>[0]['entry']>): string {
  const blank = { id: 1, at: '2025-01-02T10:00:00.000Z', actor: 'cli', act: 'x', subject: '', details: {} };
  return auditLine({
    entry: { ...blank, ...entry },
    findActor: (actor) =>
      actor === 'p3' ? { id: 3, userId: 77, name: 'Олена', role: 'moderator', since: 0 } : null,
    language: 'uk',
    t: (key, args) => texts.get('uk', key, args),
  });
}

describe('a line of the audit log', () => {
  it('says in the language of the reader who did what to what, and why', () => {
    const details = { url: 'https://a.org/feed', from: 'pending', reason: 'unreliable' };
    expect(line({ actor: 'p3', act: 'reject', subject: 'source:12', details })).toBe(
      '02.01.25, 12:00 · Олена (77) · відхилено · #12 https://a.org/feed · Ненадійне',
    );
    expect(
      line({ actor: 'cli:anna', act: 'schedule', subject: 'source:1', details: { minutes: 180 } }),
    ).toMatch(/командний рядок anna · змінено розклад · #1 · кожні 3 год$/);
    expect(line({ actor: 'reader', act: 'suggest', subject: 'source:2' })).toMatch(/читач · пропозиція/);
    expect(line({ actor: 'p3', act: 'dismiss', subject: 'question:4' })).toMatch(
      /знято запитання · запитання 4$/,
    );
  });

  it('has words for every act that is noted anywhere', () => {
    const root = join(import.meta.dirname, '../..');
    const noted = ['bot', 'corpus', 'ingest'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        // metrics.ts notes how questions ended, which is no act.
        .filter((name) => name.endsWith('.ts') && !/\.test\.ts$|\/metrics\.ts$/.test(name))
        .flatMap((name) => [
          ...readFileSync(join(root, folder, name), 'utf8').matchAll(
            /\bact: '([a-z-]+)'|\bnote(?:Of)?\((?:ctx, (?:\w+, )?)?'([a-z-]+)'/g,
          ),
        ])
        .map(([, one, other]) => one ?? other!),
    );
    expect(noted.length).toBeGreaterThan(20);
    expect([...new Set(noted)].filter((act) => !knownActs.has(act))).toEqual([]);
  });
});
