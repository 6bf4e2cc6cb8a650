import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chunkPage } from './page/chunk.ts';
import { holdReason } from './page/held-page.ts';
import type { Page, ReadOutcome } from './page/page.ts';
import { readBody } from './reader/read-body.ts';

/** What `expected.json` of a golden page says; see fixtures/README.md. */
interface Expected {
  readonly url: string;
  readonly contentType?: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string;
  readonly canonicalUrl?: string | null;
  readonly feeds?: readonly string[];
  readonly charset?: string;
  /** Texts of the story; each has to be in a passage. */
  readonly has: readonly string[];
  /** Texts that have to stand in one passage together: a list and what introduces it. */
  readonly lists: readonly (readonly string[])[];
  /** Furniture: in no passage. */
  readonly lacks: readonly string[];
  /** Number of the PDF page a text stands on. */
  readonly pages?: Readonly<Record<string, number>>;
}

const folder = join(import.meta.dirname, 'fixtures');
const slugs = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

async function load(
  slug: string,
): Promise<{ readonly expected: Expected & { outcome?: unknown }; readonly outcome: ReadOutcome }> {
  const files = readdirSync(join(folder, slug));
  const source = files.find((name) => name.startsWith('source.'))!;
  const expected = JSON.parse(readFileSync(join(folder, slug, 'expected.json'), 'utf8'));
  const bytes = new Uint8Array(readFileSync(join(folder, slug, source)));
  return {
    expected,
    outcome: await readBody({ bytes, url: expected.url, contentType: expected.contentType ?? null }),
  };
}

function passagesOf(page: Page): string[] {
  const { text, passages } = chunkPage(page);
  return passages.map(({ start, end }) => text.slice(start, end));
}

describe.each(slugs)('golden page %s', (slug) => {
  it('is read as expected', async () => {
    const { expected, outcome } = await load(slug);
    if (expected.outcome !== undefined) {
      expect(outcome).toEqual(expected.outcome);
      return;
    }
    if (outcome.status !== 'page') throw new Error(JSON.stringify(outcome));
    const { page } = outcome;
    for (const field of ['title', 'publisher', 'published', 'language'] as const) {
      expect(page[field], field).toBe(expected[field]);
    }
    for (const field of ['canonicalUrl', 'feeds', 'charset'] as const) {
      if (expected[field] !== undefined) expect(page[field], field).toEqual(expected[field]);
    }
    expect(holdReason(page)).toBeNull();
    const passages = passagesOf(page);
    const whole = passages.join('\n\n');
    expect(expected.has.filter((text) => !passages.some((passage) => passage.includes(text)))).toEqual([]);
    expect(expected.lacks.filter((text) => whole.includes(text))).toEqual([]);
    for (const together of expected.lists) {
      expect(
        passages.some((passage) => together.every((text) => passage.includes(text))),
        together.join(' + '),
      ).toBe(true);
    }
    for (const [text, number] of Object.entries(expected.pages ?? {})) {
      expect(page.blocks.find((block) => block.text.includes(text))?.page, text).toBe(number);
    }
  });
});
