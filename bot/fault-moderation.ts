import { parseArgs } from 'node:util';
import { runModerationInstants, runModerationKillTest } from './moderation-kill-test.ts';

/**
 * `tsx bot/fault-moderation.ts --kills 40 --seed 1`: kills bot and worker by turns while people suggest sources and a
 * moderator decides, and counts at the end what was lost. With `--instants` at each instant of `moderation-kill-instants.ts`
 * instead of by chance; `--only WORDS` takes those whose name holds the words.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '40' },
    life: { type: 'string', default: '9000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    instants: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});
const seed = Number(values.seed);
console.log(`seed ${seed}, ${values.instants ? 'all instants' : `${values.kills} kills`}`);
const onKill = (kill: number, who: string, when = who) => console.log(`kill ${kill}: ${when}`);
const result = values.instants
  ? await runModerationInstants({ seed, onKill, only: values.only })
  : await runModerationKillTest({ seed, onKill, kills: Number(values.kills), lifeMs: Number(values.life) });
console.log(JSON.stringify(result, null, 2));
const { lostSuggestions, lostJobs, lostDecisions, lostDocuments, staleCards, toldTwice, crashes } = result;
const wrong = lostSuggestions + lostJobs + lostDecisions + lostDocuments + staleCards + toldTwice + crashes;
const isGood = wrong === 0 && result.missedInstants.length === 0;
process.exit(isGood && result.repeatedCards <= result.botKills ? 0 : 1);
