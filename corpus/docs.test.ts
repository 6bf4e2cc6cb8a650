import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { brokenLinks, configTable, envExample, replaceSection } from './docs.ts';

const keys = [
  { key: 'A_KEY', description: 'What A does.', fallback: 'x' },
  { key: 'B_KEY', description: 'What B does.', fallback: '' },
];

describe('configTable', () => {
  it('has a row for every key with its default', () => {
    expect(configTable(keys)).toContain('| `A_KEY` | `x` | What A does. |\n| `B_KEY` |  | What B does. |');
  });
});

describe('envExample', () => {
  it('changes nothing when it is used as it is', () => {
    const lines = envExample(keys)
      .split('\n')
      .filter((line) => line !== '');
    expect(lines.every((line) => line.startsWith('#'))).toBe(true);
    expect(readConfig({}).DATA_DIR).toBe('data');
  });
});

describe('replaceSection', () => {
  it('replaces only what stands between the marks', () => {
    expect(replaceSection('a\n<!-- t:start -->\nold\n<!-- t:end -->\nb', 't', 'new')).toBe(
      'a\n<!-- t:start -->\nnew\n<!-- t:end -->\nb',
    );
  });

  it('refuses a text without the marks', () => {
    expect(() => replaceSection('nothing', 't', 'new')).toThrow('section t');
  });
});

describe('brokenLinks', () => {
  it('reports relative links to files that are not there and leaves the others alone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'docs-'));
    writeFileSync(join(folder, 'here.md'), '');
    expect(brokenLinks('[a](here.md) [b](gone.md) [c](https://example.org/x)', folder)).toEqual(['gone.md']);
  });
});
