import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseAddress } from '../../corpus/keys/address.ts';
import { corpusIn, temporaryFolder } from '../../corpus/trials/corpus-for-tests.ts';
import { importSources, type ListedSource } from './source-list.ts';
import { readCsv, writeCsv } from './source-list-csv.ts';
import { readOpml, writeOpml } from './source-list-opml.ts';

const words = fc
  .string({ minLength: 1, maxLength: 30 })
  .map((text) => text.replace(/[\p{C}\s]+/gu, ' ').trim())
  .filter((text) => text !== '' && !/^[=+\-@\t\r'＝＋－＠]/.test(text) && !/[<>&\uFFFE\uFFFF]/.test(text));

const listed: fc.Arbitrary<ListedSource> = fc.record({
  url: fc.webUrl({ validSchemes: ['https'] }).map((url) => new URL(url).href),
  kind: fc.constantFrom('feed', 'page', 'sitemap'),
  title: words,
  publisher: words,
  language: fc.constantFrom('uk', 'en', 'ru', 'ja', 'und'),
  tier: fc.constantFrom('official', 'established', 'unreviewed'),
  scheduleMinutes: fc.integer({ min: 60, max: 40_320 }),
});
const lists = fc.uniqueArray(listed, { maxLength: 6, selector: ({ url }) => normaliseAddress(url) });

describe('a list of sources', () => {
  it('survives being written and read as a table', () => {
    fc.assert(
      fc.property(lists, (list) => {
        expect(readCsv(writeCsv(list))).toEqual({ sources: list, problems: [] });
      }),
      {
        numRuns: 60,
      },
    );
  });

  it('survives being written and read as an outline', () => {
    fc.assert(
      fc.property(lists, (list) => {
        expect(readOpml(writeOpml(list))).toEqual({ sources: list, problems: [] });
      }),
      {
        numRuns: 60,
      },
    );
  });

  it('needs only addresses, and names the rows that are wrong', () => {
    const { sources, problems } = readCsv(
      '\ufeffURL;tier\nexample.org/feed;\njavascript:alert(1);\nhttps://a.org;king\nhttps://www.example.org/feed/;\n',
    );
    expect(sources).toEqual([
      {
        url: 'https://example.org/feed',
        kind: 'page',
        title: 'example.org',
        publisher: 'example.org',
        language: 'und',
        tier: 'established',
        scheduleMinutes: 60,
      },
    ]);
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain('entry 2: url: "javascript:alert(1)" is no web address');
    expect(problems[1]).toMatch(/entry 3: tier/);
  });

  it('of a feed reader is read through its folders', () => {
    const { sources } = readOpml(`<?xml version="1.0"?><opml version="1.0"><head/><body>
      <outline text="Ukraine"><outline type="rss" text="DSNS &amp; more" xmlUrl="https://dsns.gov.ua/rss" language="uk-UA"/></outline>
      <outline text="empty folder"/></body></opml>`);
    expect(sources).toMatchObject([
      { url: 'https://dsns.gov.ua/rss', kind: 'feed', title: 'DSNS & more', language: 'uk' },
    ]);
  });

  it.each([
    [() => readCsv('name\nx'), 'no column "url"'],
    [() => readCsv('url\n"broken'), 'cannot be read'],
    [() => readOpml('<rss/>'), 'no OPML'],
    [() => readOpml('<!DOCTYPE x [<!ENTITY a "b">]><opml><body/></opml>'), 'entities of its own'],
  ])('that is none is refused in words (%#)', (read, words) => expect(read).toThrow(words));

  it('does not let a cell become a formula', () => {
    const [source] = readCsv('url\na.org').sources;
    expect(writeCsv([{ ...source!, title: '=HYPERLINK("x")' }])).toContain("'=HYPERLINK");
  });
});

describe('an import', () => {
  it('adds every source switched off, once, and says so in the audit log', async () => {
    const folder = temporaryFolder();
    const corpus = await corpusIn(folder.path);
    const { sources } = readCsv('url,tier,kind\na.org,official,feed\nb.org,established,page\n');
    const options = { actor: 'cli', now: new Date('2026-01-01T00:00:00Z'), list: 'list.csv' };
    expect(await importSources(corpus, sources, options)).toMatchObject({ known: 0, added: [{}, {}] });
    expect(await importSources(corpus, sources, options)).toEqual({ known: 2, added: [] });
    expect((await corpus.sources.list()).map(({ status }) => status)).toEqual(['pending', 'pending']);
    expect(await corpus.sources.due(options.now)).toEqual([]);
    expect(await corpus.audit.count({ act: 'import' })).toBe(2);
    await corpus.close();
    folder.dispose();
  });
});

describe('the bundled list', () => {
  it('is complete: publisher, language, kind and tier for every source', () => {
    const text = readFileSync(new URL('./seed-sources.csv', import.meta.url), 'utf8');
    const { sources, problems } = readCsv(text);
    expect(problems).toEqual([]);
    // Every row counts: none is there twice.
    expect(sources).toHaveLength(text.trim().split('\n').length - 1);
    for (const site of ['dsns.gov.ua', 'me.gov.ua', 'www.undp.org', 'www.jica.go.jp', 'www.gichd.org'])
      expect(sources.map(({ url }) => new URL(url).hostname)).toContain(site);
    expect(sources.length).toBeGreaterThanOrEqual(30);
    for (const source of sources) {
      expect(source.url).toMatch(/^https:/);
      expect(source.publisher).not.toMatch(/^[\w-]+(\.[\w-]+)+$/);
      expect(source.language).not.toBe('und');
      expect(source.tier).not.toBe('unreviewed');
    }
  });
});
