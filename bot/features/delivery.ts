import { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import { oldestWaitingMs, outboxCounts, uncertainSends } from '../delivery/outbox-report.ts';
import { permitted } from '../moderation/permitted.ts';

/** `/delivery`: how the sending of messages goes, and which sends nobody knows the end of; for owners. */
export const delivery = new Composer<BotContext>();

const shownUncertain = 10;

delivery.command('delivery', async (ctx) => {
  if ((await permitted(ctx, 'see-delivery')) === null) return;
  const { database } = ctx.deps.people;
  if (ctx.deps.delivery === null) return void (await ctx.reply(ctx.t('delivery-none')));
  const counts = outboxCounts(database).map(
    ({ kind, state, count }) =>
      `${ctx.t(`delivery-kind-${kind}`)}, ${ctx.t(`delivery-state-${state}`)}: ${count}`,
  );
  const subscriptions = ctx.deps.digesting.subscriptions
    .counts()
    .map(({ state, count }) => `${ctx.t(`delivery-subscriptions-${state}`)}: ${count}`);
  const uncertain = uncertainSends(database, shownUncertain).map(({ key, settledAtMs }) => {
    const at = new Date(settledAtMs).toISOString().slice(0, 16).replace('T', ' ');
    return `${key} · ${at} UTC`;
  });
  const waiting = ctx.t('delivery-oldest', {
    seconds: Math.round(oldestWaitingMs(database, ctx.deps.clock.now()) / 1000),
  });
  const doubt =
    uncertain.length === 0
      ? ctx.t('delivery-certain')
      : [ctx.t('delivery-uncertain'), ...uncertain].join('\n');
  await ctx.reply([...counts, ...subscriptions, waiting, '', doubt].join('\n'));
});
