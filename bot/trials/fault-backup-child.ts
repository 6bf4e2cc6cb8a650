import { openIn, writeRow } from './backup-test.ts';

/** Writes rows into the folder of a backup test until it is killed. */
const database = openIn(process.argv[2]!);
for (let n = 1; ; n += 1) {
  writeRow(database, n);
  if (n % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
}
