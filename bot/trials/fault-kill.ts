import { parseArgs } from 'node:util';
import { runKillTest } from './kill-test.ts';

/**
 * `tsx bot/trials/fault-kill.ts --kills 500 --seed 1 --digests 2000`: kills the bot again and again and counts what is lost.
 * With `--stop` it is stopped in good order each time.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    digests: { type: 'string', default: '500' },
    'no-questions': { type: 'boolean', default: false },
    stop: { type: 'boolean', default: false },
  },
});
const options = {
  kills: Number(values.kills),
  seed: Number(values.seed),
  digests: Number(values.digests),
  asks: !values['no-questions'],
  signal: values.stop ? ('SIGTERM' as const) : ('SIGKILL' as const),
};
console.log(`seed ${options.seed}, ${options.kills} kills, ${options.digests} digests`);
const result = await runKillTest({
  ...options,
  onKill: (kill) => {
    if (kill % 10 === 0) console.log(`${kill} kills`);
  },
});
console.log(JSON.stringify(result, null, 2));
const wrong = result.lost + result.repeatedDigests + result.misreported + result.unaccounted;
process.exit(wrong === 0 && result.exitCode === 0 && result.stopMs < 10_000 ? 0 : 1);
