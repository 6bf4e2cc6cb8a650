import { parseArgs } from 'node:util';
import { loadEnvironment, readConfig } from '../corpus/config.ts';
import { createLog } from '../corpus/log.ts';
import { seededRandom } from '../corpus/process/seeded-random.ts';
import { openAsker } from './asker.ts';
import { askedOtherwise, brokenPromises, mostOfOneSite } from './citation-trial.ts';
import { askedAt } from './eval/asked-at.ts';
import { readQuestions } from './eval/questions.ts';
import { starterDataDir } from './eval/starter-corpus.ts';

/**
 * Asks over the starter corpus until so many answers were given and checks every citation and every line of the bot's own.
 *
 *   tsx retrieval/fault-citations.ts [--seed N] [--answers 1000]
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    answers: { type: 'string', default: '1000' },
  },
});
const random = seededRandom(Number(values.seed));
const wanted = Number(values.answers);
const config = readConfig({ ...loadEnvironment(), DATA_DIR: await starterDataDir() });
const asker = await openAsker(config, createLog({ level: 'error' }), { now: askedAt });
const questions = readQuestions();
let [asked, answers, quotes, broken, crowded] = [0, 0, 0, 0, 0];
while (answers < wanted && asked < 5 * wanted) {
  const { question, language, previous } = questions[asked % questions.length]!;
  const text = asked < questions.length ? question : askedOtherwise(question, random);
  const answer = await asker.ask({ text, language, ...(previous === undefined ? {} : { previous }) });
  asked += 1;
  if (answer.kind === 'answer') answers += 1;
  quotes += answer.citations.length;
  for (const problem of await brokenPromises(answer, asker.corpus, asker.deps.lexicon)) {
    broken += 1;
    console.log(`${text}\n  ${problem}`);
  }
  if (mostOfOneSite(answer) > 2) {
    crowded += 1;
    console.log(`${text}\n  ${mostOfOneSite(answer)} of the first five from one site`);
  }
}
await asker.close();
console.log(
  `seed ${values.seed}: ${asked} questions, ${answers} answers, ${quotes} quotes; ${broken} promises broken, ${crowded} times more than two of five from one site`,
);
process.exitCode = broken + crowded === 0 ? 0 : 1;
