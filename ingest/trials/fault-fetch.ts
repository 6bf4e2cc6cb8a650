import { seededRandom } from '../../corpus/process/seeded-random.ts';
import { hostileAddresses, tryAddresses, tryBodies } from './fetch-trial.ts';
import { numberAfter } from './number-after.ts';

/**
 * Sends the fetcher to every spelling of private addresses, straight, by redirects and by lying name servers, and counts visits at
 * a canary; then feeds it broken, endless and packed bodies.
 *
 *   tsx ingest/trials/fault-fetch.ts [--seed N] [--bodies 200]
 */
async function main(args: readonly string[]): Promise<number> {
  const seed = numberAfter(args, '--seed') ?? Math.floor(Math.random() * 1e9);
  const random = seededRandom(seed);
  const addresses = await tryAddresses(random, 1);
  const bodies = await tryBodies(random, numberAfter(args, '--bodies') ?? 200);
  for (const line of [...addresses.wrong, ...bodies.wrong]) console.log(line);
  console.log(
    `seed ${seed}: ${hostileAddresses(80).length} addresses, ${addresses.attempts} attempts, ${addresses.canaryVisits} connections to the canary; ` +
      `${bodies.attempts} bodies, ${bodies.wrong.length} without an end in time, memory grew by ${bodies.grownMb} MB at most`,
  );
  return addresses.canaryVisits + addresses.wrong.length + bodies.wrong.length === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then((code) => process.exit(code));
