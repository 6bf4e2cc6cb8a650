import { once } from 'node:events';
import { type CommandDeps, runCorpusCommand } from './commands.ts';
import { loadEnvironment, readConfig, secretKeys } from './config.ts';
import { openEmbedder } from './embedding/embedder.ts';
import { checkModel, downloadModel } from './embedding/model-download.ts';
import { messageOf, UserError } from './errors.ts';
import { createLog } from './log.ts';
import { indexFields } from './terms/lexical.ts';
import { fillStarter } from './upkeep/starter-process.ts';

// `npm run corpus -- export | head` closes the pipe early, which is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  const env = loadEnvironment();
  const config = readConfig(env);
  const log = createLog({ level: config.LOG_LEVEL, secrets: secretKeys.flatMap((key) => config[key] ?? []) });
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const deps: CommandDeps = {
    config,
    log,
    indexFields,
    openEmbedder: () => openEmbedder(config, log),
    model: {
      download: () => downloadModel(config, { log, say }),
      check: () => checkModel(config, { log, say }),
    },
    fill: () => fillStarter(config, env, log),
    out: async (line) => {
      if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
    },
    say,
  };
  process.exitCode = await runCorpusCommand(process.argv.slice(2), deps);
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
