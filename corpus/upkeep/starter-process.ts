import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Config, secretKeys } from '../config.ts';
import { openCorpus } from '../corpus.ts';
import { UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { nodeFlags } from '../process/node-flags.ts';
import { dataFolder } from '../storage/data-folder.ts';
import { indexFields } from '../terms/lexical.ts';
import { starterIsDue } from './starter-due.ts';

const ingestCommand = fileURLToPath(new URL('../../ingest/cli.ts', import.meta.url));

/**
 * Takes in the bundled starter corpus in a process of its own, so that whoever asks need not know how documents are
 * read. Progress goes to standard error. Does nothing when the starter corpus is off.
 * @throws UserError when the process fails; its own message has been shown by then.
 */
export async function ingestStarter(
  config: Config,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  if (!config.STARTER_CORPUS || !existsSync(ingestCommand)) return;
  await runIngest(['--starter'], config, env);
}

/**
 * Takes documents in by the ingest command, in a process of its own; what it prints about each is not shown.
 * @throws UserError when any did not arrive.
 */
export async function runIngest(
  targets: readonly string[],
  config: Config,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const childEnv = Object.fromEntries(
    Object.entries(env).filter(([key]) => !(secretKeys as readonly string[]).includes(key)),
  );
  const child = spawn(process.execPath, [...nodeFlags, ingestCommand, ...targets], {
    env: { ...childEnv, DATA_DIR: config.DATA_DIR },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  const call = `npm run -s ingest -- ${targets.join(' ')}`;
  if (code !== 0) throw new UserError(`Documents could not be taken in; run: ${call}`);
}

/** {@link ingestStarter} where it is due, for commands that do not hold the corpus open themselves. */
export async function fillStarter(
  config: Config,
  env: Readonly<Record<string, string | undefined>>,
  log: Logger,
): Promise<void> {
  if (existsSync(dataFolder(config.DATA_DIR).corpus)) {
    const corpus = await openCorpus({ dataDir: config.DATA_DIR, log, indexFields });
    const due = await starterIsDue(corpus, config);
    await corpus.close();
    if (!due) return;
  }
  await ingestStarter(config, env);
}
