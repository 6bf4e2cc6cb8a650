import { parseArgs } from 'node:util';
import { runModerationKillTest } from './moderation-kill-test.ts';

/**
 * `tsx bot/fault-moderation.ts --kills 40 --seed 1`: kills bot and worker by turns while people suggest sources and a
 * moderator decides, and counts at the end what was lost.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '40' },
    life: { type: 'string', default: '9000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const options = { kills: Number(values.kills), lifeMs: Number(values.life), seed: Number(values.seed) };
console.log(`seed ${options.seed}, ${options.kills} kills`);
const result = await runModerationKillTest({
  ...options,
  onKill: (kill, who) => console.log(`kill ${kill}: ${who}`),
});
console.log(JSON.stringify(result, null, 2));
const { lostSuggestions, lostJobs, lostDecisions, lostDocuments, toldTwice } = result;
const isGood = lostSuggestions + lostJobs + lostDecisions + lostDocuments + toldTwice === 0;
process.exit(isGood && result.repeatedCards <= result.botKills ? 0 : 1);
