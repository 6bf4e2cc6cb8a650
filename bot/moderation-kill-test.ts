import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { smallLexicon, smallTexts } from '../corpus/bundled-model/small-lexicon.ts';
import { silentLog } from '../corpus/log.ts';
import { seededRandom } from '../corpus/seeded-random.ts';
import { prepareStaticModel } from '../corpus/static-model.ts';
import { FakeTelegram } from './fake-telegram.ts';
import { Crowd, type CrowdCount, owner } from './moderation-crowd.ts';
import { type KillInstant, killInstants } from './moderation-kill-instants.ts';
import { type SlowWeb, startSlowWeb } from './moderation-kill-web.ts';
import { WholeProgram } from './whole-program.ts';

/** How a kill test of moderation runs; the same seed gives the same suggestions, decisions and delays. */
export interface ModerationKillOptions {
  readonly kills: number;
  readonly seed: number;
  /** Longest life between two kills. */
  readonly lifeMs: number;
  readonly onKill?: (kill: number, who: 'bot' | 'worker', when?: string) => void;
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
    const { crowd, program, random } = world;
    for (let kill = 1; kill <= options.kills; kill += 1) {
      const who = kill % 2 === 0 ? 'worker' : 'bot';
      if (who === 'worker') await workerOf(world);
      if (random() < 0.7) crowd.suggest();
      await crowd.actFor(300 + options.lifeMs * random());
      if (who === 'worker' && program.workerPid() === null) continue;
      options.onKill?.(kill, who);
      await killNow(world, who);
    }
  });
}

/** Kills bot or worker at each of some instants, one after the other, with three new suggestions before each. */
export function runModerationInstants(options: {
  readonly seed: number;
  /** Takes the instants whose name holds these words. */
  readonly only?: string;
  readonly onKill?: ModerationKillOptions['onKill'];
}): Promise<ModerationKillResult> {
  const instants = killInstants.filter(({ name }) => name.includes(options.only ?? ''));
  return inWorld(options.seed, async (world) => {
    const { crowd, program } = world;
    for (const [index, instant] of instants.entries()) {
      // A worker that dies often is started again ever later; with a new bot it starts at once.
      if (instant.who === 'worker') await workerOf(world);
      let isOver = false;
      const kill = () => {
        if (isOver) return;
        isOver = true;
        options.onKill?.(index + 1, instant.who, instant.name);
        program.signal(instant.who, 'SIGKILL');
      };
      const disarm = instant.arm({ server: world.server, web: world.web, program, kill });
      for (let n = 0; n < 3; n += 1) crowd.suggest();
      await crowd.actFor(instantWithinMs, () => isOver);
      disarm();
      if (!isOver) world.missed.push(instant.name);
      else if (instant.who === 'worker') world.killed.worker += 1;
      else await killNow(world, 'bot');
    }
  });
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

async function killNow({ program, killed }: World, who: KillInstant['who']): Promise<void> {
  killed[who] += 1;
  if (who === 'worker') return program.signal('worker', 'SIGKILL');
  await program.end('SIGKILL');
  program.start();
}
