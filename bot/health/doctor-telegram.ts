import { Api, GrammyError } from 'grammy';
import type { Config } from '../../corpus/config.ts';
import { messageOf } from '../../corpus/errors.ts';
import { bad, type Check, ok, warn } from './doctor-checks.ts';

const timeoutSeconds = 10;
const largestSkewMs = 60_000;

/** Token, permissions and clock, as Telegram sees them. */
export function telegramChecks(config: Config): readonly Check[] {
  const token = config.BOT_TOKEN;
  if (token === undefined) {
    const advice = 'set BOT_TOKEN to run on Telegram; without it the bot runs in the terminal';
    return [{ name: 'token', look: async () => warn('BOT_TOKEN is not set', advice) }];
  }
  const apiRoot = config.TELEGRAM_API_ROOT.replace(/(?<!\/)\/+$/, '');
  const api = new Api(token, { apiRoot, timeoutSeconds });
  return [
    { name: 'token', look: () => lookAtToken(api) },
    { name: 'updates', needs: 'token', look: () => lookAtUpdates(api, config) },
    { name: 'clock', look: () => lookAtClock(apiRoot) },
  ];
}

async function lookAtToken(api: Api) {
  try {
    const me = await api.getMe();
    const found = [ok(`@${me.username} (${me.first_name})`)];
    if (!me.supports_inline_queries)
      found.push(warn('inline mode is off', 'to answer in any chat: /setinline at @BotFather'));
    if (!me.can_join_groups)
      found.push(warn('the bot may not join groups', 'to allow it: /setjoingroups at @BotFather'));
    return found;
  } catch (error) {
    if (error instanceof GrammyError && [401, 404].includes(error.error_code))
      return bad('Telegram refuses BOT_TOKEN', 'copy it anew from @BotFather (/token)');
    // The message of an HttpError is safe; the error inside it names the address, and with it the token.
    return bad(
      `Telegram cannot be reached: ${messageOf(error)}`,
      'check the network, a proxy, and TELEGRAM_API_ROOT',
    );
  }
}

async function lookAtUpdates(api: Api, config: Config) {
  const info = await api.getWebhookInfo();
  if (config.BOT_MODE === 'polling') {
    if (info.url !== undefined && info.url !== '')
      return warn(
        'a webhook is set although BOT_MODE is polling',
        'starting the bot removes it; stop whoever set it',
      );
    return ok('polling, no webhook set');
  }
  if (info.url !== config.WEBHOOK_URL)
    return warn(
      'the webhook is not the configured one',
      'starting the bot sets it; if it changes back, somebody else runs',
    );
  if (info.last_error_message !== undefined)
    return warn(
      `Telegram could not deliver: ${info.last_error_message}`,
      'check the certificate, the proxy and WEBHOOK_PORT',
    );
  return ok(`webhook, ${info.pending_update_count ?? 0} updates wait`);
}

async function lookAtClock(apiRoot: string) {
  // A refused token does not matter here; a server that cannot be reached is the finding of "token".
  const response = await fetch(apiRoot, {
    method: 'HEAD',
    redirect: 'manual',
    signal: AbortSignal.timeout(10_000),
  }).catch(() => null);
  if (response === null) return warn('not compared: Telegram cannot be reached', 'mend "token" first');
  const theirs = Date.parse(response.headers.get('date') ?? '');
  if (Number.isNaN(theirs))
    return warn('the server tells no time', 'check the clock of this machine by hand');
  const skewMs = Math.abs(Date.now() - theirs);
  const seconds = Math.round(skewMs / 1000);
  if (skewMs > largestSkewMs)
    return bad(`the clock is ${seconds} s off`, 'turn on time synchronisation (timedatectl set-ntp true)');
  return ok(`within ${seconds} s`);
}
