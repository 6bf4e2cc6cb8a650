import { parseArgs } from 'node:util';
import { runDigestKillTest } from './digest-kill-test.ts';

/** `tsx bot/trials/fault-digest.ts --subscribers 10000 --kills 100 --seed 1`: a digest to many chats while the process is killed. */
const { values } = parseArgs({
  options: {
    subscribers: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '20' },
    life: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const options = {
  subscribers: Number(values.subscribers),
  kills: Number(values.kills),
  lifeMs: Number(values.life),
  seed: Number(values.seed),
};
console.log(`seed ${options.seed}, ${options.subscribers} subscribers, ${options.kills} kills`);
const result = await runDigestKillTest({
  ...options,
  onKill: (kill, received) => {
    if (kill % 10 === 0) console.log(`${kill} kills, ${received} messages`);
  },
});
console.log(JSON.stringify(result, null, 2));
const wrong = result.twice + result.unaccounted + result.inconsistent;
process.exit(wrong === 0 && result.uncertain <= 8 * options.kills && result.fastestSecond <= 25 ? 0 : 1);
