import { suggestSource } from '../../corpus/sources/suggest-source.ts';
import type { BotContext } from '../context.ts';
import { sendCard } from './card-messages.ts';
import type { Actor } from './permitted.ts';
import { reasonText } from './source-card.ts';
import { readSourceView } from './source-view.ts';

/** Suggests an address for the person of an update and shows the card of it. */
export async function suggest(ctx: BotContext, url: string, by: Actor, questionId?: number): Promise<void> {
  if (await isTooMuch(ctx, by)) return;
  const { moderation, clock } = ctx.deps;
  // In the terminal nobody looks at jobs: the command line does it at once.
  if (ctx.deps.delivery === null) return void (await ctx.reply(ctx.t('addsource-terminal', { url })));
  const corpus = await moderation.corpus();
  const isModerator = by.role !== 'reader';
  const suggestion = await suggestSource(corpus, {
    url,
    by: { actor: by.actor, isModerator },
    now: new Date(clock.now()),
    ...(questionId === undefined ? {} : { questionId }),
  });
  if (suggestion.kind === 'unwanted') {
    const { reason } = suggestion.source;
    const why = reason === null ? ctx.t('no-reason-given') : reasonText(reason, ctx.t);
    return void (await ctx.reply(ctx.t('addsource-unwanted', { reason: why })));
  }
  if (suggestion.kind === 'known' && !isModerator) return void (await ctx.reply(ctx.t('addsource-known')));
  const view = await readSourceView(corpus, suggestion.source.id, new Date(clock.now()));
  if (view !== null) await sendCard(ctx, view, { isModerator, isSubmitter: suggestion.kind !== 'known' });
}

const dayMs = 24 * 60 * 60 * 1000;

/** Suggestions a reader may make in a day, and how many may wait in all before readers are asked to come back. */
const maxPerDay = 5;
const maxWaiting = 100;

/** Tells readers who suggested enough for today, or while enough of readers waits. Moderators are never too many. */
export async function isTooMuch(ctx: BotContext, by: Actor): Promise<boolean> {
  const { cards, corpus, staff } = ctx.deps.moderation;
  // A forward gives its sender no rights, but that they pass on much is no nuisance.
  if (by.role !== 'reader' || staff.roleOf(by.userId) !== 'reader') return false;
  const mine = cards.suggestedSince(ctx.chat!.id, ctx.deps.clock.now() - dayMs);
  const waiting = (await (await corpus()).sources.list({ statuses: ['pending'] })).filter(
    (source) => source.addedBy === 'reader',
  );
  if (mine < maxPerDay && waiting.length < maxWaiting) return false;
  await ctx.reply(ctx.t(mine < maxPerDay ? 'addsource-full' : 'addsource-limit', { max: maxPerDay }));
  return true;
}
