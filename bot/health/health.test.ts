import { afterEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../corpus/log.ts';
import { type RunningBot, sampleAnswer, startTestBot } from '../trials/bot-for-tests.ts';
import { startHealth } from './health.ts';
import { type HealthServer, startHealthServer } from './health-server.ts';
import { AnswerMetrics } from './metrics.ts';
import { type ReadinessFacts, readinessProblems } from './readiness.ts';

const good: ReadinessFacts = {
  nowMs: 1_000_000,
  lastPollMs: 990_000,
  polls: true,
  diskFree: 0.5,
  writeProblem: null,
  index: { passages: 10, words: 10, vectors: 10, isReplaced: false },
};

describe('readiness', () => {
  it('has no problems when all is well, with vectors or without', () => {
    expect(readinessProblems(good)).toEqual([]);
    expect(
      readinessProblems({ ...good, index: { passages: 10, words: 10, vectors: null, isReplaced: false } }),
    ).toEqual([]);
    expect(readinessProblems({ ...good, polls: false, lastPollMs: null })).toEqual([]);
  });

  it.each([
    [{ lastPollMs: null }, /not answered yet/],
    [{ lastPollMs: good.nowMs - 91_000 }, /91 s/],
    [{ diskFree: 0.09 }, /9 %/],
    [{ writeProblem: 'disk full' }, /disk full/],
    [{ index: null }, /being opened/],
    [{ index: { passages: 10, words: 10, vectors: 10, isReplaced: true } }, /was replaced .* restart/],
    [{ index: { passages: 10, words: 9, vectors: 10, isReplaced: false } }, /word index holds 9 of 10/],
    [{ index: { passages: 10, words: 10, vectors: 11, isReplaced: false } }, /vector index holds 11 of 10/],
  ])('says what is wrong: %o', (change, problem) => {
    expect(readinessProblems({ ...good, ...change }).join()).toMatch(problem);
  });
});

describe('the health server', () => {
  let bot: RunningBot | null = null;
  let server: HealthServer | null = null;
  afterEach(async () => {
    await server?.close();
    await bot?.stop();
    bot = null;
    server = null;
  });

  const get = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${server!.port}${path}`, { method });

  it('tells alive from ready, and refuses everything else', async () => {
    let problems = ['the corpus is being opened'];
    const metrics = () => 'x 1';
    server = await startHealthServer({
      host: '127.0.0.1',
      port: 0,
      problems: async () => problems,
      notes: () => ['words are being made anew'],
      metrics,
      log: silentLog(),
    });
    expect((await get('/healthz')).status).toBe(200);
    const notReady = await get('/readyz');
    expect([notReady.status, await notReady.text()]).toEqual([503, 'the corpus is being opened\n']);
    problems = [];
    const ready = await get('/readyz');
    expect([ready.status, await ready.text()]).toEqual([200, 'ready\nwords are being made anew\n']);
    expect((await get('/other')).status).toBe(404);
    expect((await get('/healthz', 'POST')).status).toBe(405);
  });

  it('stays up and says 503 when the state cannot be read', async () => {
    const problems = () => Promise.reject(new Error('disk gone'));
    server = await startHealthServer({
      host: '127.0.0.1',
      port: 0,
      problems,
      notes: () => [],
      metrics: () => '',
      log: silentLog(),
    });
    expect((await get('/readyz')).status).toBe(503);
    expect((await get('/healthz')).status).toBe(200);
  });

  it('measures a running bot without naming anybody', async () => {
    const metrics = new AnswerMetrics();
    const asker = metrics.watch({ ask: async (question) => sampleAnswer(question) });
    bot = await startTestBot({
      deps: { asker },
      env: { HEALTH_PORT: String(20_000 + Math.floor(Math.random() * 10_000)) },
    });
    server = await startHealth({
      config: bot.config,
      deps: bot.deps,
      telegram: bot.telegram,
      asker: new Promise(() => undefined),
      metrics,
    });
    bot.server.say({ text: 'Скільки машин дала Японія?', fromId: 987_654_321 });
    await bot.sent(1);
    const text = await (await get('/metrics')).text();
    expect(text).toMatch(/^bot_answers_total\{kind="answer"\} 1$/m);
    expect(text).toMatch(/^bot_answer_seconds_bucket\{le="\+Inf"\} 1$/m);
    expect(text).toMatch(/^bot_outbox_uncertain 0$/m);
    expect(text).toMatch(/^bot_telegram_pauses_total 0$/m);
    for (const line of text.trimEnd().split('\n'))
      expect(line).toMatch(
        /^(?:# (?:HELP|TYPE) .+|[a-z_]+(?:\{[a-z]+="[^"]*"(?:,[a-z]+="[^"]*")*\})? -?[\d.e+-]+)$/,
      );
    expect(text).not.toMatch(/987654321|Скільки|AAFake/);
    expect(text.split('\n').length).toBeLessThan(300);
    expect(await (await get('/readyz')).text()).toBe('the corpus is being opened\n');
  });
});
