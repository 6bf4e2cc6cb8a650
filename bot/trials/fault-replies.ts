import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { runRepliesTest } from './replies-test.ts';

/**
 * `tsx bot/trials/fault-replies.ts --faults 1000 --storms 20 --seed 1`: loses replies of messages that were accepted, in every
 * way, and asks for pauses meanwhile; counts what was sent twice, lost, or sent in a pause.
 */
const { values } = parseArgs({
  options: {
    faults: { type: 'string', default: '1000' },
    timeouts: { type: 'string', default: '16' },
    storms: { type: 'string', default: '20' },
    pause: { type: 'string', default: '6' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const options = {
  faults: Number(values.faults),
  timeouts: Number(values.timeouts),
  storms: Number(values.storms),
  longestPauseSeconds: Number(values.pause),
  seed: Number(values.seed),
};
console.log(`seed ${options.seed}, ${options.faults} lost replies, ${options.storms} pauses`);
const result = await runRepliesTest(options);
console.log(JSON.stringify({ ...result, load: loadavg()[0] }, null, 2));
const wrong =
  result.twice +
  result.neverPosted +
  result.mismarked +
  result.unaccounted +
  result.unanswered +
  result.callsInPause;
process.exit(wrong === 0 && result.slowestResumeMs <= 1000 ? 0 : 1);
