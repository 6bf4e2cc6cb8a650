import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Corpus, openCorpus } from '../../corpus/corpus.ts';
import { FakeEmbedder } from '../../corpus/embedding/fake-embedder.ts';
import { silentLog } from '../../corpus/log.ts';
import { type Clock, simulatedClock } from '../clock.ts';
import { createFetcher } from '../fetch/fetch.ts';
import { createHostPace } from '../fetch/host-pace.ts';
import { politeFetch, robotsFetch } from '../fetch/polite-fetch.ts';
import { createRobots } from '../fetch/robots.ts';
import { readBody } from '../reader/read-body.ts';
import type { IngestResult } from '../run/ingest-result.ts';
import { openPageNotes } from '../run/page-notes.ts';
import type { PipelineDeps, Run } from '../run/run.ts';
import { startTestWeb, type TestPage, type TestWeb } from './web-for-tests.ts';

/** A corpus in a temporary folder, a web on loopback and everything between them; for tests. */
export interface TestIngest {
  readonly web: TestWeb;
  readonly corpus: Corpus;
  readonly pipeline: PipelineDeps;
  readonly clock: Clock & { advance(ms: number): void };
  readonly dataDir: string;
  readonly embedder: FakeEmbedder;
  close(): Promise<void>;
}

/** @param pages may be changed while the web runs; `{origin}` in a text becomes the web's address. */
export async function startTestIngest(pages: Record<string, TestPage>): Promise<TestIngest> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ingest-'));
  const clock = simulatedClock('2026-01-01T00:00:00Z');
  const web = await startTestWeb(pages, clock.now);
  const corpus = await openCorpus({
    dataDir,
    log: silentLog(),
    indexFields: ({ text }) => ({ stems: text.toLowerCase(), concepts: '', grams: '' }),
  });
  const fetcher = createFetcher({ userAgent: 'Test/1', allow: [web.pair], now: clock.now });
  const pace = createHostPace({ clock, gapMs: () => 1_000 });
  const robots = createRobots({ fetch: robotsFetch(fetcher, pace), memory: corpus.meta, clock });
  const embedder = new FakeEmbedder();
  return {
    web,
    corpus,
    clock,
    dataDir,
    embedder,
    pipeline: {
      documents: corpus.documents,
      notes: openPageNotes(corpus.meta),
      fetch: politeFetch(fetcher, pace, robots),
      read: readBody,
      embedder: async () => embedder,
      holdReason: (page) =>
        page.blocks.some((block) => block.text.includes('Members of the club')) ? 'asks to log in' : null,
      clock,
    },
    close: async () => {
      await Promise.all([fetcher.close(), web.close()]);
      await corpus.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** A run that keeps its results. */
export function collectingRun(
  more: Partial<Run> = {},
): Run & { readonly results: IngestResult[]; readonly notes: string[] } {
  const results: IngestResult[] = [];
  const notes: string[] = [];
  return {
    results,
    notes,
    seen: new Map(),
    maxPages: 100,
    onResult: (result) => void results.push(result),
    onNote: (line) => void notes.push(line),
    ...more,
  };
}

const sentences = [
  'The government of Country {n} handed over {n} demining machines to the rescuers on Monday.',
  'They will clear fields in the Kharkiv and Mykolaiv regions, where farmers have waited for two years.',
  'Ambassador number {n} said that training of thirty operators starts in spring and lasts for six weeks.',
  'The machines cost {n} million euros and were paid for by a fund of the country, the ministry reported.',
  'In total {n}00 hectares have been returned to use since the start of the programme, according to the ministry.',
];

/** An article long enough to be taken for one; `n` makes it differ from others. */
export function articlePage(
  n: number,
  options: { readonly head?: string; readonly extra?: string } = {},
): string {
  const paragraphs = sentences
    .map((sentence) => `<p>${sentence.replaceAll('{n}', String(n))} ${words(n)}</p>`)
    .join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Country ${n} hands over machines</title>
    <meta property="article:published_time" content="2025-03-${String((n % 27) + 1).padStart(2, '0')}T10:00:00Z">${options.head ?? ''}</head>
    <body><main><article><h1>Country ${n} hands over machines</h1>${paragraphs}${options.extra ?? ''}</article></main></body></html>`;
}

const nouns =
  'bridge river school meadow village tractor harvest winter engineer convoy shelter orchard market station'.split(
    ' ',
  );

// Other words in another order for every number, so that no two articles are near duplicates.
function words(n: number): string {
  const picked = Array.from({ length: 12 }, (_, at) => nouns[(n * 7 + at * (n + 3)) % nouns.length]!);
  return `Near the ${picked.slice(0, 6).join(', the ')} and the ${picked.slice(6).join(', the ')} people welcomed crew ${n}.`;
}

/** An RSS feed of links. */
export function rssFeed(
  links: readonly {
    readonly url: string;
    readonly title?: string;
    readonly html?: string;
    readonly date?: string;
  }[],
): string {
  const items = links
    .map(({ url, title = 'Title', html, date = 'Mon, 03 Mar 2025 10:00:00 GMT' }) => {
      const content = html === undefined ? '' : `<content:encoded><![CDATA[${html}]]></content:encoded>`;
      return `<item><title>${title}</title><link>${url.replaceAll('&', '&amp;')}</link><pubDate>${date}</pubDate>${content}</item>`;
    })
    .join('');
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News of demining</title><link>http://example.org/</link><description>d</description>${items}</channel></rss>`;
}

/** A sitemap of addresses. */
export function sitemap(urls: readonly string[]): string {
  const entries = urls.map((url) => `<url><loc>${url.replaceAll('&', '&amp;')}</loc></url>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries}</urlset>`;
}
