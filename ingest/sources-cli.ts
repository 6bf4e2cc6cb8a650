import { userInfo } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { type Config, loadEnvironment, readConfig, secretKeys } from '../corpus/config.ts';
import { messageOf, UserError } from '../corpus/errors.ts';
import { createLog, type Logger } from '../corpus/log.ts';
import { settleCheck } from '../corpus/sources/suggest-source.ts';
import { systemClock } from './clock.ts';
import { lookupAll } from './fetch/address-guard.ts';
import { commandLineGapMs } from './fetch/host-pace.ts';
import { createWorker } from './run/job-worker.ts';
import { type Ingest, openIngest } from './run/open-ingest.ts';
import { runSourcesCommand } from './sources/sources-commands.ts';

// `npm run sources -- export | head` closes the pipe early, which is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

/** A look takes seconds; a site that needs longer than this is not worth waiting for at a prompt. */
const patienceMs = 180_000;

/** Looks at sources in this process, beside a worker if one runs: each job is done by whoever takes it first. */
function lookHere(ingest: Ingest, config: Config, log: Logger): (sourceId: number) => Promise<void> {
  const { corpus, pipeline } = ingest;
  const worker = createWorker({
    corpus,
    pipeline,
    dryRun: { ...pipeline, lookup: lookupAll, documents: corpus.documents, sources: corpus.sources },
    dataDir: config.DATA_DIR,
    random: Math.random,
    clock: systemClock,
    log,
  });
  return async (sourceId) => {
    const giveUpAt = Date.now() + patienceMs;
    while ((await settleCheck(corpus, sourceId, new Date())).kind === 'looking' && Date.now() < giveUpAt) {
      if (!(await worker.workOnce(['add-source']))) await delay(200);
    }
  };
}

// Two people at one machine have two accounts; what somebody types about who they are proves nothing.
function actorHere(): string {
  try {
    return `cli:${userInfo().username}`;
  } catch {
    // A container may run under a number without a name.
    return 'cli';
  }
}

async function main(args: readonly string[]): Promise<number> {
  const config = readConfig(loadEnvironment());
  const level = config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL;
  const log = createLog({ level, secrets: secretKeys.flatMap((key) => config[key] ?? []) });
  const ingest = await openIngest({ config, log, gapMs: commandLineGapMs });
  try {
    return await runSourcesCommand(args, {
      corpus: ingest.corpus,
      dataDir: config.DATA_DIR,
      actor: actorHere(),
      now: () => new Date(),
      out: (line) => void process.stdout.write(`${line}\n`),
      say: (line) => void process.stderr.write(`${line}\n`),
      look: lookHere(ingest, config, log),
    });
  } finally {
    await ingest.close();
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${messageOf(error)}\n`);
    if (!(error instanceof UserError) && error instanceof Error)
      process.stderr.write(`${error.stack ?? ''}\n`);
    process.exitCode = 1;
  },
);
