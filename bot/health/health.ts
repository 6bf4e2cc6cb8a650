import type { Config } from '../../corpus/config.ts';
import type { OpenAsker } from '../../retrieval/asker.ts';
import type { Deps } from '../deps.ts';
import type { Telegram } from '../telegram.ts';
import { botMeasures } from './bot-measures.ts';
import { type HealthServer, startHealthServer } from './health-server.ts';
import { type AnswerMetrics, measureText } from './metrics.ts';
import { readinessProblems } from './readiness.ts';
import { readinessFacts } from './readiness-facts.ts';

/** Starts the health server of a running bot; null when HEALTH_PORT is 0. @throws UserError for a port that is taken. */
export async function startHealth(parts: {
  readonly config: Config;
  readonly deps: Omit<Deps, 'delivery'>;
  readonly telegram: Pick<Telegram, 'status'>;
  readonly asker: Promise<OpenAsker>;
  readonly metrics: AnswerMetrics;
}): Promise<HealthServer | null> {
  const { config, deps, telegram, asker, metrics } = parts;
  if (config.HEALTH_PORT === 0) return null;
  const { database } = deps.people;
  let open: OpenAsker | null = null;
  // Its failure is reported by whoever started it; here it only means "not ready".
  asker.then(
    (opened) => {
      open = opened;
    },
    () => undefined,
  );
  return startHealthServer({
    host: config.HEALTH_HOST,
    port: config.HEALTH_PORT,
    log: deps.log,
    problems: async () => {
      const { now } = deps.clock;
      const polls = config.BOT_MODE === 'polling';
      const world = { database, dataDir: config.DATA_DIR, asker: open, polls };
      return readinessProblems(await readinessFacts({ ...world, status: telegram.status(), nowMs: now() }));
    },
    notes: () =>
      open?.isRefreshing === true
        ? ['words and vectors are being made anew: answering from those of an older program']
        : [],
    metrics: () => {
      const { subscriptions } = deps.digesting;
      const live = { status: telegram.status(), subscriptions, database };
      const measures = botMeasures({ ...live, nowMs: deps.clock.now() });
      return [metrics.text(), ...measures.map(measureText)].join('\n');
    },
  });
}
