import { Api, type ApiClientOptions, type Bot } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { Config } from '../corpus/config.ts';
import { allowedUpdates, createBot, handleUpdate, isUrgent } from './bot.ts';
import { publishCommands, publishCommandsOf } from './commands.ts';
import type { BotContext } from './context.ts';
import { sendMethods } from './delivery/durable-api.ts';
import { Gate, gateTransformer } from './delivery/gate.ts';
import { Inbox, type InboxItem } from './delivery/inbox.ts';
import { InboxWorkers } from './delivery/inbox-workers.ts';
import { Outbox } from './delivery/outbox.ts';
import { oldestWaitingMs } from './delivery/outbox-report.ts';
import { type Pace, Pacing } from './delivery/pacing.ts';
import { unpackFiles } from './delivery/packed-files.ts';
import { runPolling } from './delivery/polling.ts';
import { introduce, persist } from './delivery/reach-telegram.ts';
import { Sender } from './delivery/sender.ts';
import { startWebhook } from './delivery/webhook.ts';
import type { Delivery, Deps } from './deps.ts';
import { DigestSender } from './digest/digest-sender.ts';
import { runModerationChores } from './moderation/moderation-chores.ts';
import { openPause } from './people/pause-memory.ts';
import { loggable } from './process/loggable.ts';

/** What is seen of a running bot from outside. */
export interface TelegramStatus {
  /** Milliseconds since 1970 of the start, the last successful poll or stored webhook update; null before all of them. */
  readonly lastContactMs: number | null;
  readonly waitingUpdates: number;
  readonly oldestMessageMs: number;
  /** Times Telegram asked for a pause since the start. */
  readonly pauses: number;
}

// A poll lasts 25 s; a request that takes much longer than that is dead.
const requestTimeoutSeconds = 40;
// Together less than the 10 seconds a supervisor usually grants.
const handlersGraceMs = 5000;
const sendsGraceMs = 3000;
const pruneEveryMs = 60 * 60 * 1000;

/** The bot on Telegram: inbox, workers, outbox and sender around the handlers. */
export class Telegram {
  readonly outbox: Outbox;
  readonly sender: Sender;
  private readonly inbox: Inbox;
  private readonly workers: InboxWorkers;
  private readonly gate: Gate;
  private readonly inHand = new Map<number, InboxItem>();
  private readonly client: ApiClientOptions;
  private readonly api: Api;
  private bot: Bot<BotContext> | null = null;
  private lastContactMs: number | null = null;

  /**
   * @param deps all of {@link Deps} but the delivery, which is made here.
   * @param pace how fast messages may leave; Telegram's limits unless told.
   */
  constructor(
    private readonly config: Config & { readonly BOT_TOKEN: string },
    private readonly deps: Omit<Deps, 'delivery'>,
    pace?: Pace,
  ) {
    const { clock, log, people, safety } = deps;
    this.client = {
      apiRoot: config.TELEGRAM_API_ROOT.replace(/(?<!\/)\/+$/, ''),
      timeoutSeconds: requestTimeoutSeconds,
    };
    this.gate = new Gate(clock, openPause(people.database));
    this.api = new Api(config.BOT_TOKEN, this.client);
    this.api.config.use(gateTransformer(this.gate, sendMethods));
    this.inbox = new Inbox(
      people.database,
      (update) => isUrgent(update, safety),
      clock.now,
      config.QUESTIONS_PER_MINUTE,
    );
    this.outbox = new Outbox(people.database, clock.now);
    this.workers = new InboxWorkers({ inbox: this.inbox, handle: (item) => this.handle(item), clock, log });
    this.sender = new Sender({
      outbox: this.outbox,
      gate: this.gate,
      clock,
      log,
      pacing: new Pacing(pace),
      call: (method, payload, signal) =>
        this.bot!.api.raw[method](unpackFiles(payload) as never, signal as never),
      onGone: (chatId) => {
        people.setReachable(chatId, false);
        this.outbox.failChat(chatId, '403: the chat is gone');
      },
      onMigrated: (oldChatId, newChatId) => {
        people.migrate(oldChatId, newChatId);
        this.outbox.migrate(oldChatId, newChatId);
      },
    });
  }

  status(): TelegramStatus {
    return {
      lastContactMs: this.lastContactMs,
      waitingUpdates: this.inbox.waiting(),
      oldestMessageMs: oldestWaitingMs(this.deps.people.database, this.deps.clock.now()),
      pauses: this.gate.closings,
    };
  }

  /**
   * Runs until `stop` is aborted, then lets what is in hand end.
   * @throws UserError for a refused token, a second poller, a port that is taken.
   */
  async run(stop: AbortSignal): Promise<void> {
    const me = await introduce(this.api, this.deps, stop);
    if (me === null) return;
    this.lastContactMs = this.deps.clock.now();
    this.start(me);
    const intake = new AbortController();
    const forward = () => intake.abort();
    stop.addEventListener('abort', forward);
    // It may have come while we introduced ourselves.
    if (stop.aborted) forward();
    const sending = new AbortController();
    const sender = this.sender.run(sending.signal, sendsGraceMs);
    const workers = this.workers.run(intake.signal);
    const digests = this.sendDigests(me.username, intake.signal);
    // All of it follows from what is stored, so it may be cut off anywhere: nothing waits for it.
    void runModerationChores(this.bot!.api, { ...this.deps, delivery: this.delivery() }, intake.signal);
    const pruning = setInterval(() => this.prune(), pruneEveryMs);
    try {
      await (this.config.BOT_MODE === 'webhook' ? this.listen(intake.signal) : this.poll(intake.signal));
    } finally {
      clearInterval(pruning);
      intake.abort();
      stop.removeEventListener('abort', forward);
      // Handlers wait for their messages, so the sender outlives them.
      await Promise.race([Promise.all([workers, digests]), this.deps.clock.sleep(handlersGraceMs)]);
      sending.abort();
      await sender;
    }
  }

  private sendDigests(username: string, signal: AbortSignal): Promise<void> {
    const { people, digesting, texts, clock, log } = this.deps;
    const { outbox, sender } = this;
    const wake = () => sender.wake();
    const world = { database: people.database, outbox, wake, texts, username, clock, log };
    return new DigestSender({ ...digesting, ...world }).run(signal);
  }

  private delivery(): Delivery {
    return {
      outbox: this.outbox,
      sender: this.sender,
      isOverflow: (updateId) => this.inHand.get(updateId)?.overflow === true,
      noteProgress: (updateId) => {
        const item = this.inHand.get(updateId);
        // The first attempt proves nothing and needs no correction.
        if (item !== undefined && item.attempts > 1) this.inbox.noteProgress(item.seq);
      },
    };
  }

  private start(me: UserFromGetMe): void {
    const { log } = this.deps;
    this.bot = createBot({
      token: this.config.BOT_TOKEN,
      me,
      client: this.client,
      deps: { ...this.deps, delivery: this.delivery() },
      transformers: [gateTransformer(this.gate, sendMethods)],
    });
    const uncertain = this.outbox.recover();
    const reopened = this.inbox.recover();
    this.prune();
    log.info({ username: me.username, reopened, uncertain }, 'the bot is running');
    this.publishMenus(this.bot.api).catch((error: unknown) => {
      log.warn({ err: loggable(error) }, 'the command menu could not be set');
    });
  }

  private async publishMenus(api: Api): Promise<void> {
    const { log, texts, moderation } = this.deps;
    const fallback = this.config.DEFAULT_LANGUAGE;
    await publishCommands(api, texts, fallback);
    for (const userId of moderation.staff.deciders()) {
      const role = moderation.staff.roleOf(userId);
      await publishCommandsOf({ userId, role }, { api, texts, fallback, log });
    }
  }

  private async handle(item: InboxItem): Promise<void> {
    this.inHand.set(item.update.update_id, item);
    try {
      await handleUpdate(this.bot!, item.update);
    } finally {
      this.inHand.delete(item.update.update_id);
    }
  }

  private readonly store = (updates: readonly Update[]): void => {
    this.inbox.store(updates);
    this.lastContactMs = this.deps.clock.now();
    this.workers.wake();
  };

  private async poll(signal: AbortSignal): Promise<void> {
    const { clock, log } = this.deps;
    await persist(() => this.api.deleteWebhook(), this.deps, signal);
    const onPoll = () => {
      this.lastContactMs = clock.now();
    };
    await runPolling({ api: this.api, allowedUpdates, store: this.store, onPoll, clock, log }, signal);
  }

  private async listen(signal: AbortSignal): Promise<void> {
    const {
      WEBHOOK_URL: url = '',
      WEBHOOK_SECRET: secret = '',
      WEBHOOK_HOST: host,
      WEBHOOK_PORT: port,
    } = this.config;
    const { log } = this.deps;
    const server = await startWebhook({
      host,
      port,
      path: new URL(url).pathname,
      secret,
      store: this.store,
      log,
    });
    log.info({ host, port: server.port }, 'listening for webhook requests');
    await persist(
      () => this.api.setWebhook(url, { secret_token: secret, allowed_updates: allowedUpdates }),
      this.deps,
      signal,
    );
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    await server.close();
  }

  private prune(): void {
    try {
      this.inbox.prune();
      this.outbox.prune();
      this.deps.presses.prune();
      this.deps.answers.prune();
      this.deps.digesting.subscriptions.prune();
    } catch (error) {
      this.deps.log.error({ err: loggable(error) }, 'old rows could not be removed; trying again in an hour');
    }
  }
}
