import { parseArgs } from 'node:util';
import { UserError } from '../../corpus/errors.ts';

/** What the command prints for `--help`. */
export const sourcesHelp = `Usage: npm run -s sources -- <command>

  add <address or file>       have a page, feed, sitemap or document looked at; it waits for a decision
                              [--question N: it answers this one of "unanswered"]
  list                        every source with its health  [--status pending|trial|active|paused|rejected|removed]
  show <n>                    one source, with what the last look at it found
  check <n>                   look at a source that waits (again)
  approve <n>...              let it in  [--tier established|official; "official" needs two people]
  trial <n>...                let it in for 7 days, shown as unreviewed
  reject <n>... --reason "…"  say no; whoever suggested it is told why
  pause <n>... | resume <n>...
  refetch <n>...              fetch it now
  tier <n> <tier>             official, established
  schedule <n> <minutes>      how often it is fetched, 60 to 40320
  remove <n>... [--reason …]  take it and all its passages out of every answer
  undo <n>...                 bring a removed source back, within 24 hours

  document <link or key>      what is stored of a page: state, versions
  held                        pages put aside because they look like an error or a wall
  retract <link> --reason "…" take one document out of every answer
  restore <link>              bring it back
  unanswered                  questions that found nothing, most asked first
  dismiss <n>...              take such a question off the list, in all its spellings

  export [--format csv|opml]  the list of sources  [--out FILE]
  import <file.csv|.opml>     add sources from a list, all switched off until decided about
  seed                        the bundled list of ministries, agencies and media, all switched off
  audit                       who did what  [--limit N]

  --json                      list, show, document, held, unanswered, audit: one JSON object a line
  --help                      this text

Ends with 0 when all was done, with 1 when something was refused, with 2 when the command was not understood.`;

/** What the command line asks for. */
export interface SourcesRequest {
  readonly command: string;
  readonly operands: readonly string[];
  readonly flags: Flags;
}

interface Flags {
  readonly json: boolean;
  readonly help: boolean;
  readonly status: string | undefined;
  readonly tier: string | undefined;
  readonly reason: string | undefined;
  readonly format: string | undefined;
  readonly out: string | undefined;
  readonly limit: string | undefined;
  readonly question: string | undefined;
}

/** The command line was wrong; answered with exit code 2. */
export class UsageError extends UserError {
  override readonly name = 'UsageError';
}

/** @throws UsageError for an unknown option. */
export function parseSourcesRequest(args: readonly string[]): SourcesRequest {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        status: { type: 'string' },
        tier: { type: 'string' },
        reason: { type: 'string' },
        format: { type: 'string' },
        out: { type: 'string' },
        limit: { type: 'string' },
        question: { type: 'string' },
      },
    });
    const [command = '', ...operands] = positionals;
    return { command, operands, flags: values as Flags };
  } catch (cause) {
    const message = cause instanceof Error ? cause.message.split('. ')[0]! : String(cause);
    throw new UsageError(`${message}. See npm run -s sources -- --help.`, { cause });
  }
}

/** A number of a source or question. @throws UsageError for anything else. */
export function numberOf(text: string | undefined, what: string): number {
  if (text !== undefined && /^[1-9]\d{0,9}$/.test(text)) return Number(text);
  const got = text === undefined ? 'nothing' : text;
  throw new UsageError(`${what} takes a number (got ${got}); see npm run -s sources -- list.`);
}
