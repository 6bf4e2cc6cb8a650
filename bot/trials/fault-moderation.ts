import { parseArgs } from 'node:util';
import { killInstants } from './moderation-kill-instants.ts';
import { runModerationKillTest } from './moderation-kill-test.ts';

/**
 * `tsx bot/trials/fault-moderation.ts --kills 40 --seed 1`: kills bot and worker by turns while people suggest sources and a
 * moderator decides, and counts at the end what was lost. With `--instants` at each instant of `moderation-kill-instants.ts`
 * instead of by chance; `--only WORDS` takes those whose name holds the words.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string' },
    life: { type: 'string', default: '9000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    instants: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});
const instants = values.instants ? killInstants.filter(({ name }) => name.includes(values.only)) : [];
const options = {
  instants,
  kills: Number(values.kills ?? (values.instants ? 0 : 40)),
  lifeMs: Number(values.life),
  seed: Number(values.seed),
};
console.log(`seed ${options.seed}, ${instants.length} instants, ${options.kills} kills`);
let kill = 0;
const result = await runModerationKillTest({
  ...options,
  onKill: (what) => {
    kill += 1;
    console.log(`kill ${kill}: ${what}`);
  },
});
console.log(JSON.stringify(result, null, 2));
const { lostSuggestions, lostJobs, lostDecisions, lostDocuments, staleCards, toldTwice, crashes } = result;
const wrong = lostSuggestions + lostJobs + lostDecisions + lostDocuments + staleCards + toldTwice + crashes;
const isGood = wrong === 0 && result.missedInstants.length === 0;
process.exit(isGood && result.repeatedCards <= result.botKills ? 0 : 1);
