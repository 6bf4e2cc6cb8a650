import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnswerLanguage } from '../answer.ts';
import { readCard, safetyCard } from './gate-card.ts';

const languages: readonly AnswerLanguage[] = ['uk', 'en', 'ru', 'ja'];

describe('bundled safety cards', () => {
  it.each(languages)('names 101, 102 and 112 on the first line in %s', (language) => {
    const [first] = safetyCard(language).split('\n');
    expect(first).toMatch(/101.*102.*112/);
  });

  it.each(languages)('holds no other number, so no distance, in %s', (language) => {
    const numbers = safetyCard(language).match(/\p{N}+/gu) ?? [];
    expect(new Set(numbers)).toEqual(new Set(['101', '102', '112']));
  });

  it.each(languages)('asks for no photo and no coordinates in %s', (language) => {
    expect(safetyCard(language)).not.toMatch(
      /фото|photo|picture|координат|coordinate|GPS|写真|座標|сфотографуй/iu,
    );
  });

  it.each(languages)('keeps its front matter to itself in %s', (language) => {
    expect(safetyCard(language)).not.toMatch(/---|owner|review/);
  });

  it.each(languages)(
    'says who answers for it, since when, and that no practitioner has read it, in %s',
    (language) => {
      const path = new URL(`../safety-cards/${language}.md`, import.meta.url);
      const { about } = readCard(readFileSync(path, 'utf8'));
      expect(about).toMatchObject({ language, owner: expect.any(String) });
      expect(String(about.date)).toMatch(/\d{4}/);
      expect(String(about.reviewDue)).toMatch(/\d{4}/);
      expect(about.review).toMatch(/practitioner has not yet reviewed this card/);
    },
  );

  it('says in each language not to touch or move it, to go away, to warn others and to wait', () => {
    const must: Readonly<Record<AnswerLanguage, readonly RegExp[]>> = {
      uk: [
        /не торка/i,
        /не чіпа/i,
        /не руха/i,
        /зупиніться/i,
        /безпечну відстань/,
        /дітей/,
        /попередьте/i,
        /чекайте/i,
      ],
      en: [/do not touch/i, /do not move/i, /stop/i, /safe distance/, /children/, /warn/i, /wait/i],
      ru: [
        /не трог/i,
        /не двига/i,
        /остановитесь/i,
        /безопасное расстояние/,
        /детей/,
        /предупредите/i,
        /ждите/i,
      ],
      ja: [/触らない/, /動かさない/, /止まって/, /安全な距離/, /子ども/, /知らせ/, /待/],
    };
    for (const language of languages)
      for (const words of must[language]) expect(safetyCard(language)).toMatch(words);
  });
});

describe('safety cards of the owner', () => {
  let dir = '';
  let warnings: string[] = [];
  const warn = (message: string) => warnings.push(message);

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'cards-'));
    warnings = [];
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('replace the bundled ones without their front matter', () => {
    writeFileSync(join(dir, 'uk.md'), '\ufeff---\nowner: me\n---\nТелефонуйте 101.\n');
    expect(safetyCard('uk', dir, warn)).toBe('Телефонуйте 101.');
    expect(warnings).toEqual([]);
  });

  it('give way to the bundled card with one warning when a file is missing', () => {
    expect(safetyCard('en', dir, warn)).toBe(safetyCard('en'));
    safetyCard('en', dir, warn);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(join(dir, 'en.md'));
  });

  it('give way to the bundled card when a file has no text or broken front matter', () => {
    writeFileSync(join(dir, 'ru.md'), '---\nowner: me\n---\n \n');
    writeFileSync(join(dir, 'ja.md'), '---\nowner: [\n---\nText\n');
    expect(safetyCard('ru', dir, warn)).toBe(safetyCard('ru'));
    expect(safetyCard('ja', dir, warn)).toBe(safetyCard('ja'));
    expect(warnings).toHaveLength(2);
  });
});
