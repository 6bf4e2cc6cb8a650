import type { FakeTelegram, Fault } from './fake-telegram.ts';
import { firstReader, owner } from './moderation-crowd.ts';
import type { SlowWeb } from './moderation-kill-web.ts';
import type { WholeProgram } from './whole-program.ts';

/** What an instant is waited for in. */
export interface InstantWorld {
  readonly server: FakeTelegram;
  readonly web: SlowWeb;
  readonly program: WholeProgram;
  /** Kills whoever is to die; the first call counts. */
  readonly kill: () => void;
}

/** A moment at which a kill could lose something. */
export interface KillInstant {
  readonly name: string;
  readonly who: 'bot' | 'worker';
  /** Waits for the moment. @returns how to stop waiting. */
  arm(world: InstantWorld): () => void;
}

type Params = Readonly<Record<string, unknown>>;

const toOwner = ({ chat_id: chat }: Params) => chat === owner;
const toReader = ({ chat_id: chat }: Params) => Number(chat) >= firstReader;
const isCard = ({ text }: Params) => String(text).startsWith('#');
const isDecided = ({ text }: Params) => /In use|Rejected/.test(String(text));
const both = (one: (params: Params) => boolean, other: (params: Params) => boolean) => (params: Params) =>
  one(params) && other(params);

/** The bot dies when a request reaches Telegram, `before` or `after` it has its effect; the reply is lost in either case. */
function call(
  name: string,
  method: string,
  when: (params: Params) => boolean,
  side: 'before' | 'after',
): KillInstant {
  const arm = ({ server, kill }: InstantWorld) => {
    const isIt = (params: Params) => {
      if (!when(params)) return false;
      kill();
      return true;
    };
    const fault: Fault = { method, when: isIt, kind: side === 'before' ? 'drop-before' : 'drop-after' };
    server.fail(fault);
    return () =>
      void server.faults.splice(server.faults.indexOf(fault), server.faults.includes(fault) ? 1 : 0);
  };
  return { name: `${name}, ${side}`, who: 'bot', arm };
}

const callsOfInterest = [
  ['a card goes to the reader who suggested', 'sendMessage', both(toReader, isCard)],
  ['a card goes to the moderator who suggested', 'sendMessage', both(toOwner, isCard)],
  [
    "a reader's suggestion goes to the moderator",
    'sendMessage',
    both(toOwner, (params) => isCard(params) && /Report/.test(String(params.text))),
  ],
  ['a card is brought up to date', 'editMessageText', isCard],
  ['a decision is shown', 'editMessageText', both(toOwner, isDecided)],
  ['a press is answered', 'answerCallbackQuery', () => true],
  ['a file is fetched from Telegram', 'getFile', () => true],
  ['a reader is told', 'sendMessage', both(toReader, (params) => !isCard(params))],
] as const;

/** Somebody dies so long after a page was asked for: while it comes, while it is read, while the result is stored. */
function fetched(who: KillInstant['who'], afterMs: number): KillInstant {
  const arm = ({ web, kill }: InstantWorld) => {
    web.onRequest = () => void setTimeout(kill, afterMs);
    return () => {
      web.onRequest = undefined;
    };
  };
  return { name: `the ${who}, ${afterMs} ms after a page was asked for`, who, arm };
}

/** The bot dies so long after people wrote, with updates on the wire, just stored, or in hand. */
function written(afterMs: number): KillInstant {
  const arm = ({ kill }: InstantWorld) => {
    const timer = setTimeout(kill, afterMs);
    return () => clearTimeout(timer);
  };
  return { name: `${afterMs} ms after people wrote`, who: 'bot', arm };
}

/** The worker dies as soon as there is one. */
const atStart: KillInstant = {
  name: 'the worker, as it starts',
  who: 'worker',
  arm: ({ program, kill }) => {
    const timer = setInterval(() => program.workerPid() !== null && kill(), 20);
    return () => clearInterval(timer);
  },
};

/** Every instant at which something is known in one place and not yet in another. */
export const killInstants: readonly KillInstant[] = [
  ...callsOfInterest.flatMap(([name, method, when]) => [
    call(name, method, when, 'before'),
    call(name, method, when, 'after'),
  ]),
  ...[0, 3, 10, 30].map(written),
  fetched('bot', 0),
  fetched('worker', 0),
  fetched('bot', 700),
  fetched('worker', 300),
  fetched('bot', 1500),
  fetched('worker', 700),
  atStart,
];
