import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../../corpus/errors.ts';
import { auditLine } from './source-lines.ts';
import { exportable, importSources, type SourceList } from './source-list.ts';
import { readCsv, writeCsv } from './source-list-csv.ts';
import { readOpml, writeOpml } from './source-list-opml.ts';
import type { SourcesCommand, SourcesDeps } from './sources-command.ts';
import { numberOf, type SourcesRequest, UsageError } from './sources-usage.ts';

/** Commands about whole lists: sources in and out, and the audit log. */
export const listCommands: Readonly<Record<string, SourcesCommand>> = {
  export: exportList,
  import: ({ operands: [path] }, deps) => importList(path, deps),
  seed: (_request, deps) => importList(fileURLToPath(new URL('./seed-sources.csv', import.meta.url)), deps),
  audit: showAudit,
};

/** Lists of feeds are small; what is larger is something else. */
const maxListBytes = 5 * 1024 * 1024;

async function exportList({ flags }: SourcesRequest, deps: SourcesDeps): Promise<boolean> {
  const format = flags.format ?? (extname(flags.out ?? '') === '.opml' ? 'opml' : 'csv');
  if (format !== 'csv' && format !== 'opml')
    throw new UsageError(`There is no format ${format}; there are csv and opml.`);
  const sources = exportable(await deps.corpus.sources.list());
  const text = format === 'csv' ? writeCsv(sources) : writeOpml(sources);
  if (flags.out === undefined) {
    deps.out(text.trimEnd());
    return true;
  }
  try {
    writeFileSync(flags.out, text, { flag: 'wx' });
  } catch (cause) {
    throw new UserError(`${flags.out} cannot be written; choose a new file in a folder that is there.`, {
      cause,
    });
  }
  deps.say(`${sources.length} sources written to ${flags.out}.`);
  return true;
}

async function importList(path: string | undefined, deps: SourcesDeps): Promise<boolean> {
  if (path === undefined) throw new UsageError('import takes a file, .csv or .opml.');
  const { sources, problems } = readList(path);
  const options = { actor: deps.actor, now: deps.now(), list: basename(path) };
  const { added, known } = await importSources(deps.corpus, sources, options);
  for (const problem of problems) deps.say(problem);
  deps.out(
    `${added.length} added and switched off, ${known} known already, ${problems.length} not understood.`,
  );
  if (added.length > 0)
    deps.say('Decide about each: npm run -s sources -- list --status pending, then approve or trial.');
  return problems.length === 0;
}

function readList(path: string): SourceList {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile()) throw new UserError(`There is no file ${path}.`);
  if (stat.size > maxListBytes) throw new UserError(`${path} is too large for a list of sources.`);
  const text = readFileSync(path, 'utf8');
  return /^\s*</.test(text.replace(/^\ufeff/, '')) ? readOpml(text) : readCsv(text);
}

async function showAudit({ flags }: SourcesRequest, deps: SourcesDeps): Promise<boolean> {
  const limit = flags.limit === undefined ? 100 : numberOf(flags.limit, '--limit');
  for (const entry of await deps.corpus.audit.list({ limit }))
    deps.out(flags.json ? JSON.stringify(entry) : auditLine(entry));
  return true;
}
