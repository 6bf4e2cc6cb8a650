import { statfs } from 'node:fs/promises';
import { messageOf } from '../../corpus/errors.ts';
import type { OpenAsker } from '../../retrieval/asker.ts';
import type { PeopleDatabase } from '../people/people-database.ts';
import type { TelegramStatus } from '../telegram.ts';
import type { ReadinessFacts } from './readiness.ts';

/** Looks at the world; each look writes one row and reads three counts. */
export async function readinessFacts(world: {
  readonly database: PeopleDatabase;
  readonly dataDir: string;
  /** Null while it opens. */
  readonly asker: OpenAsker | null;
  readonly status: TelegramStatus;
  readonly polls: boolean;
  readonly nowMs: number;
}): Promise<ReadinessFacts> {
  return {
    nowMs: world.nowMs,
    lastPollMs: world.status.lastContactMs,
    polls: world.polls,
    diskFree: await diskFree(world.dataDir),
    writeProblem: writeProblem(world.database, world.nowMs),
    index: await indexCounts(world.asker),
  };
}

/** Free share of the disk a folder is on, as programs without privileges see it. */
export async function diskFree(folder: string): Promise<number> {
  const { bavail, blocks } = await statfs(folder);
  return blocks === 0 ? 0 : bavail / blocks;
}

function writeProblem({ sql }: PeopleDatabase, nowMs: number): string | null {
  try {
    sql("INSERT OR REPLACE INTO meta (key, value) VALUES ('health-check', ?)").run(
      Buffer.from(String(nowMs)),
    );
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

async function indexCounts(asker: OpenAsker | null): Promise<ReadinessFacts['index']> {
  if (asker === null) return null;
  const { fullText, vectors } = asker.deps.engines;
  // What the worker has just stored counts as found once it has been taken over.
  await vectors?.catchUp();
  return {
    passages: await asker.corpus.passages.count(),
    words: await fullText.count(),
    vectors: vectors?.count() ?? null,
    isReplaced: asker.corpus.isReplaced(),
  };
}
