import { outboxCounts } from '../delivery/outbox-report.ts';
import type { Subscriptions } from '../digest/subscriptions.ts';
import type { PeopleDatabase } from '../people/people-database.ts';
import type { TelegramStatus } from '../telegram.ts';
import type { Measure } from './metrics.ts';

/** What is measured of a running bot. Counts only: no label can tell one person from another. */
export function botMeasures(parts: {
  readonly status: TelegramStatus;
  readonly subscriptions: Pick<Subscriptions, 'counts'>;
  readonly database: PeopleDatabase;
  readonly nowMs: number;
}): readonly Measure[] {
  const { status, subscriptions, database, nowMs } = parts;
  const counts = outboxCounts(database);
  const unreachable = database
    .sql<{ n: number }>('SELECT count(*) AS n FROM chats WHERE reachable = 0')
    .get()!.n;
  const gauge = (name: string, help: string, value: number): Measure => ({
    name,
    kind: 'gauge',
    help,
    samples: [{ value }],
  });
  const uncertain = counts
    .filter(({ state }) => state === 'uncertain')
    .reduce((sum, { count }) => sum + count, 0);
  return [
    gauge('bot_inbox_waiting', 'Updates nobody has taken yet.', status.waitingUpdates),
    gauge(
      'bot_outbox_oldest_seconds',
      'Age of the oldest message that waits.',
      status.oldestMessageMs / 1000,
    ),
    gauge('bot_outbox_uncertain', 'Messages of which nobody knows whether they arrived.', uncertain),
    {
      name: 'bot_outbox_messages',
      kind: 'gauge',
      help: 'Messages remembered, by kind and state.',
      samples: counts.map(({ kind, state, count }) => ({ labels: { kind, state }, value: count })),
    },
    {
      name: 'bot_telegram_pauses_total',
      kind: 'counter',
      help: 'Times Telegram asked for a pause (429).',
      samples: [{ value: status.pauses }],
    },
    gauge('bot_chats_unreachable', 'Chats that blocked the bot or are gone.', unreachable),
    {
      name: 'bot_subscriptions',
      kind: 'gauge',
      help: 'Subscriptions by state.',
      samples: subscriptions.counts().map(({ state, count }) => ({ labels: { state }, value: count })),
    },
    gauge(
      'bot_last_contact_seconds',
      'Time since Telegram last answered; -1 before the first time.',
      status.lastContactMs === null ? -1 : (nowMs - status.lastContactMs) / 1000,
    ),
    gauge('process_resident_memory_bytes', 'Memory of the process.', process.memoryUsage.rss()),
    gauge('process_uptime_seconds', 'Time since the start.', process.uptime()),
  ];
}
