import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLog, scrub, silentLog } from './log.ts';

const token = `123456789:${'AAbb-_99'.repeat(4)}AAA`;

function logged(write: (log: ReturnType<typeof createLog>) => void, secrets: string[] = []): string {
  const target = new PassThrough();
  write(createLog({ level: 'debug', secrets, target }));
  return String(target.read() ?? '');
}

describe('createLog', () => {
  it('scrubs a token that hides in the address of a nested error', () => {
    const inner = new Error(`request to https://api.telegram.org/bot${token}/getMe failed`);
    const outer = new Error('could not start', { cause: inner });
    const line = logged((log) =>
      log.error({ err: outer, deep: { list: [{ url: `x/bot${token}/y` }] } }, `failed ${token}`),
    );
    expect(line).toContain('could not start');
    expect(line).toContain('[token]');
    expect(line).not.toContain(token);
    expect(line).not.toContain(token.split(':')[1]);
  });

  it('scrubs configured secrets wherever they stand', () => {
    const line = logged(
      (log) => log.warn({ headers: { authorization: 'Bearer swordfish-42' } }, 'swordfish-42'),
      ['swordfish-42'],
    );
    expect(line).not.toContain('swordfish');
    expect(line.match(/\[secret\]/g)).toHaveLength(2);
  });

  it('writes one JSON object a line, with a time and no host name', () => {
    const line = logged((log) => log.info({ passages: 3 }, 'stored'));
    expect(line.endsWith('\n')).toBe(true);
    const entry = JSON.parse(line);
    expect(entry).toMatchObject({ passages: 3, msg: 'stored' });
    expect(Number.isNaN(Date.parse(entry.time))).toBe(false);
    expect(Object.keys(entry).sort()).toEqual(['level', 'msg', 'passages', 'time']);
  });

  it('stays JSON after scrubbing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const entry = JSON.parse(logged((log) => log.info({ text: `${text}${token}` }, 'x')));
        expect(entry.text).not.toContain(token);
      }),
    );
  });

  it('keeps a child and its fields as safe', () => {
    const line = logged((log) => log.child({ url: `https://x/bot${token}` }).info('y'));
    expect(line).not.toContain(token);
  });
});

describe('scrub', () => {
  it('leaves text without secrets and very short secrets alone', () => {
    expect(scrub('at 12:30 about 5 million', ['5'])).toBe('at 12:30 about 5 million');
  });
});

describe('silentLog', () => {
  it('says nothing', () => {
    expect(silentLog().isLevelEnabled('fatal')).toBe(false);
  });
});
