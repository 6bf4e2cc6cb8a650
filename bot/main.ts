import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Config, loadEnvironment, readConfig, secretKeys } from '../corpus/config.ts';
import { messageOf, UserError } from '../corpus/errors.ts';
import { createLog, type Logger, scrub } from '../corpus/log.ts';
import { startHealth } from './health/health.ts';
import type { HealthServer } from './health/health-server.ts';
import { AnswerMetrics } from './health/metrics.ts';
import { openDeps } from './open-deps.ts';
import { lockDataFolder } from './people/data-lock.ts';
import { superviseChild } from './process/child-process.ts';
import { systemClock } from './process/clock.ts';
import { loggable } from './process/loggable.ts';
import { Telegram } from './telegram.ts';
import { runTerminal } from './terminal.ts';

type Environment = Readonly<Record<string, string | undefined>>;

// Supervisors kill after 10 seconds. All state is on disk, so cutting the rest short loses nothing.
const stopWithinMs = 9000;
// Of which this much may go to closing the corpus, which on a first start may still be filled.
const cleanUpWithinMs = 3000;

const workerFile = fileURLToPath(new URL('../ingest/worker.ts', import.meta.url));

async function main(): Promise<void> {
  const env = loadEnvironment();
  const config = readConfig(env);
  const secrets = secretsOf(config);
  if (config.BOT_TOKEN === undefined) {
    process.once('SIGINT', () => process.exit(0));
    // The person reads the terminal: only what went wrong is worth a line between answers.
    await startTerminal(
      config,
      env,
      createLog({ level: config.LOG_LEVEL === 'info' ? 'error' : config.LOG_LEVEL, secrets }),
    );
    return;
  }
  const log = createLog({ level: config.LOG_LEVEL, secrets });
  dieLoudly(log);
  await startTelegram({ ...config, BOT_TOKEN: config.BOT_TOKEN }, env, log, stopOnSignals());
}

async function startTerminal(config: Config, env: Environment, log: Logger): Promise<void> {
  const { deps, ready, close } = openDeps({ config, env, log, terminal: true });
  try {
    await ready;
    const folder = join(config.DATA_DIR, 'terminal');
    // The limit protects a public bot; whoever sits at the keyboard may ask as fast as they type.
    const unlimited = { ...deps, config: { ...config, QUESTIONS_PER_MINUTE: Number.MAX_SAFE_INTEGER } };
    await runTerminal({ deps: unlimited, input: process.stdin, output: process.stdout, folder });
  } finally {
    await close();
  }
}

async function startTelegram(
  config: Config & { readonly BOT_TOKEN: string },
  env: Environment,
  log: Logger,
  stop: AbortController,
): Promise<void> {
  const unlock = lockDataFolder(config.DATA_DIR);
  const { deps: opened, ready, close } = openDeps({ config, env, log, terminal: false });
  const metrics = new AnswerMetrics();
  const deps = { ...opened, asker: metrics.watch(opened.asker) };
  let failure: unknown = null;
  const worker = ready
    .then(() => (existsSync(workerFile) ? runWorker(env, log, stop.signal) : undefined))
    .catch((error: unknown) => {
      // A corpus that cannot be opened ends the bot; updates of meanwhile wait on disk for the next start.
      failure = error;
      stop.abort();
    });
  let health: HealthServer | null = null;
  try {
    const telegram = new Telegram(config, deps);
    health = await startHealth({ config, deps, telegram, asker: ready, metrics });
    await telegram.run(stop.signal);
  } finally {
    stop.abort();
    await health?.close();
    await Promise.race([worker.then(close).finally(unlock), systemClock.sleep(cleanUpWithinMs)]);
  }
  if (failure !== null) throw failure;
}

function runWorker(env: Environment, log: Logger, stop: AbortSignal): Promise<void> {
  const childEnv = Object.fromEntries(
    Object.entries(env).filter(([key]) => !(secretKeys as readonly string[]).includes(key)),
  );
  return superviseChild({ file: workerFile, env: childEnv, log }, stop);
}

function stopOnSignals(): AbortController {
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // A second signal means now.
      if (stop.signal.aborted) process.exit(0);
      stop.abort();
      setTimeout(() => process.exit(0), stopWithinMs).unref();
    });
  }
  return stop;
}

// The default would print the error as it is, and errors of requests carry the token in their address.
function dieLoudly(log: Logger): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.fatal({ err: loggable(error) }, 'the bot ends: an error nobody expected');
      process.exit(1);
    });
  }
}

function secretsOf(config: Config): string[] {
  return secretKeys.flatMap((key) => config[key] ?? []);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const text = error instanceof UserError ? error.message : `Unexpected failure: ${messageOf(error)}`;
    console.error(scrub(text, []));
    process.exit(1);
  },
);
