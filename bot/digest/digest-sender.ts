import type { Lexicon } from '../../corpus/lexicon/lexicon.ts';
import type { Logger } from '../../corpus/log.ts';
import { inTransaction } from '../../corpus/storage/sqlite.ts';
import type { DigestEvent } from '../../retrieval/digest/digest-event.ts';
import type { Outbox } from '../delivery/outbox.ts';
import type { FormattedText } from '../messages/split.ts';
import type { PeopleDatabase } from '../people/people-database.ts';
import type { Clock } from '../process/clock.ts';
import { loggable } from '../process/loggable.ts';
import type { Texts } from '../texts.ts';
import type { Broadcasts } from './broadcasts.ts';
import { digestKeyboard } from './digest-keyboard.ts';
import { digestText, eventsPerPage } from './digest-message.ts';
import type { DigestReader, NewsRange } from './digest-reader.ts';
import { showsChart } from './donor-counts.ts';
import type { News } from './news.ts';
import { nextSlot, whatIsDue } from './schedule.ts';
import type { Subscription } from './subscription.ts';
import type { Subscriptions } from './subscriptions.ts';

/** What the sender of digests needs. */
export interface DigestSenderOptions {
  readonly database: PeopleDatabase;
  readonly subscriptions: Subscriptions;
  readonly news: News;
  readonly digests: DigestReader;
  readonly broadcasts: Broadcasts;
  readonly outbox: Pick<Outbox, 'add'>;
  /** Called when the outbox has something new. */
  readonly wake: () => void;
  readonly texts: Texts;
  readonly lexicon: Lexicon;
  readonly username: string;
  readonly clock: Clock;
  readonly log: Logger;
}

const tickMs = 15_000;
// Ten in one transaction take 4 ms. The way of an answer has some twenty steps, each of which may have to wait for one.
const batch = 10;
// The rest of the time is for answers. Ten thousand digests are still written in half a minute, and leave in seven.
const shareOfTime = 0.2;

/** What becomes of a subscription that is due. */
interface Step {
  readonly subscription: Subscription;
  /** Place up to which the reader has been told then; 0 leaves it. */
  readonly toldUpTo: number;
  readonly nextMs: number | null;
  readonly message: { readonly key: string; readonly payload: Record<string, unknown> } | null;
}

/**
 * Writes the digests that are due into the outbox. The message, the place up to which the reader has been told, and the
 * time of the next one are written in one transaction: a crash leaves either all of them or none, so that nothing is
 * lost and nothing comes twice.
 */
export class DigestSender {
  private readonly texts = new Map<
    string,
    { readonly text: FormattedText; readonly events: readonly DigestEvent[] }
  >();

  constructor(private readonly options: DigestSenderOptions) {}

  /** Works until `signal` is aborted. What fails is tried again with the next tick. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock, log, subscriptions } = this.options;
    while (!signal.aborted) {
      let waitMs = tickMs;
      try {
        // Announcements do not wait for a corpus that is still being filled.
        await this.sendAnnouncements(signal);
        await this.runOnce(signal);
        const nextMs = subscriptions.nextDueMs();
        if (nextMs !== null) waitMs = Math.max(1000, Math.min(tickMs, nextMs - clock.now()));
      } catch (error) {
        log.error({ err: loggable(error) }, 'digests could not be prepared; trying again');
      }
      await clock.sleep(waitMs, signal);
    }
  }

  private async sendAnnouncements(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const startedMs = this.options.clock.steadyMs();
      if (this.options.broadcasts.sendSome(this.options.outbox) === 0) return;
      this.options.wake();
      await this.rest(startedMs, signal);
    }
  }

  /** Leaves the event loop to others for several times as long as the work since `startedMs` took. */
  private rest(startedMs: number, signal?: AbortSignal): Promise<void> {
    const { clock } = this.options;
    const workedMs = clock.steadyMs() - startedMs;
    return clock.sleep(workedMs * (1 / shareOfTime - 1), signal);
  }

  /** Prepares everything that is due now. @returns how many digests went into the outbox. */
  async runOnce(signal?: AbortSignal): Promise<number> {
    const { news, subscriptions } = this.options;
    const upTo = await news.refresh();
    await this.wakeInstant(upTo, signal);
    let written = 0;
    this.texts.clear();
    for (;;) {
      const startedMs = this.options.clock.steadyMs();
      const due = subscriptions.due(batch);
      const steps: Step[] = [];
      for (const subscription of due) steps.push(await this.plan(subscription, upTo));
      const added = this.take(steps);
      if (added > 0) this.options.wake();
      written += added;
      if (due.length < batch || signal?.aborted === true) return written;
      await this.rest(startedMs, signal);
    }
  }

  private async wakeInstant(upTo: number, signal?: AbortSignal): Promise<void> {
    const { database, news, subscriptions } = this.options;
    const known = database.sql<{ value: Buffer }>("SELECT value FROM meta WHERE key = 'instant-seq'").get();
    const after = known === undefined ? 0 : Number(known.value.toString());
    if (after >= upTo) return;
    const topics = await news.topicsAfter(after);
    const followers = subscriptions.followersOf(topics);
    for (let at = 0; at < followers.length; at += batch) {
      const startedMs = this.options.clock.steadyMs();
      subscriptions.wakeInstant(followers.slice(at, at + batch));
      await this.rest(startedMs, signal);
    }
    database
      .sql("INSERT OR REPLACE INTO meta (key, value) VALUES ('instant-seq', ?)")
      .run(Buffer.from(String(upTo)));
  }

  /** What is to be done for a subscription that is due; changes nothing. */
  private async plan(subscription: Subscription, upTo: number): Promise<Step> {
    const { wish, code } = subscription;
    const nowMs = this.options.clock.now();
    const verdict = whatIsDue(wish, subscription.dueMs ?? nowMs, nowMs);
    if (verdict !== 'send') return { subscription, toldUpTo: 0, nextMs: verdict.postponeToMs, message: null };
    const key = `digest:${code}:${windowOf(subscription, upTo)}`;
    const nextMs = wish.frequency === 'instant' ? null : nextSlot(wish, nowMs).atMs;
    if (this.isWritten(key)) return { subscription, toldUpTo: 0, nextMs, message: null };
    const range = { after: subscription.afterSeq, upTo };
    const { text, events } = await this.textOf(subscription, range);
    if (events.length === 0) return { subscription, toldUpTo: upTo, nextMs, message: null };
    return {
      subscription,
      toldUpTo: upTo,
      nextMs,
      message: { key, payload: this.payloadOf(subscription, { range, text, events }) },
    };
  }

  // Within a day the hour may have been changed to a later one, and clocks may go back.
  private isWritten(key: string): boolean {
    return this.options.database.sql('SELECT 1 FROM outbox WHERE key = ?').get(key) !== undefined;
  }

  /** Takes steps, all of them or none. @returns how many digests were written. */
  private take(steps: readonly Step[]): number {
    const { database, subscriptions, outbox } = this.options;
    return inTransaction(database.db, () => {
      let written = 0;
      for (const { subscription, toldUpTo, nextMs, message } of steps) {
        // The reader may have changed, paused or left while the digest was put together; then it is planned anew.
        const now = subscriptions.find(subscription.code);
        if (now === null || JSON.stringify(now) !== JSON.stringify(subscription)) continue;
        if (message !== null) {
          outbox.add({ ...message, kind: 'digest', chatId: now.chatId, method: 'sendMessage' });
          written += 1;
        }
        subscriptions.advance(now.row, toldUpTo, nextMs);
      }
      return written;
    });
  }

  private payloadOf(
    { chatId, code, wish }: Subscription,
    { range, text, events }: { range: NewsRange; text: FormattedText; events: readonly DigestEvent[] },
  ): Record<string, unknown> {
    const more = events.length - eventsPerPage;
    const inline_keyboard = digestKeyboard({
      subscription: { code },
      range,
      next: more > 0 ? 1 : null,
      more,
      chart: showsChart(events),
      language: wish.language,
      texts: this.options.texts,
    });
    return {
      chat_id: chatId,
      text: text.text,
      entities: text.entities,
      link_preview_options: { is_disabled: true },
      reply_markup: { inline_keyboard },
    };
  }

  // Readers of one interest who were told equally far read the same text.
  private async textOf({ wish }: Subscription, range: NewsRange) {
    const { topics, match, officialOnly, question, language } = wish;
    const key = JSON.stringify([[...topics].sort(), match, officialOnly, question, language, range]);
    const known = this.texts.get(key);
    if (known !== undefined) return known;
    const { digests, texts, lexicon, username } = this.options;
    const { events, older } = await digests.eventsOf(wish, range);
    const page = await digests.page(events, 0, { older, topics, language });
    const made = { text: digestText(page, { language, texts, lexicon, username }), events };
    this.texts.set(key, made);
    return made;
  }
}

/** One digest for each of these, whatever clocks and processes do. */
function windowOf({ wish, dueMs }: Subscription, upTo: number): string {
  if (wish.frequency === 'instant') return `i${upTo}`;
  return nextSlot(wish, (dueMs ?? 0) - 1).window;
}
