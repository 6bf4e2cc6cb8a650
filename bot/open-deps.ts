import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../corpus/config.ts';
import type { Logger } from '../corpus/log.ts';
import { dataFolder } from '../corpus/storage/data-folder.ts';
import { starterIsDue } from '../corpus/upkeep/starter-due.ts';
import { ingestStarter } from '../corpus/upkeep/starter-process.ts';
import { type OpenAsker, openAsker } from '../retrieval/asker.ts';
import { warmUp } from '../retrieval/warm-up.ts';
import { Answers } from './answering/answers.ts';
import { Conversations } from './answering/conversations.ts';
import { evidenceReader } from './answering/evidence-reader.ts';
import { Presses } from './answering/presses.ts';
import { Votes } from './answering/votes.ts';
import type { Deps } from './deps.ts';
import { openDigesting } from './digest/digesting.ts';
import { openModeration } from './moderation/moderation.ts';
import { People } from './people/people.ts';
import { openPeopleDatabase } from './people/people-database.ts';
import { readPeopleKey } from './people/people-key.ts';
import { type Clock, systemClock } from './process/clock.ts';
import { safetyRules } from './safety-rules.ts';
import { loadTexts } from './texts.ts';

/** The open world of the bot. */
export interface OpenDeps {
  readonly deps: Omit<Deps, 'delivery'>;
  /** Settles once questions can be answered; rejects when they never can. */
  readonly ready: Promise<OpenAsker>;
  close(): Promise<void>;
}

/**
 * Opens everything handlers use. The corpus opens in the background, on a first start taking in the starter corpus:
 * until it is ready questions wait, but the rules about dangerous finds already work.
 * @param options.terminal keeps the person at the keyboard apart from the people of Telegram.
 */
export function openDeps(options: {
  readonly config: Config;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Logger;
  readonly terminal: boolean;
  /** The clock of the machine unless told. */
  readonly clock?: Clock;
}): OpenDeps {
  const { config, env, log, terminal, clock = systemClock } = options;
  const ofTelegram = dataFolder(config.DATA_DIR).people;
  const ofTerminal = join(config.DATA_DIR, 'terminal.db');
  const path = terminal ? ofTerminal : ofTelegram;
  const key = readPeopleKey({ config, databases: [ofTelegram, ofTerminal], log });
  const database = openPeopleDatabase({ path, key, log });
  const asker = openFilled(config, env, log);
  // Whoever needs it sees the failure; nobody having asked yet must not end the process before it is reported.
  asker.catch(() => undefined);
  const people = new People(database);
  return {
    deps: {
      config,
      log,
      clock,
      texts: loadTexts(),
      people,
      answers: new Answers(people),
      votes: new Votes(database),
      presses: new Presses(database),
      conversations: new Conversations(),
      asker: { ask: async (question) => (await asker).ask(question) },
      safety: safetyRules(config, log),
      evidence: { read: async (passageKey) => evidenceReader((await asker).corpus).read(passageKey) },
      moderation: openModeration({ people, config, corpus: async () => (await asker).corpus }),
      digesting: openDigesting({
        people,
        config,
        log,
        clock,
        world: async () => ({ corpus: (await asker).corpus, search: (await asker).deps }),
      }),
      noteUnanswered: async (question, language) =>
        (await asker).corpus.unanswered.record(question, language, new Date()),
    },
    ready: asker,
    close: async () => {
      await asker.then(
        (open) => open.close(),
        () => undefined,
      );
      database.close();
    },
  };
}

// Whoever waited for the start is answered first.
const warmUpAfterMs = 1000;

async function openFilled(
  config: Config,
  env: Readonly<Record<string, string | undefined>>,
  log: Logger,
): Promise<OpenAsker> {
  // On a first start the process that takes in the starter corpus also compiles the model: it ends, and its memory with it.
  if (!existsSync(dataFolder(config.DATA_DIR).corpus)) await ingestStarter(config, env);
  const asker = await openAsker(config, log, { refresh: 'background' });
  if (await starterIsDue(asker.corpus, config)) await ingestStarter(config, env);
  setTimeout(() => void warmUp(asker), warmUpAfterMs).unref();
  return asker;
}
