import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { UserError } from '../../corpus/errors.ts';
import { refuseXml } from '../formats/xml-guard.ts';
import { type ListedSource, readRows, type SourceList } from './source-list.ts';

const attribute = '@';

const outline = 'outline';

type Outline = Readonly<Record<string, unknown>>;

/**
 * Reads the list that feed readers export, folders and all. Attributes of our own (`publisher`, `tier`, …) are read when
 * they are there. @throws UserError when it is no OPML.
 */
export function readOpml(text: string): SourceList {
  const refusal = refuseXml(text);
  if (refusal !== null) throw new UserError(`The list of feeds cannot be read: ${refusal.reason}.`);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: attribute,
    parseAttributeValue: false,
    isArray: (tag) => tag === outline,
  });
  const root = parser.parse(text) as { opml?: { body?: unknown } };
  if (root.opml?.body === undefined) throw new UserError('The list of feeds is no OPML: it has no <body>.');
  return readRows(
    outlinesIn(root.opml.body)
      .map(rowOf)
      .filter((row) => row.url !== undefined),
  );
}

function outlinesIn(node: unknown): Outline[] {
  if (typeof node !== 'object' || node === null) return [];
  const children = ((node as Outline)[outline] ?? []) as Outline[];
  return children.flatMap((child) => [child, ...outlinesIn(child)]);
}

function rowOf(entry: Outline): Readonly<Record<string, unknown>> {
  const value = (key: string) => entry[`${attribute}${key}`] as string | undefined;
  const feed = value('xmlUrl');
  const isFeed = feed !== undefined;
  return {
    url: feed ?? value('url'),
    kind: value('kind') ?? (isFeed ? 'feed' : 'page'),
    title: value('title') ?? value('text'),
    publisher: value('publisher'),
    language: languageOf(value('language')),
    tier: value('tier'),
    schedule_minutes: value('scheduleMinutes'),
  };
}

// Readers write "en-us"; a language that we do not tell apart is none.
function languageOf(text: string | undefined): string | undefined {
  const code = text?.toLowerCase().split('-')[0];
  return code !== undefined && ['uk', 'en', 'ru', 'ja', 'und'].includes(code) ? code : undefined;
}

/** The list in the form that feed readers import; what is no feed is a link. */
export function writeOpml(sources: readonly ListedSource[]): string {
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: attribute,
    format: true,
    suppressEmptyNode: true,
  });
  const outlines = sources.map((source) => ({
    '@type': source.kind === 'feed' ? 'rss' : 'link',
    '@text': source.title,
    '@title': source.title,
    [source.kind === 'feed' ? '@xmlUrl' : '@url']: source.url,
    '@kind': source.kind,
    '@publisher': source.publisher,
    '@language': source.language,
    '@tier': source.tier,
    '@scheduleMinutes': String(source.scheduleMinutes),
  }));
  const body = builder.build({
    opml: { '@version': '2.0', head: { title: 'Sources on demining aid' }, body: { outline: outlines } },
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}`;
}
