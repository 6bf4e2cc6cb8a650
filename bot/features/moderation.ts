import { Composer } from 'grammy';
import { decideSource } from '../../corpus/sources/decide-source.ts';
import type { Decision, Verdict } from '../../corpus/sources/source-rules.ts';
import { startCheck, suggestSource } from '../../corpus/sources/suggest-source.ts';
import type { BotContext } from '../context.ts';
import { editKeyboard } from '../messages/edit-text.ts';
import { replaceWithCard } from '../moderation/card-messages.ts';
import type { ModeratedCorpus } from '../moderation/moderation.ts';
import { type Actor, permitted } from '../moderation/permitted.ts';
import { feedReason, rejectReasons } from '../moderation/source-card.ts';
import { rejectKeyboard, scheduleKeyboard, tierKeyboard } from '../moderation/source-keyboard.ts';
import { readSourceView, type SourceView } from '../moderation/source-view.ts';

/** The buttons under the card of a source, and the reason a moderator writes. */
export const moderation = new Composer<BotContext>();

moderation.callbackQuery(/^[~!]m:([a-z]{1,2}):(\d{1,10})(?::(\d{1,6}))?$/, async (ctx) => {
  const [, code = '', id, value] = ctx.match as RegExpMatchArray;
  const by = await permitted(ctx, 'decide-source');
  if (by === null) return;
  const corpus = await ctx.deps.moderation.corpus();
  const view = await readSourceView(corpus, Number(id), nowOf(ctx));
  if (view === null) return expired(ctx);
  const press: Press = { corpus, view, by, value: value === undefined ? null : Number(value) };
  const handle = menus[code] ?? acts[code];
  if (handle !== undefined) return handle(ctx, press);
  const decision = decisionOf(code, press.value);
  if (decision === null) return expired(ctx);
  await carryOut(ctx, press, decision);
});

interface Press {
  readonly corpus: ModeratedCorpus;
  readonly view: SourceView;
  readonly by: Actor;
  readonly value: number | null;
}

/** A button of a source that is gone, or of another version of the bot. */
async function expired(ctx: BotContext): Promise<void> {
  await ctx.answerCallbackQuery({ text: ctx.t('button-expired-source'), show_alert: true });
}

type Handler = (ctx: BotContext, press: Press) => Promise<void>;

function nowOf(ctx: BotContext): Date {
  return new Date(ctx.deps.clock.now());
}

function decisionOf(code: string, value: number | null): Decision | null {
  const simple: Readonly<Record<string, Decision>> = {
    a: { act: 'approve', tier: 'established' },
    o: { act: 'approve', tier: 'official' },
    t: { act: 'trial' },
    p: { act: 'pause' },
    e: { act: 'resume' },
    rf: { act: 'refetch' },
    to: { act: 'tier', tier: 'official' },
    te: { act: 'tier', tier: 'established' },
    d: { act: 'remove' },
    u: { act: 'undo' },
  };
  if (simple[code] !== undefined) return simple[code];
  const reason = value === null ? undefined : rejectReasons[value];
  if (code === 'r' && reason !== undefined) return { act: 'reject', reason };
  return code === 's' && value !== null ? { act: 'schedule', minutes: value } : null;
}

async function carryOut(ctx: BotContext, { corpus, view, by }: Press, decision: Decision): Promise<void> {
  const verdict = await decide(ctx, corpus, view.source.id, { by, decision });
  await ctx.answerCallbackQuery({
    text: verdictText(ctx, decision, verdict),
    show_alert: verdict.kind !== 'go',
  });
  await refresh(ctx, corpus, view.source.id);
}

async function decide(
  ctx: BotContext,
  corpus: ModeratedCorpus,
  sourceId: number,
  { by, decision }: { readonly by: Actor; readonly decision: Decision },
): Promise<Verdict> {
  const { staff } = ctx.deps.moderation;
  const decider = {
    actor: by.actor,
    unlimited: by.role === 'owner',
    stillDecides: (actor: string) => staff.stillDecides(actor),
  };
  const outcome = await decideSource(corpus, { sourceId, decision, by: decider, now: nowOf(ctx) });
  return outcome.verdict;
}

function verdictText(ctx: BotContext, decision: Decision, verdict: Verdict): string {
  if (verdict.kind === 'go') return ctx.t(`done-${decision.act}`);
  return verdict.kind === 'second' ? ctx.t('needs-second') : ctx.t(`refused-${verdict.code}`);
}

async function refresh(ctx: BotContext, corpus: ModeratedCorpus, sourceId: number): Promise<void> {
  const view = await readSourceView(corpus, sourceId, nowOf(ctx));
  if (view !== null) await replaceWithCard(ctx, view);
}

// Buttons that only change the buttons.
const menus: Readonly<Record<string, Handler>> = {
  rj: async (ctx, { view }) => {
    await editKeyboard(ctx, rejectKeyboard(view, ctx.t));
    await ctx.answerCallbackQuery(ctx.t('reject-why'));
  },
  ti: async (ctx, { view }) => {
    await editKeyboard(ctx, tierKeyboard(view, ctx.t));
    await ctx.answerCallbackQuery();
  },
  sc: async (ctx, { view }) => {
    await editKeyboard(ctx, scheduleKeyboard(view, ctx.t));
    await ctx.answerCallbackQuery();
  },
  b: async (ctx, { view }) => {
    await ctx.answerCallbackQuery();
    await replaceWithCard(ctx, view);
  },
  rx: async (ctx, { view }) => {
    await ctx.answerCallbackQuery();
    const prompt = await ctx.reply(ctx.t('reject-write', { number: view.source.id }), {
      reply_markup: { force_reply: true },
    });
    const purpose = { kind: 'reject', sourceId: view.source.id } as const;
    ctx.deps.moderation.prompts.keep(ctx.chat!.id, prompt.message_id, purpose);
  },
};

const acts: Readonly<Record<string, Handler>> = {
  c: async (ctx, { corpus, view }) => {
    await startCheck(corpus, view.source, { now: nowOf(ctx), onlyIfMissing: false });
    await ctx.answerCallbackQuery(ctx.t('card-looking'));
    await refresh(ctx, corpus, view.source.id);
  },
  ro: async (ctx, { corpus, view, by }) => {
    const suggester = { actor: by.actor, isModerator: true };
    await suggestSource(corpus, { url: view.source.url, by: suggester, now: nowOf(ctx) });
    await ctx.answerCallbackQuery(ctx.t('card-looking'));
    await refresh(ctx, corpus, view.source.id);
  },
  f: takeFeed,
};

/** The feed of a page instead of the page, which is closed: a source of its own, shown in the place of the card. */
async function takeFeed(ctx: BotContext, { corpus, view, by, value }: Press): Promise<void> {
  const feed = view.check?.report?.feeds[value ?? -1];
  if (feed === undefined) return expired(ctx);
  const suggester = { actor: by.actor, isModerator: true };
  const questionId = view.check?.questionId ?? null;
  const { source } = await suggestSource(corpus, {
    url: feed,
    by: suggester,
    now: nowOf(ctx),
    ...(questionId === null ? {} : { questionId }),
  });
  if (view.source.status === 'pending' && source.id !== view.source.id) {
    const isOpen = source.status === 'pending';
    if (isOpen) ctx.deps.moderation.cards.handOver(view.source.id, source.id);
    const decision: Decision = { act: 'reject', reason: isOpen ? feedReason : 'duplicate' };
    await decide(ctx, corpus, view.source.id, { by, decision });
  }
  await ctx.answerCallbackQuery(ctx.t('done-feed'));
  await refresh(ctx, corpus, source.id);
}

moderation.chatType('private').on('message:text', async (ctx, next) => {
  const { prompts } = ctx.deps.moderation;
  const asked = ctx.message.reply_to_message?.message_id;
  const purpose = asked === undefined ? null : prompts.find(ctx.chat.id, asked);
  if (asked === undefined || purpose?.kind !== 'reject') return next();
  const by = await permitted(ctx, 'decide-source');
  if (by === null) return;
  const corpus = await ctx.deps.moderation.corpus();
  const decision: Decision = { act: 'reject', reason: ctx.message.text };
  const verdict = await decide(ctx, corpus, purpose.sourceId, { by, decision });
  await ctx.reply(verdictText(ctx, decision, verdict));
  // Last: run again after a kill, the words must still be a reason and no question.
  prompts.drop(ctx.chat.id, asked);
});
