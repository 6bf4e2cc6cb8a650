import { setMaxListeners } from 'node:events';
import type { Logger } from '../../corpus/log.ts';
import type { Clock } from '../process/clock.ts';
import { loggable } from '../process/loggable.ts';
import { afterFailure } from './after-failure.ts';
import { type DeliveryOutcome, deliveryOutcome } from './delivery-outcome.ts';
import type { Gate } from './gate.ts';
import type { Outbox } from './outbox.ts';
import type { Choice, OutboxItem, OutboxStatus, SendMethod, WaitingRow } from './outgoing-message.ts';
import { Pacing } from './pacing.ts';
import { Settlements } from './settlements.ts';
import { WakeUp } from './wake-up.ts';

/** What the sender needs from the world. */
export interface SenderOptions {
  readonly outbox: Outbox;
  readonly gate: Gate;
  readonly clock: Clock;
  readonly log: Logger;
  /** One request, no retries. Rejects with grammY's errors. */
  readonly call: (
    method: SendMethod,
    payload: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ) => Promise<{ readonly message_id: number }>;
  /** The chat cannot be written to any more. */
  readonly onGone: (chatId: number) => void;
  readonly onMigrated: (oldChatId: number, newChatId: number) => void;
  readonly pacing?: Pacing;
}

// Digests and notices. At 25 a second this covers replies that take up to 0.3 s; every one of them may become uncertain
// when we are killed, and when Telegram is slow the rest of the places is for answers.
const maxBulkInFlight = 8;
const maxInFlight = 24;

// While a digest goes out the next message leaves within this time, and its commit takes the last outcomes along.
const shareCommitMs = 50;
const storageRetryMs = 1000;
const idleMs = 5000;

/** Takes messages from the outbox to Telegram: paced, answers first, one at a time per chat. */
export class Sender {
  private readonly pacing: Pacing;
  private readonly wakeUp = new WakeUp();
  private readonly inFlight = new Map<number, { readonly item: OutboxItem; readonly done: Promise<void> }>();
  private readonly busyLanes = new Set<string>();
  private readonly waiters = new Map<number, Set<() => void>>();
  private readonly abortSends = new AbortController();
  private readonly settlements = new Settlements();
  private isStopping = false;

  constructor(private readonly options: SenderOptions) {
    this.pacing = options.pacing ?? new Pacing();
    // Every request listens to it; Node takes more than ten listeners for a leak.
    setMaxListeners(maxInFlight + 1, this.abortSends.signal);
    const { clock, outbox } = options;
    for (const send of outbox.recentSends())
      this.pacing.restore(send, clock.steadyMs() - Math.max(0, clock.now() - send.atMs));
  }

  /** Says that there is something new to send. */
  wake(): void {
    this.wakeUp.call();
  }

  /** Where the row stands once it is settled, or after `timeoutMs` if that comes first; null when it is gone. */
  async wait(id: number, timeoutMs: number): Promise<OutboxStatus | null> {
    const before = this.options.outbox.status(id);
    if (isSettled(before)) return before;
    await new Promise<void>((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        this.waiters.get(id)?.delete(finish);
        if (this.waiters.get(id)?.size === 0) this.waiters.delete(id);
        resolve();
      };
      const timer = setTimeout(finish, timeoutMs);
      this.waiters.set(id, (this.waiters.get(id) ?? new Set()).add(finish));
    });
    return this.options.outbox.status(id);
  }

  /** Sends until `signal` is aborted; then lets requests end for `graceMs` and cuts off the rest. */
  async run(signal: AbortSignal, graceMs = 4000): Promise<void> {
    while (!signal.aborted) {
      try {
        const waitMs = this.sendNext();
        if (waitMs > shareCommitMs && this.settlements.count > 0) this.commit(() => null);
        if (waitMs > 0) await this.wakeUp.sleep(waitMs, signal);
      } catch (error) {
        // The disk may be full or the database locked: nothing is lost, it is on disk as it was.
        this.options.log.error({ err: loggable(error) }, 'the outbox cannot be worked off; trying again');
        await this.options.clock.sleep(storageRetryMs, signal);
      }
    }
    this.isStopping = true;
    const timer = setTimeout(() => this.abortSends.abort(), graceMs);
    await this.persist(() => this.commit(() => null));
    this.settlements.abandon();
    await Promise.all([...this.inFlight.values()].map((flight) => flight.done));
    clearTimeout(timer);
  }

  /** Launches the next message if one may go. @returns how long to wait before looking again, 0 for not at all. */
  private sendNext(): number {
    const { outbox, clock, gate } = this.options;
    if (this.inFlight.size >= maxInFlight) return idleMs;
    if (!gate.isOpen()) return gate.waitMs();
    const steadyMs = clock.steadyMs();
    const overallMs = this.pacing.overallWaitMs(steadyMs);
    if (overallMs > 0) return overallMs;
    const choice = { shortestWaitMs: idleMs };
    const id = outbox.findReady((row) => this.choose(row, steadyMs, choice));
    const item = id === null ? null : this.commit(() => outbox.claim(id));
    if (item !== null) {
      this.launch(item);
      return 0;
    }
    // An outcome of the same commit ended the chat it was for; others may go.
    if (id !== null) return 1;
    const retryAt = outbox.nextRetryAt();
    const retryMs = retryAt === null ? idleMs : Math.max(1, retryAt - clock.now());
    return Math.max(1, Math.min(choice.shortestWaitMs, retryMs));
  }

  private choose(row: WaitingRow, steadyMs: number, found: { shortestWaitMs: number }): Choice {
    // A safety card waits for nothing but Telegram itself: the pace within a chat is a courtesy.
    if (row.urgent) return 'go';
    if (row.kind !== 'answer' && this.bulkInFlight() >= maxBulkInFlight) return 'stop';
    if (this.busyLanes.has(row.lane)) return 'skip';
    const waitMs = this.pacing.chatWaitMs(row, steadyMs);
    if (waitMs === 0) return 'go';
    found.shortestWaitMs = Math.min(found.shortestWaitMs, waitMs);
    return 'skip';
  }

  private bulkInFlight(): number {
    return [...this.inFlight.values()].filter(({ item }) => item.kind !== 'answer').length;
  }

  private launch(item: OutboxItem): void {
    this.busyLanes.add(item.lane);
    const done = this.deliver(item).finally(() => {
      this.inFlight.delete(item.id);
      this.busyLanes.delete(item.lane);
      this.callWaiters(item.id);
      this.wake();
    });
    this.inFlight.set(item.id, { item, done });
  }

  // A send that is to be tried again has no outcome yet: whoever waits for one goes on waiting.
  private callWaiters(id: number): void {
    const waiters = this.waiters.get(id);
    if (waiters === undefined || !isSettled(this.options.outbox.status(id))) return;
    for (const finish of waiters) finish();
  }

  private async deliver(item: OutboxItem): Promise<void> {
    const { outbox, call, clock } = this.options;
    const startedAtMs = clock.steadyMs();
    this.pacing.started(item, startedAtMs);
    const write = await call(item.method, item.payload, this.abortSends.signal).then(
      (message) => () => outbox.sent(item.id, message.message_id),
      (error: unknown) => () => this.settleFailure(item, deliveryOutcome(error)),
    );
    this.pacing.ended(item, startedAtMs, clock.steadyMs());
    // Somebody waits for an answer, nobody for the outcome of a digest.
    if (item.kind === 'answer' || this.isStopping) return this.persist(write);
    const written = this.settlements.add(write);
    this.wake();
    return written;
  }

  /** One commit for `work` and the outcomes that wait for one. */
  private commit<Result>(work: () => Result): Result {
    return this.settlements.commitWith((all) => this.options.outbox.together(all), work);
  }

  // An outcome is known only here: it must reach the disk, however long that takes.
  private async persist(write: () => void): Promise<void> {
    for (;;) {
      try {
        write();
        return;
      } catch (error) {
        this.options.log.error(
          { err: loggable(error) },
          'the outcome of a send cannot be stored; trying again',
        );
        await this.options.clock.sleep(storageRetryMs, this.abortSends.signal);
        if (this.abortSends.signal.aborted) return;
      }
    }
  }

  private settleFailure(item: OutboxItem, outcome: DeliveryOutcome): void {
    const { outbox, clock, log, onGone, onMigrated } = this.options;
    const step = afterFailure(outcome, item, clock.now());
    log.debug({ row: item.id, kind: item.kind, outcome: outcome.kind, step: step.kind }, 'a send failed');
    if (outcome.kind === 'refused')
      log.error({ row: item.id, problem: outcome.problem }, 'Telegram refused a message');
    if (step.kind === 'uncertain') outbox.uncertain(item.id);
    if (step.kind === 'fail') {
      outbox.failed(item.id, step.problem);
      if (step.chatIsGone) onGone(item.chatId);
    }
    if (step.kind === 'move') {
      onMigrated(item.chatId, step.chatId);
      outbox.retryLater(item.id, 0);
    }
    if (step.kind === 'retry') {
      outbox.retryLater(item.id, step.delayMs);
      // What follows in the same chat waits as well, so that a message never overtakes the one before it.
      if (step.delayMs > 0) this.pacing.hold(item.lane, clock.steadyMs() + step.delayMs);
    }
  }
}

function isSettled(status: OutboxStatus | null): boolean {
  return status === null || (status.state !== 'pending' && status.state !== 'sending');
}
