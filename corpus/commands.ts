import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Config } from './config.ts';
import { type Corpus, openCorpus, rulesMark } from './corpus.ts';
import type { FullTextIndexer } from './documents/searchable.ts';
import type { VectorSource } from './embedding/embeddings.ts';
import { messageOf, UserError } from './errors.ts';
import type { Logger } from './log.ts';
import { corpusMigrations } from './schema.ts';
import { dataFolder } from './storage/data-folder.ts';
import { newEpoch } from './storage/journal.ts';
import { explain } from './storage/sqlite.ts';
import { indexRules } from './terms/index-rules.ts';
import { backupDatabase, restoreDatabase } from './upkeep/backup.ts';
import { exportDocuments } from './upkeep/export.ts';
import { rebuildCorpus } from './upkeep/rebuild.ts';
import { describeCorpus, readStatistics } from './upkeep/statistics.ts';
import { verifyCorpus } from './upkeep/verify.ts';

/** An embedder that has to be closed. */
export type ClosableVectorSource = VectorSource & { close(): Promise<void> };

/** The world as the commands see it. */
export interface CommandDeps {
  readonly config: Pick<Config, 'DATA_DIR'>;
  readonly log: Logger;
  readonly indexFields: FullTextIndexer;
  openEmbedder(): Promise<ClosableVectorSource>;
  /** What `model` does to the configured embedding model; only `download` uses the network. */
  readonly model: Readonly<Record<'download' | 'check', () => Promise<void>>>;
  /** Takes in the starter corpus when it is due, so that a fresh folder does not pass for an empty corpus. */
  fill(): Promise<void>;
  /** Prints a line of the result; resolves when there is room for the next. */
  out(line: string): Promise<void> | void;
  /** Prints a line for the person who waits, or an error. */
  say(line: string): void;
}

/** What the command prints for `--help`. */
export const corpusHelp = `Usage: npm run corpus -- <command>

  stats            what is stored: sources, documents, passages, vectors, jobs
  verify           check the file, the word index, offsets, visibility and vectors; exit code 1 when something is wrong
  rebuild          make the word index and missing vectors again, drop the vector cache
  backup <file>    write a copy of the corpus as one file; other processes may go on working
  restore <file>   put a backup in the place of the corpus; stop the bot and the worker first
  model download   get the model of EMBEDDING_MODEL from its hub; nothing else ever downloads one
  model check      check the files of the model, load it, and embed a sentence
  export           print every document that answers may quote, one JSON object a line

  --json           stats and verify as JSON
  --force          backup: replace the file if it is there
  --help           this text

The data folder is DATA_DIR (see .env.example).`;

/** The command line was wrong; `run` answers it with exit code 2. */
class UsageError extends UserError {}

/** Runs one command of `npm run corpus`. Returns the exit code: 0 fine, 1 failed, 2 not understood. */
export async function runCorpusCommand(args: readonly string[], deps: CommandDeps): Promise<number> {
  try {
    return await dispatch(parse(args), deps);
  } catch (error) {
    const explained = explain(error, dataFolder(deps.config.DATA_DIR).corpus);
    if (!(explained instanceof UserError)) throw error;
    deps.log.debug({ err: error }, 'command failed');
    deps.say(explained.message);
    return explained instanceof UsageError ? 2 : 1;
  }
}

interface Request {
  readonly command: string;
  readonly file: string | null;
  readonly json: boolean;
  readonly force: boolean;
}

/** Commands that take one word more, and what it is. */
const operands: Readonly<Record<string, string>> = {
  backup: 'a file',
  restore: 'a file',
  model: '"download" or "check"',
};

function parse(args: readonly string[]): Request {
  const { values, positionals } = parseStrictly(args);
  const [command, file, ...rest] = positionals;
  if (values.help === true) return { command: 'help', file: null, json: false, force: false };
  if (command === undefined) throw new UsageError('Which command? Try: npm run corpus -- --help');
  if (!Object.hasOwn(commands, command))
    throw new UsageError(`Unknown command "${command}". Try: npm run corpus -- --help`);
  const operand = Object.hasOwn(operands, command) ? operands[command] : undefined;
  if (operand !== undefined && file === undefined)
    throw new UsageError(`${command} needs ${operand}. Try: npm run corpus -- --help`);
  const extra = operand !== undefined ? rest[0] : file;
  if (extra !== undefined)
    throw new UsageError(`${command} does not take "${extra}". Try: npm run corpus -- --help`);
  return { command, file: file ?? null, json: values.json === true, force: values.force === true };
}

function parseStrictly(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        json: { type: 'boolean' },
        force: { type: 'boolean' },
      },
    });
  } catch (error) {
    const [line] = messageOf(error).split(/[.\n]/);
    throw new UsageError(`${line}. Try: npm run corpus -- --help`, { cause: error });
  }
}

type Command = (request: Request, deps: CommandDeps) => Promise<number>;

async function dispatch(request: Request, deps: CommandDeps): Promise<number> {
  return commands[request.command]!(request, deps);
}

const commands: Readonly<Record<string, Command>> = {
  help: async (_request, deps) => {
    await deps.out(corpusHelp);
    return 0;
  },
  stats: (request, deps) =>
    withCorpus(deps, async (corpus) => {
      const statistics = await readStatistics(corpus, statSync(corpus.database.name).size);
      await deps.out(request.json ? JSON.stringify(statistics) : describeCorpus(statistics));
      return 0;
    }),
  verify,
  rebuild,
  model: async (request, deps) => {
    const action = request.file;
    if (action !== 'download' && action !== 'check')
      throw new UsageError(`model does not know "${action}". Try: npm run corpus -- --help`);
    await deps.model[action]();
    return 0;
  },
  backup: (request, deps) =>
    withCorpus(deps, async (corpus) => {
      backupDatabase(corpus.database, request.file!, { replace: request.force });
      deps.say(`Backup written to ${request.file} (${megabytes(statSync(request.file!).size)}).`);
      return 0;
    }),
  restore,
  export: async (_request, deps) => {
    await deps.fill();
    return withCorpus(deps, async (corpus) => {
      for await (const document of exportDocuments(corpus)) await deps.out(JSON.stringify(document));
      return 0;
    });
  },
};

async function withCorpus(deps: CommandDeps, work: (corpus: Corpus) => Promise<number>): Promise<number> {
  const corpus = await openCorpus({
    dataDir: deps.config.DATA_DIR,
    log: deps.log,
    indexFields: deps.indexFields,
    mustExist: true,
  });
  try {
    return await work(corpus);
  } finally {
    await corpus.close();
  }
}

const outdatedWords =
  'word index: made by another version of the lexicon or its rules (npm run corpus -- rebuild makes it anew)';

async function verify(request: Request, deps: CommandDeps): Promise<number> {
  return withCorpus(deps, async (corpus) => {
    const { model, problem } = await modelOrProblem(deps);
    const report = await verifyCorpus(corpus, model);
    const rules = (await corpus.meta.get(rulesMark)) === indexRules() ? [] : [outdatedWords];
    const problems = [...report.problems, ...(problem === null ? [] : [problem]), ...rules];
    if (request.json) await deps.out(JSON.stringify({ ...report, problems }));
    else {
      for (const line of problems) await deps.out(line);
      const { documents, searchable } = report.counts;
      const verdict = problems.length === 0 ? 'sound' : `${problems.length} problems`;
      await deps.out(`${verdict}: ${documents} documents, ${searchable} searchable passages`);
    }
    return problems.length === 0 ? 0 : 1;
  });
}

// A model that cannot be opened is a finding, not a reason to leave the rest unchecked.
async function modelOrProblem(deps: CommandDeps) {
  try {
    const embedder = await deps.openEmbedder();
    const model = { modelId: embedder.modelId, dimensions: embedder.dimensions };
    await embedder.close();
    return { model, problem: null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { model: null, problem: `embedding model: ${error.message}` };
  }
}

async function rebuild(_request: Request, deps: CommandDeps): Promise<number> {
  return withCorpus(deps, async (corpus) => {
    const embed = await deps.openEmbedder();
    try {
      const report = await rebuildCorpus(corpus, {
        indexFields: deps.indexFields,
        embed,
        vectorsFolder: dataFolder(deps.config.DATA_DIR).vectors,
        onProgress: everySecond((task, done, total) => deps.say(`${task}: ${done} of ${total}`)),
      });
      deps.say(
        `Rebuilt ${report.documents} documents; ${report.embedded} texts embedded, ${report.dropped} unused vectors dropped.`,
      );
      return 0;
    } finally {
      await embed.close();
    }
  });
}

async function restore(request: Request, deps: CommandDeps): Promise<number> {
  const folder = dataFolder(deps.config.DATA_DIR);
  const aside = restoreDatabase({
    backup: request.file!,
    path: folder.corpus,
    migrations: corpusMigrations,
    log: deps.log,
    // Every vector cache must notice that it belongs to another state.
    adjust: newEpoch,
  });
  deps.say(
    `Restored ${folder.corpus} from ${request.file}.${aside === null ? '' : ` The former corpus is ${aside}.`}`,
  );
  return 0;
}

function everySecond<Args extends unknown[]>(call: (...args: Args) => void): (...args: Args) => void {
  let last = Date.now();
  return (...args) => {
    if (Date.now() - last < 1000) return;
    last = Date.now();
    call(...args);
  };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
