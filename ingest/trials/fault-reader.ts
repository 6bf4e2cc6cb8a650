import { readFileSync } from 'node:fs';
import { createLog } from '../../corpus/log.ts';
import { seededRandom } from '../../corpus/process/seeded-random.ts';
import { defaultReaderLimits } from '../limits.ts';
import type { RawBody } from '../page/page.ts';
import { residentBytes } from '../reader/process-usage.ts';
import { createReader, type Reader } from '../reader/reader.ts';
import { type Bomb, bombs } from './bombs.ts';
import { numberAfter } from './number-after.ts';

/**
 * Feeds every bomb, and then random damage to each, to the reader; prints how each ended, how long it took, how large
 * the child and how late the event loop of this process got.
 *
 *   tsx ingest/trials/fault-reader.ts [--seed N] [--damaged N] [--scale 0.1]
 */
async function main(args: readonly string[]): Promise<number> {
  const seed = numberAfter(args, '--seed') ?? Math.floor(Math.random() * 1e9);
  const scale = numberAfter(args, '--scale') ?? 1;
  const damaged = numberAfter(args, '--damaged') ?? 200;
  console.log(
    `seed ${seed}, scale ${scale}, node ${process.version}; limits ${JSON.stringify(defaultReaderLimits)}`,
  );
  const reader = createReader({ log: createLog({ level: 'silent' }), children: 1 });
  let bad = 0;
  for (const bomb of bombs) bad += (await explode(bomb.name, bomb.build(scale), reader)) ? 0 : 1;
  bad += await damageRound(seededRandom(seed), damaged, reader);
  await reader.close();
  console.log(bad === 0 ? 'all held' : `${bad} did not hold`);
  return bad === 0 ? 0 : 1;
}

/** Slack on the wall time: starting a child in place of the last one, stopping it and noticing that. */
const slackMs = 3_000;

/** Building a bomb and handing it over is work of this process too; a busy machine adds its own. */
const maxLagMs = 300;

async function explode(name: string, raw: RawBody, reader: Reader): Promise<boolean> {
  const watch = watchProcess();
  const startedMs = performance.now();
  const outcome = await reader.read(raw);
  const tookMs = Math.round(performance.now() - startedMs);
  const { childMb, lagMs } = watch.stop();
  const told = outcome.status === 'unreadable' ? `${outcome.code}: ${outcome.reason}` : outcome.status;
  const held = tookMs <= defaultReaderLimits.wallMs + slackMs && lagMs < maxLagMs && childMb < 700;
  const row = [
    name.padEnd(22),
    `${tookMs} ms`.padStart(9),
    `${childMb} MB`.padStart(7),
    `lag ${lagMs} ms`.padStart(11),
  ];
  console.log(`${held ? 'ok ' : 'BAD'} ${row.join(' ')}  ${told}`);
  return held;
}

function watchProcess() {
  let childMb = 0;
  let lagMs = 0;
  let lastMs = performance.now();
  const timer = setInterval(() => {
    lagMs = Math.max(lagMs, Math.round(performance.now() - lastMs - 10));
    lastMs = performance.now();
    for (const pid of childPids()) {
      void residentBytes(pid).then((bytes) => {
        childMb = Math.max(childMb, Math.round((bytes ?? 0) / 1024 / 1024));
      });
    }
  }, 10);
  return {
    stop: () => {
      clearInterval(timer);
      return { childMb, lagMs };
    },
  };
}

function childPids(): number[] {
  try {
    return readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)
      .map(Number);
  } catch {
    // Only Linux tells; elsewhere the column stays at 0.
    return [];
  }
}

async function damageRound(random: () => number, rounds: number, reader: Reader): Promise<number> {
  let bad = 0;
  const endings = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1) {
    const bomb: Bomb = bombs[Math.floor(random() * bombs.length)]!;
    const raw = damage(bomb.build(0.0005), random);
    const startedMs = performance.now();
    const outcome = await reader.read(raw);
    const ending = outcome.status === 'unreadable' ? outcome.code : outcome.status;
    endings.set(ending, (endings.get(ending) ?? 0) + 1);
    if (performance.now() - startedMs > defaultReaderLimits.wallMs + slackMs) bad += 1;
  }
  console.log(
    `${rounds} damaged documents: ${[...endings].map(([ending, n]) => `${n} ${ending}`).join(', ')}`,
  );
  return bad;
}

function damage(raw: RawBody, random: () => number): RawBody {
  const bytes = raw.bytes.slice(0, Math.ceil(raw.bytes.length * (0.2 + 0.8 * random())));
  for (let hit = 0; hit < 1 + random() * 30; hit += 1)
    bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  return { ...raw, bytes };
}

main(process.argv.slice(2)).then((code) => process.exit(code));
