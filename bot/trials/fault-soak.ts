import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { runSoak } from './soak-test.ts';

/**
 * `tsx bot/trials/fault-soak.ts --hours 24 --speed 240 --seed 1`: a day of the bot's clock in six minutes, with readers, questions,
 * news and 1 % of failing calls; counts what was lost or repeated, and how memory and handles grow.
 */
const { values } = parseArgs({
  options: {
    hours: { type: 'string', default: '24' },
    speed: { type: 'string', default: '240' },
    readers: { type: 'string', default: '120' },
    questions: { type: 'string', default: '60' },
    faults: { type: 'string', default: '0.01' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
console.log(`seed ${values.seed}, ${values.hours} hours at ${values.speed} times the speed`);
const result = await runSoak({
  seed: Number(values.seed),
  hours: Number(values.hours),
  speed: Number(values.speed),
  readers: Number(values.readers),
  questionsPerHour: Number(values.questions),
  faultShare: Number(values.faults),
  onHour: (hour, rssMb) => console.log(`hour ${hour}: ${rssMb} MB`),
});
console.log(JSON.stringify({ ...result, load: loadavg()[0] }, null, 2));
const wrong = result.unanswered + result.digestsTwice + result.waiting + result.unhandledRejections;
process.exit(wrong === 0 && result.exitCode === 0 && (result.rssMbPerHour ?? 0) <= 1 ? 0 : 1);
