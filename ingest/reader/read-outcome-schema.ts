import { z } from 'zod';
import type { Page, ReadOutcome } from '../page/page.ts';

// What a child sends back was made from a hostile page by a process that may have been taken over by it, so it is
// checked like any other input from outside.
const language = z.enum(['uk', 'en', 'ru', 'ja', 'und']);
const published = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .nullable();
const kind = z.enum(['news', 'ministry', 'un', 'fund', 'donor', 'ngo', 'law', 'file', 'page']);
const strings = z.array(z.string().max(2_000)).max(1_000);
const address = z.string().max(8_000);

const block = z.object({
  kind: z.enum(['heading', 'paragraph', 'list-item', 'table-row']),
  text: z.string(),
  page: z.number().int().positive().optional(),
  level: z.number().int().min(1).max(6).optional(),
});

const page = z.object({
  title: z.string(),
  publisher: z.string().nullable(),
  published,
  language,
  blocks: z.array(block),
  canonicalUrl: address.nullable(),
  feeds: z.array(address),
  charset: z.string(),
  key: z.string().optional(),
  kind: kind.optional(),
  donors: strings.optional(),
  topics: strings.optional(),
  isBrief: z.boolean().optional(),
  suspicion: z.string().max(300).optional(),
  url: address.optional(),
});

// A field that is not named above would be dropped without a word on its way back from the child.
type Forgotten = Exclude<keyof Page, keyof z.infer<typeof page>>;
const nothingForgotten: [Forgotten] extends [never] ? true : Forgotten = true;
void nothingForgotten;

const entry = z.object({ url: address, title: z.string(), published, html: z.string().nullable() });

const code = z.enum([
  'empty',
  'not-a-document',
  'unsupported-type',
  'encrypted',
  'no-text',
  'damaged',
  'too-large',
  'too-deep',
  'mojibake',
  'timeout',
  'out-of-memory',
  'held',
]);

const outcome = z.discriminatedUnion('status', [
  z.object({ status: z.literal('page'), page }),
  z.object({ status: z.literal('feed'), title: z.string(), language, entries: z.array(entry) }),
  z.object({
    status: z.literal('sitemap'),
    urls: z.array(z.object({ url: address, modified: z.string().nullable() })),
    children: z.array(address),
  }),
  z.object({ status: z.literal('unreadable'), code, reason: z.string().max(2_000) }),
]);

const answer = z.object({ id: z.string(), outcome });

/** Checks what a reader child answered; null when it is no outcome with the id of a question. */
export function parseReadAnswer(json: string): { readonly id: string; readonly outcome: ReadOutcome } | null {
  try {
    const parsed = answer.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    // No JSON is as good as no outcome: the caller reports the document as damaged.
    return null;
  }
}
