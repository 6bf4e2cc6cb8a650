import { UserError } from '../corpus/errors.ts';

/** What the command line asks for. */
export interface CliOptions {
  readonly targets: readonly string[];
  readonly json: boolean;
  readonly starter: boolean;
  readonly help: boolean;
  /** Most pages taken from one feed or sitemap. */
  readonly maxPages: number;
}

/** Pages taken from one feed or sitemap unless told otherwise: some minutes at a polite pace. */
const defaultMaxPages = 200;

/** Help of the command. */
export const usage = `Usage: npm run -s ingest -- <path or address>... [--json] [--max-pages N]
       npm run -s ingest -- --starter

Takes documents into the corpus: files and folders (Markdown, HTML, PDF, DOCX, text), web pages, feeds and sitemaps.

  --starter      take in the bundled starter corpus, when it is not there yet or has changed
  --json         one JSON object per document: url, outcome, title, published, language, passages, reason
  --max-pages N  most pages taken from one feed or sitemap (default ${defaultMaxPages})
  --help         this text

Ends with 0 when every document arrived, with 1 when any did not, with 2 when the command was not understood.`;

/** @throws UserError for an unknown flag, a flag without its value, or nothing to do. */
export function parseCliOptions(args: readonly string[]): CliOptions {
  const targets: string[] = [];
  const flags = new Set<string>();
  let maxPages = defaultMaxPages;
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at]!;
    if (!arg.startsWith('-') || arg === '-') targets.push(arg);
    else if (arg === '--max-pages') maxPages = countOf(args[++at]);
    else if (['--json', '--starter', '--help', '-h'].includes(arg)) flags.add(arg);
    else throw new UserError(`There is no option ${arg}. See npm run -s ingest -- --help.`);
  }
  const help = flags.has('--help') || flags.has('-h');
  const starter = flags.has('--starter');
  if (!help && !starter && targets.length === 0) {
    throw new UserError(
      'Nothing to ingest: name a file, a folder or an address. See npm run -s ingest -- --help.',
    );
  }
  return { targets, json: flags.has('--json'), starter, help, maxPages };
}

function countOf(value: string | undefined): number {
  if (value !== undefined && /^[1-9]\d{0,4}$/.test(value)) return Number(value);
  throw new UserError(
    `--max-pages needs a number from 1 to 99999 (got ${value === undefined ? 'nothing' : value}).`,
  );
}
