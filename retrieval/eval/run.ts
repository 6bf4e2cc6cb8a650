import { loadEnvironment, readConfig } from '../../corpus/config.ts';
import { UserError } from '../../corpus/errors.ts';
import { createLog } from '../../corpus/log.ts';
import { openAsker } from '../asker.ts';
import { askedAt } from './asked-at.ts';
import { evaluate } from './evaluate.ts';
import { inventedQuestions } from './invented.ts';
import { readOptions, usage } from './options.ts';
import { readQuestions } from './questions.ts';
import { starterDataDir } from './starter-corpus.ts';

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    console.log(usage);
    return 0;
  }
  const env = loadEnvironment();
  const dataDir = env.DATA_DIR || (await starterDataDir(options.invented));
  const config = readConfig({ ...env, DATA_DIR: dataDir });
  const asker = await openAsker(config, createLog({ level: 'error' }), { now: askedAt });
  try {
    const all =
      options.invented === null
        ? readQuestions(options.questions ?? undefined)
        : await inventedQuestions(options.invented, asker.corpus);
    const questions = all.filter(
      ({ split, kind, set }) =>
        (options.split === 'all' || split === options.split) &&
        (options.kind === null || kind === options.kind) &&
        (options.set === null || set === options.set),
    );
    if (questions.length === 0) throw new UserError('No question fits these options.');
    const context = { options, questions, asker };
    if (options.mode === 'support') return await (await import('./support-report.ts')).reportSupport(context);
    if (options.mode === 'compare') return await (await import('./compare.ts')).compareEngines(context);
    if (options.mode === 'ablate') return await (await import('./ablate.ts')).ablateWeights(context);
    return await evaluate(context);
  } finally {
    await asker.close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof UserError ? error.message : error);
    process.exitCode = 1;
  },
);
