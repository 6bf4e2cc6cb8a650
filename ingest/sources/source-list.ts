import { z } from 'zod';
import type { Corpus } from '../../corpus/corpus.ts';
import { normaliseAddress } from '../../corpus/keys/address.ts';
import { scheduleLimits } from '../../corpus/sources/source-rules.ts';
import type { Source } from '../../corpus/sources/sources.ts';
import { webAddress } from '../../corpus/sources/suggest-source.ts';

/** One source in a list that is imported or exported. */
export interface ListedSource {
  readonly url: string;
  readonly kind: 'feed' | 'page' | 'sitemap';
  readonly title: string;
  readonly publisher: string;
  readonly language: Source['language'];
  readonly tier: Source['tier'];
  readonly scheduleMinutes: number;
}

/** A list as it was read: what can be used, and one line for every row that cannot. */
export interface SourceList {
  readonly sources: readonly ListedSource[];
  readonly problems: readonly string[];
}

const kinds = ['feed', 'page', 'sitemap'] as const;
const languages = ['uk', 'en', 'ru', 'ja', 'und'] as const;
const tiers = ['official', 'established', 'unreviewed'] as const;

const name = z
  .string()
  .transform((text) => text.replace(/\s+/g, ' ').trim())
  .pipe(z.string().max(200));

const orElse = <Schema extends z.ZodType>(schema: Schema, fallback: z.input<Schema>) =>
  z
    .string()
    .optional()
    .transform((text) => (text === undefined || text.trim() === '' ? fallback : text.trim()))
    .pipe(schema as never) as unknown as z.ZodType<z.output<Schema>>;

const row = z.object({
  url: z.string().transform((text, context) => {
    const address = webAddress(text);
    if (address !== null) return address;
    context.addIssue({ code: 'custom', message: `${JSON.stringify(text.slice(0, 100))} is no web address` });
    return z.NEVER;
  }),
  kind: orElse(z.enum(kinds), 'page'),
  title: name.optional(),
  publisher: name.optional(),
  language: orElse(z.enum(languages), 'und'),
  tier: orElse(z.enum(tiers), 'established'),
  schedule_minutes: orElse(z.coerce.number().int().min(scheduleLimits.min).max(scheduleLimits.max), '60'),
});

/** Rows of text, as a table or outline holds them, to sources. Empty cells get a default; the same address counts once. */
export function readRows(rows: readonly Readonly<Record<string, unknown>>[]): SourceList {
  const sources = new Map<string, ListedSource>();
  const problems: string[] = [];
  for (const [index, raw] of rows.entries()) {
    const parsed = row.safeParse(raw);
    if (!parsed.success) {
      const { path, message } = parsed.error.issues[0]!;
      problems.push(`entry ${index + 1}: ${String(path[0] ?? 'row')}: ${message}`);
      continue;
    }
    const { schedule_minutes: scheduleMinutes, title, publisher, ...rest } = parsed.data;
    const host = new URL(rest.url).hostname.replace(/^www\./, '');
    const source = {
      ...rest,
      scheduleMinutes,
      title: title || publisher || host,
      publisher: publisher || host,
    };
    if (!sources.has(normaliseAddress(source.url))) sources.set(normaliseAddress(source.url), source);
  }
  return { sources: [...sources.values()], problems };
}

/** The sources of a corpus that make sense in another: no files, no starter corpus, nothing rejected. */
export function exportable(sources: readonly Source[]): ListedSource[] {
  return sources.flatMap((source) => {
    const { kind } = source;
    if (kind === 'file' || kind === 'starter' || source.status === 'rejected') return [];
    const { url, title, publisher, language, tier, scheduleMinutes } = source;
    return [{ url, kind, title, publisher, language, tier, scheduleMinutes }];
  });
}

/** What an import did. */
export interface ImportResult {
  readonly added: readonly Source[];
  /** Addresses that are sources already, or were rejected or removed: left as they are. */
  readonly known: number;
}

/**
 * Adds listed sources, all switched off: they wait until somebody decides about each. A list is one person's word, and
 * one person may not let in many sources at once.
 */
export async function importSources(
  corpus: Pick<Corpus, 'sources'>,
  list: readonly ListedSource[],
  options: { readonly actor: string; readonly now: Date; readonly list: string },
): Promise<ImportResult> {
  const added: Source[] = [];
  for (const listed of list) {
    if ((await corpus.sources.findByUrl(listed.url)) !== null) continue;
    const note = {
      at: options.now,
      actor: options.actor,
      act: 'import',
      details: { url: listed.url, list: options.list },
    };
    added.push(
      await corpus.sources.add({ ...listed, status: 'pending', addedBy: 'import' }, options.now, note),
    );
  }
  return { added, known: list.length - added.length };
}
