import { parseArgs } from 'node:util';
import { seededRandom } from '../process/seeded-random.ts';
import { fillDisk } from './disk-trial.ts';

/**
 * `tsx corpus/trials/fault-disk.ts [--seed N] [--runs 20]`: lets the disk of a corpus give out at random sizes while documents are saved and
 * counts half documents, unsound indexes, lost documents, and corpora that do not recover.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    runs: { type: 'string', default: '20' },
  },
});
const random = seededRandom(Number(values.seed));
let bad = 0;
for (let run = 0; run < Number(values.runs); run += 1) {
  const result = await fillDisk(500 + Math.floor(random() * 2_500));
  const held =
    result.failures > 0 &&
    result.codes.every((code) => /^SQLITE_(FULL|IOERR)/.test(code)) &&
    result.answers &&
    result.kept === result.saved &&
    result.problems.length === 0 &&
    result.recovered;
  if (!held) bad += 1;
  console.log(`${held ? 'ok ' : 'BAD'} ${JSON.stringify(result)}`);
}
console.log(`seed ${values.seed}: ${values.runs} full disks, ${bad} did not hold`);
process.exitCode = bad === 0 ? 0 : 1;
