import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { smallLexicon, smallTexts } from '../../corpus/bundled-model/small-lexicon.ts';
import { prepareStaticModel } from '../../corpus/embedding/static-model.ts';
import { silentLog } from '../../corpus/log.ts';
import { seededRandom } from '../../corpus/process/seeded-random.ts';
import { FakeTelegram } from './fake-telegram.ts';
import { Crowd, type CrowdCount, owner } from './moderation-crowd.ts';
import type { KillInstant } from './moderation-kill-instants.ts';
import { type SlowWeb, startSlowWeb } from './moderation-kill-web.ts';
import { WholeProgram } from './whole-program.ts';

/** How a kill test of moderation runs; the same seed gives the same suggestions, decisions and delays. */
export interface ModerationKillOptions {
  readonly seed: number;
  /** Kills at these instants first, one after the other. */
  readonly instants?: readonly KillInstant[];
  /** Kills at random moments after them, bot and worker by turns. */
  readonly kills: number;
  /** Longest life between two of those. */
  readonly lifeMs: number;
  /** Told of each kill: who, or at which instant. */
  readonly onKill?: (what: string) => void;
}

/** What came out. */
export interface ModerationKillResult extends CrowdCount {
  readonly botKills: number;
  readonly workerKills: number;
  /** Times the program ended although nobody killed it. */
  readonly crashes: number;
  /** Instants that never came. */
  readonly missedInstants: readonly string[];
}

// The bot opens the corpus first; on a busy machine that and the start of the worker take this long together.
const workerStartMs = 30_000;

const instantWithinMs = 60_000;

/** Kills bot or worker again and again while people suggest and decide, lets it come to rest, and counts. */
export function runModerationKillTest(options: ModerationKillOptions): Promise<ModerationKillResult> {
  return inWorld(options.seed, async (world) => {
    for (const instant of options.instants ?? []) await killAt(instant, world, options);
    for (let kill = 1; kill <= options.kills; kill += 1) await killByChance(kill, world, options);
  });
}

async function killByChance(kill: number, world: World, options: ModerationKillOptions): Promise<void> {
  const { crowd, program, random } = world;
  const who = kill % 2 === 0 ? 'worker' : 'bot';
  if (who === 'worker') await workerOf(world);
  if (random() < 0.7) crowd.suggest();
  await crowd.actFor(300 + options.lifeMs * random());
  if (who === 'worker' && program.workerPid() === null) return;
  options.onKill?.(who);
  program.signal(who, 'SIGKILL');
  await goOn(world, who);
}

// Three suggestions are one of each kind: a reader's link, a moderator's link and a file.
async function killAt(instant: KillInstant, world: World, options: ModerationKillOptions): Promise<void> {
  const { crowd, program, server, web } = world;
  if (instant.who === 'worker') await workerOf(world);
  let isKilled = false;
  const kill = () => {
    if (isKilled) return;
    isKilled = true;
    options.onKill?.(instant.name);
    program.signal(instant.who, 'SIGKILL');
  };
  const disarm = instant.arm({ server, web, program, kill });
  for (let n = 0; n < 3; n += 1) crowd.suggest();
  await crowd.actFor(instantWithinMs, () => isKilled);
  disarm();
  if (isKilled) await goOn(world, instant.who);
  else world.missed.push(instant.name);
}

interface World {
  readonly server: FakeTelegram;
  readonly web: SlowWeb;
  readonly program: WholeProgram;
  readonly crowd: Crowd;
  readonly random: () => number;
  readonly killed: { bot: number; worker: number };
  readonly missed: string[];
}

async function inWorld(seed: number, live: (world: World) => Promise<void>): Promise<ModerationKillResult> {
  const random = seededRandom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'moderation-kills-'));
  const server = await new FakeTelegram().start();
  const web = await startSlowWeb(() => 20 + 600 * random());
  const program = new WholeProgram({
    BOT_TOKEN: server.token,
    TELEGRAM_API_ROOT: server.apiRoot,
    DATA_DIR: folder,
    OWNER_IDS: String(owner),
    DEFAULT_LANGUAGE: 'en',
    STARTER_CORPUS: 'off',
    EMBEDDING_MODEL: await smallModel(folder),
    FETCH_ALLOW: web.pair,
    QUESTIONS_PER_MINUTE: '600',
  });
  const crowd = new Crowd(server, web.origin, random);
  const world: World = {
    server,
    web,
    program,
    crowd,
    random,
    killed: { bot: 0, worker: 0 },
    missed: [],
  };
  try {
    program.start();
    await live(world);
    await crowd.drain(folder);
    await program.end('SIGTERM');
    const { bot: botKills, worker: workerKills } = world.killed;
    const { crashes } = program;
    return { botKills, workerKills, crashes, missedInstants: world.missed, ...(await crowd.count(folder)) };
  } finally {
    await program.end('SIGKILL');
    await server.stop();
    web.close();
    // The worker notices within moments that the bot is gone; until then it may still write.
    await sleep(1000);
    rmSync(folder, { recursive: true, force: true });
  }
}

// Compiling the model that ships takes longer than all the rest of a short run.
async function smallModel(folder: string): Promise<string> {
  const sources = { concepts: smallLexicon, texts: smallTexts };
  return (await prepareStaticModel(folder, { sources, log: silentLog() })).folder;
}

async function workerOf({ crowd, program }: World): Promise<void> {
  await crowd.actFor(workerStartMs, () => program.workerPid() !== null);
}

// The bot starts a killed worker again by itself.
async function goOn({ program, killed }: World, who: KillInstant['who']): Promise<void> {
  killed[who] += 1;
  if (who === 'worker') return;
  await program.end('SIGKILL');
  program.start();
}
