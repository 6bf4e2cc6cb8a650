import { parse } from 'yaml';
import { z } from 'zod';
import type { PublishedDate } from '../../corpus/document.ts';
import { parseTimestamp } from '../page/timestamp.ts';

const listOfNames = z
  .union([z.array(z.coerce.string()), z.string().transform((text) => text.split(/,\s*/))])
  .nullish()
  .transform((names) => names ?? []);

const fields = z.object({
  id: z.coerce
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{0,150}$/, 'is not a name of small letters, digits and hyphens')
    .optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  publisher: z.coerce.string().nullish(),
  title: z.coerce.string().nullish(),
  published: z
    .union([z.string(), z.number(), z.date()])
    .nullish()
    .transform((value, context): PublishedDate => readDate(value, context)),
  language: z.enum(['uk', 'en', 'ru', 'ja', 'und']).optional(),
  kind: z.enum(['news', 'ministry', 'un', 'fund', 'donor', 'ngo', 'law', 'file', 'page']).optional(),
  donors: listOfNames,
  topics: listOfNames,
});

/** What a Markdown file says about itself between its `---` lines. */
export type FrontMatter = z.infer<typeof fields>;

function readDate(value: string | number | Date | null | undefined, context: z.RefinementCtx): PublishedDate {
  if (value === null || value === undefined || value === '') return null;
  const date = parseTimestamp(value instanceof Date ? value.toISOString() : String(value));
  if (date === null)
    context.addIssue({ code: 'custom', message: `"${String(value)}" is not a date like 2024-03-15` });
  return date;
}

const block = /^\ufeff?\s{0,10}---\r?\n([\s\S]{0,20000}?)\n---\s{0,5}(?:\r?\n|$)/;

/** Front matter and the text below it; `problem` is one line when there is front matter that cannot be used. */
export function splitFrontMatter(source: string): {
  readonly matter: FrontMatter | null;
  readonly body: string;
  readonly problem: string | null;
} {
  const match = block.exec(source);
  if (!match) return { matter: null, body: source.replace(/^\ufeff/, ''), problem: null };
  const body = source.slice(match[0].length);
  let data: unknown;
  try {
    data = parse(match[1]!, { maxAliasCount: 10 });
  } catch (error) {
    const detail = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return { matter: null, body, problem: `front matter is not YAML: ${detail}` };
  }
  // A rule of dashes at the top of a text is not front matter.
  if (data === null || typeof data !== 'object' || Array.isArray(data))
    return { matter: null, body: source, problem: null };
  const checked = fields.safeParse(data);
  if (checked.success) return { matter: checked.data, body, problem: null };
  const issue = checked.error.issues[0]!;
  return { matter: null, body, problem: `front matter, ${issue.path.join('.')}: ${issue.message}` };
}
