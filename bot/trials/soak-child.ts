import { setTimeout as delay } from 'node:timers/promises';
import { loadEnvironment, readConfig } from '../../corpus/config.ts';
import { createLog } from '../../corpus/log.ts';
import { openDeps } from '../open-deps.ts';
import type { Clock } from '../process/clock.ts';
import { Telegram } from '../telegram.ts';

/**
 * The bot as the soak runs it: the program itself, without its worker, on a clock that runs `SOAK_SPEED` times as fast. Says
 * once per hour of that clock, as a line of JSON, what it holds.
 */
const env = loadEnvironment('/nonexistent');
const config = readConfig(env);
const speed = Number(process.env.SOAK_SPEED);
const startMs = Date.now();
const startSteadyMs = performance.now();
const clock: Clock = {
  now: () => startMs + (Date.now() - startMs) * speed,
  steadyMs: () => startSteadyMs + (performance.now() - startSteadyMs) * speed,
  sleep: (delayMs, signal) =>
    delay(delayMs / speed, undefined, signal === undefined ? {} : { signal }).catch(() => undefined),
};
const unhandled = { count: 0 };
process.on('unhandledRejection', () => {
  unhandled.count += 1;
});

const { deps, ready, close } = openDeps({
  config,
  env,
  log: createLog({ level: config.LOG_LEVEL }),
  terminal: false,
  clock,
});
await ready;
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
setInterval(report, (60 * 60 * 1000) / speed).unref();
report();
await new Telegram({ ...config, BOT_TOKEN: config.BOT_TOKEN! }, deps).run(stop.signal);
await close();
report();
process.exit(0);

function report(): void {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  const handles = process.getActiveResourcesInfo().length;
  console.log(
    JSON.stringify({ atMs: clock.now() - startMs, rss, heapUsed, handles, unhandled: unhandled.count }),
  );
}
