import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadTexts, uiLanguages } from './texts.ts';

const folder = import.meta.dirname;
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');
const texts = loadTexts();

describe('texts', () => {
  it('exist in every language', () => {
    for (const language of uiLanguages) expect(texts.keys(language)).toEqual(texts.keys('uk'));
  });

  it('take the same values in every language', () => {
    const values = (language: string) => {
      const source = readFileSync(join(folder, 'locales', `${language}.ftl`), 'utf8');
      return [...source.matchAll(/^([a-z-]+) =(.*(?:\n(?:[ ].*)?)*)/gm)].map(([, key, body]) => [
        key,
        [...new Set(body?.match(/\$\w+/g))].sort(),
      ]);
    };
    for (const language of uiLanguages) expect(values(language)).toEqual(values('uk'));
  });

  it('are all used', () => {
    const unused = texts.keys('uk').filter((key) => !sources.includes(`'${key}'`) && !usedByPattern(key));
    expect(unused).toEqual([]);
  });

  it('are there for every key the code asks for', () => {
    const asked = [
      ...sources.matchAll(/\bt\(\s*'([a-z-]+)'/g),
      ...sources.matchAll(/texts\.get\([^,]+,\s*'([a-z-]+)'/g),
    ];
    expect(asked.length).toBeGreaterThan(20);
    for (const [, key] of asked) expect(texts.keys('uk')).toContain(key);
  });

  it('refuse an unknown key and a missing value', () => {
    expect(() => texts.get('uk', 'no-such-text')).toThrow(/no-such-text/);
    expect(() => texts.get('en', 'help')).toThrow(/help/);
  });
});

/** Keys made of a fixed beginning and a closed set of endings, written in the code as `beginning-${…}`. */
function usedByPattern(key: string): boolean {
  const parts = key.split('-');
  return parts.some((_, i) => i > 0 && sources.includes(`\`${parts.slice(0, i).join('-')}-\${`));
}
