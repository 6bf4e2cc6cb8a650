import { parseArgs } from 'node:util';
import { runBackupTest } from './backup-test.ts';

/** `tsx bot/trials/fault-backup.ts --backups 20 --seed 1`: backups of people.db while another process writes; restores each. */
const { values } = parseArgs({
  options: {
    backups: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
console.log(`seed ${values.seed}, ${values.backups} backups`);
const result = await runBackupTest({ backups: Number(values.backups), seed: Number(values.seed) });
console.log(JSON.stringify(result, null, 2));
process.exit(result.equal === result.backups ? 0 : 1);
