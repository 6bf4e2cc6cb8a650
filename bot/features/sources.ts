import { Composer, InlineKeyboard } from 'grammy';
import { sourceHealth } from '../../corpus/sources/source-status.ts';
import type { SourceSummary } from '../../corpus/sources/sources.ts';
import { shownAddress } from '../../corpus/sources/uploads.ts';
import type { BotContext } from '../context.ts';
import { callbackData, judgedMark, showMark } from '../messages/callback-data.ts';
import { editText } from '../messages/edit-text.ts';
import { renderBlocks } from '../messages/render.ts';
import type { FormattedText } from '../messages/split.ts';
import { replaceWithCard, sendCard } from '../moderation/card-messages.ts';
import { permitted } from '../moderation/permitted.ts';
import { plainReason } from '../moderation/plain-reason.ts';
import { cut, healthSign, momentOf, oneLine } from '../moderation/source-card.ts';
import { readSourceView } from '../moderation/source-view.ts';

/** `/sources`: all sources a page at a time, those that need somebody first. */
export const sources = new Composer<BotContext>();

sources.command('sources', async (ctx) => {
  if ((await permitted(ctx, 'see-sources')) === null) return;
  const number = /^#?(\d{1,10})$/.exec(ctx.match.trim())?.[1];
  if (number !== undefined) return showOne(ctx, Number(number));
  const { text, keyboard } = await listPage(ctx, 0);
  await ctx.reply(text.text, { entities: [...text.entities], reply_markup: keyboard });
});

sources.callbackQuery(/^!sl:(\d{1,4})$/, async (ctx) => {
  if ((await permitted(ctx, 'see-sources')) === null) return;
  const { text, keyboard } = await listPage(ctx, Number(ctx.match[1]));
  await editText(ctx, text, keyboard);
  await ctx.answerCallbackQuery();
});

sources.callbackQuery(/^~so:(\d{1,10})$/, async (ctx, next) => {
  if ((await permitted(ctx, 'see-sources')) === null) return;
  const view = await viewOf(ctx, Number(ctx.match[1]));
  if (view === null) return next();
  await ctx.answerCallbackQuery();
  await sendCard(ctx, view, { isModerator: true, isSubmitter: false });
});

async function showOne(ctx: BotContext, sourceId: number): Promise<void> {
  const view = await viewOf(ctx, sourceId);
  if (view === null) return void (await ctx.reply(ctx.t('sources-no-such', { number: sourceId })));
  if (ctx.callbackQuery === undefined) await sendCard(ctx, view, { isModerator: true, isSubmitter: false });
  else await replaceWithCard(ctx, view);
}

async function viewOf(ctx: BotContext, sourceId: number) {
  const corpus = await ctx.deps.moderation.corpus();
  return readSourceView(corpus, sourceId, new Date(ctx.deps.clock.now()));
}

/** Sources on a page of the list. */
const perPage = 8;

const undoMs = 24 * 60 * 60 * 1000;

async function listPage(
  ctx: BotContext,
  wanted: number,
): Promise<{ readonly text: FormattedText; readonly keyboard: InlineKeyboard }> {
  const corpus = await ctx.deps.moderation.corpus();
  const now = new Date(ctx.deps.clock.now());
  const all = await corpus.sources.list({ statuses: ['pending', 'trial', 'active', 'paused', 'removed'] });
  const shown = sortByNeed(
    all.filter((source) => source.status !== 'removed' || canUndo(source, now)),
    now,
  );
  const pages = Math.max(1, Math.ceil(shown.length / perPage));
  const page = Math.min(wanted, pages - 1);
  const part = shown.slice(page * perPage, (page + 1) * perPage);
  const held = await corpus.documents.count({ status: 'held' });
  const text = renderBlocks([
    { kind: 'lead', text: ctx.t('sources-title', { count: shown.length, page: page + 1, pages }) },
    ...part.map((source) => ({ kind: 'plain' as const, text: sourceLine(ctx, source, now) })),
    ...(shown.length === 0 ? [{ kind: 'plain' as const, text: ctx.t('sources-none') }] : []),
    ...(held === 0 ? [] : [{ kind: 'note' as const, text: ctx.t('sources-held', { count: held }) }]),
  ]);
  return { text, keyboard: listKeyboard(ctx, part, { page, pages }) };
}

function canUndo(source: SourceSummary, now: Date): boolean {
  return source.removedAt !== null && now.getTime() - Date.parse(source.removedAt) < undoMs;
}

const needs = ['🆕', '🔴', '🟠', '🧪', '⏳', '🟢', '⏸', '🗑'];

/** Those that somebody suggested or that fail come first; a list that was imported whole must not hide them. */
export function sortByNeed(list: readonly SourceSummary[], now: Date): SourceSummary[] {
  const isListed = ({ status, addedBy }: SourceSummary) => status === 'pending' && addedBy === 'import';
  const rank = (source: SourceSummary) =>
    isListed(source) ? needs.indexOf('🟢') + 0.5 : needs.indexOf(healthSign(source, now));
  return [...list].sort((a, b) => rank(a) - rank(b) || a.id - b.id);
}

function sourceLine(ctx: BotContext, source: SourceSummary, now: Date): string {
  const name = `${healthSign(source, now)} #${source.id} ${cut(oneLine(source.title), 80)}`;
  if (source.status === 'pending')
    return `${name}\n     ${ctx.t('sources-waiting', { where: cut(shownAddress(source.url), 80) })}`;
  const last = momentOf(source.lastSuccessAt, ctx.language, ctx.t);
  const facts = ctx.t('sources-facts', { documents: source.documents, passages: source.passages, last });
  const isIll = ['failing', 'stale'].includes(sourceHealth(source, now)) && source.lastError !== null;
  return `${name}\n     ${facts}${isIll ? `\n     ⚠️ ${plainReason(source.lastError ?? '', ctx.t)}` : ''}`;
}

function listKeyboard(
  ctx: BotContext,
  part: readonly SourceSummary[],
  { page, pages }: { readonly page: number; readonly pages: number },
): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  for (const [index, source] of part.entries()) {
    keyboard.text(`#${source.id}`, callbackData(`${showMark}so`, source.id));
    if (index % 4 === 3) keyboard.row();
  }
  keyboard.row();
  if (page > 0) keyboard.text(ctx.t('page-before'), callbackData(`${judgedMark}sl`, page - 1));
  if (page < pages - 1) keyboard.text(ctx.t('page-after'), callbackData(`${judgedMark}sl`, page + 1));
  return keyboard;
}
