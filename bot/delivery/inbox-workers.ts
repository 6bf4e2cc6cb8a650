import type { Logger } from '../../corpus/log.ts';
import type { Clock } from '../process/clock.ts';
import { loggable } from '../process/loggable.ts';
import { DeliveryPending } from './durable-api.ts';
import type { Inbox, InboxItem } from './inbox.ts';
import { WakeUp } from './wake-up.ts';

/** What the workers need. `handle` reports its own errors to the person; what it throws is only logged. */
export interface InboxWorkersOptions {
  readonly inbox: Inbox;
  readonly handle: (item: InboxItem) => Promise<void>;
  readonly clock: Clock;
  readonly log: Logger;
}

// Most of a handler's time is waiting for Telegram, so there are more workers than cores; two are kept for urgent ones.
const maxHandled = 16;
const maxUrgentHandled = 2;

// An update that takes the process down each time must not do so for ever. By the waits in between this is hours.
const maxAttempts = 25;

const pendingRetryMs = 15_000;
const storageRetryMs = 1000;
const idleMs = 5000;

/** Works the inbox off: several chats at once, one update at a time per chat. */
export class InboxWorkers {
  private readonly wakeUp = new WakeUp();
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly options: InboxWorkersOptions) {}

  /** Says that there is something new in the inbox. */
  wake(): void {
    this.wakeUp.call();
  }

  /** Works until `signal` is aborted, then waits for the updates in hand. */
  async run(signal: AbortSignal): Promise<void> {
    const { inbox, clock, log } = this.options;
    while (!signal.aborted) {
      try {
        while (this.startNext(signal));
        const retryAt = inbox.nextRetryAt();
        await this.wakeUp.sleep(retryAt === null ? idleMs : Math.max(1, retryAt - clock.now()), signal);
      } catch (error) {
        log.error({ err: loggable(error) }, 'the inbox cannot be worked off; trying again');
        await clock.sleep(storageRetryMs, signal);
      }
    }
    await Promise.all(this.running);
  }

  private startNext(signal: AbortSignal): boolean {
    if (this.running.size >= maxHandled + maxUrgentHandled || signal.aborted) return false;
    const item = this.options.inbox.claim({ urgentOnly: this.running.size >= maxHandled });
    if (item === null) return false;
    const work = this.work(item, signal).finally(() => {
      this.running.delete(work);
      this.wake();
    });
    this.running.add(work);
    return true;
  }

  private async work(item: InboxItem, signal: AbortSignal): Promise<void> {
    const { inbox, handle, log } = this.options;
    let settle = () => inbox.finish(item.seq);
    if (item.attempts > maxAttempts) {
      log.error({ update: item.update.update_id, attempts: item.attempts }, 'gave an update up');
    } else {
      try {
        await handle(item);
      } catch (error) {
        if (error instanceof DeliveryPending) settle = () => inbox.retryLater(item.seq, pendingRetryMs);
        else
          log.error({ err: loggable(error), update: item.update.update_id }, 'an update ended in an error');
      }
    }
    await this.store(settle, signal);
  }

  private async store(settle: () => void, signal: AbortSignal): Promise<void> {
    for (;;) {
      try {
        return settle();
      } catch (error) {
        this.options.log.error(
          { err: loggable(error) },
          'the state of an update cannot be stored; trying again',
        );
        if (signal.aborted) return;
        await this.options.clock.sleep(storageRetryMs, signal);
      }
    }
  }
}
