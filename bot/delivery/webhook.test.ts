import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../corpus/config.ts';
import { silentLog } from '../../corpus/log.ts';
import { type RunningBot, startTestBot } from '../trials/bot-for-tests.ts';
import { startWebhook, type Webhook } from './webhook.ts';

const secret = 'Secret_123';
let stored: unknown[];
let webhook: Webhook;
let failing: boolean;
beforeEach(async () => {
  stored = [];
  failing = false;
  const store = (updates: readonly unknown[]) => {
    if (failing) throw new Error('disk full');
    stored.push(...updates);
  };
  webhook = await startWebhook({
    host: '127.0.0.1',
    port: 0,
    path: '/hook',
    secret,
    store,
    log: silentLog(),
  });
});
afterEach(() => webhook.close());

async function post(
  body: string,
  options: { secret?: string | null; path?: string; method?: string } = {},
): Promise<number> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  const given = options.secret === undefined ? secret : options.secret;
  if (given !== null) headers['x-telegram-bot-api-secret-token'] = given;
  const method = options.method ?? 'POST';
  const response = await fetch(`http://127.0.0.1:${webhook.port}${options.path ?? '/hook'}`, {
    method,
    headers,
    ...(method === 'POST' ? { body } : {}),
  });
  return response.status;
}

describe('the webhook server', () => {
  it('stores what comes with the right secret', async () => {
    expect(await post('{"update_id":1}')).toBe(200);
    expect(stored).toEqual([{ update_id: 1 }]);
  });

  it('refuses a wrong, a missing, an empty and a longer secret', async () => {
    for (const wrong of ['nope', null, '', `${secret}x`])
      expect(await post('{"update_id":1}', { secret: wrong })).toBe(401);
    expect(stored).toEqual([]);
  });

  it('refuses a body of two megabytes', async () => {
    const status = await post(JSON.stringify({ update_id: 1, text: 'x'.repeat(2 * 1024 * 1024) })).catch(
      () => 413,
    );
    expect(status).toBe(413);
    expect(stored).toEqual([]);
  });

  it('refuses what is no update, another path and another method', async () => {
    expect(await post('{"update_id":"x"}')).toBe(400);
    expect(await post('nonsense')).toBe(400);
    expect(await post('{"update_id":1}', { path: '/other' })).toBe(404);
    expect(await post('', { method: 'GET' })).toBe(405);
    expect(stored).toEqual([]);
  });

  it('lets Telegram deliver again what could not be stored', async () => {
    failing = true;
    expect(await post('{"update_id":1}')).toBe(500);
  });

  it('says in one line that its port is taken', async () => {
    const second = startWebhook({
      host: '127.0.0.1',
      port: webhook.port,
      path: '/',
      secret,
      store: () => undefined,
      log: silentLog(),
    });
    await expect(second).rejects.toThrow(/WEBHOOK_PORT/);
  });
});

describe('the bot in webhook mode', () => {
  let bot: RunningBot | null = null;
  afterEach(() => bot?.stop());

  it('does not start without a secret', () => {
    const env = { BOT_TOKEN: 'x', BOT_MODE: 'webhook', WEBHOOK_URL: 'https://bot.example.org/hook' };
    expect(() => readConfig(env)).toThrow(/WEBHOOK_SECRET/);
  });

  it('answers what is posted, once for a replay', async () => {
    await webhook.close();
    const env = {
      BOT_MODE: 'webhook',
      WEBHOOK_URL: 'https://bot.example.org/hook',
      WEBHOOK_SECRET: secret,
      WEBHOOK_PORT: String(webhook.port),
    };
    bot = await startTestBot({ env });
    await bot.until(() => bot!.server.webhook !== null);
    expect(bot.server.webhook).toEqual({ url: 'https://bot.example.org/hook', secret });
    const update = JSON.stringify(bot.server.from.message({ text: 'запитання' }));
    for (let i = 0; i < 3; i += 1) expect(await post(update)).toBe(200);
    await bot.sent(1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(bot.server.messages).toHaveLength(1);
  });
});
