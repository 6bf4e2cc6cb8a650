import { setPriority } from 'node:os';
import { type Config, loadEnvironment, readConfig, secretKeys } from '../corpus/config.ts';
import { messageOf, UserError } from '../corpus/errors.ts';
import { createLog, type Logger } from '../corpus/log.ts';
import { systemClock } from './clock.ts';
import { lookupAll } from './fetch/address-guard.ts';
import { workerGapMs } from './fetch/host-pace.ts';
import { createWorker } from './run/job-worker.ts';
import { openIngest } from './run/open-ingest.ts';

/**
 * The process that fetches: started by the bot with a channel to it, or alone. It ends with the bot, or on SIGTERM; what
 * it was doing is taken up by the next worker.
 */
async function main(config: Config, log: Logger): Promise<void> {
  const ingest = await openIngest({ config, log, gapMs: workerGapMs });
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
  stopWhenTold(() => worker.stop());
  // Answers come first when both want the processor.
  setPriority(5);
  log.info({ pid: process.pid }, 'the worker is ready');
  // Without a callback a channel that closed meanwhile would be an error nobody handles.
  process.send?.({ ready: true }, undefined, undefined, () => undefined);
  await worker.run();
  await ingest.close();
}

/** A job in work gets this long to come to an end; its lease brings it back if it does not. */
const graceMs = 10_000;

function stopWhenTold(stop: () => void): void {
  const end = () => {
    stop();
    setTimeout(() => process.exit(0), graceMs).unref();
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  // The channel closes when the bot dies in whatever way.
  process.once('disconnect', end);
  // It may have died while we were starting, before anybody listened; without a channel this is undefined.
  if (process.connected === false) end();
}

function start(): Promise<void> {
  const env = loadEnvironment();
  // Whoever takes over this process through a page must find no secret in it.
  for (const key of secretKeys) {
    delete env[key];
    delete process.env[key];
  }
  const config = readConfig(env);
  return main(config, createLog({ level: config.LOG_LEVEL }));
}

start().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${messageOf(error)}\n`);
    if (!(error instanceof UserError) && error instanceof Error)
      process.stderr.write(`${error.stack ?? ''}\n`);
    process.exit(1);
  },
);
