import { Composer, InlineKeyboard } from 'grammy';
import type { StoredDocument } from '../../corpus/documents/documents.ts';
import { maxReasonLength } from '../../corpus/sources/source-rules.ts';
import type { AuditNote } from '../../corpus/storage/audit-log.ts';
import type { BotContext } from '../context.ts';
import { callbackData, judgedMark, showMark } from '../messages/callback-data.ts';
import { editKeyboard, editText } from '../messages/edit-text.ts';
import { linkInMessage } from '../messages/link-in-message.ts';
import { documentCard } from '../moderation/document-card.ts';
import { type Actor, permitted } from '../moderation/permitted.ts';
import { retractReasons } from '../moderation/source-card.ts';

/** `/document <link>`: what is stored of a page, who quotes it, and taking it out of the answers. */
export const document = new Composer<BotContext>();

document.command('document', async (ctx) => {
  if ((await permitted(ctx, 'see-document')) === null) return;
  const given =
    ctx.match.trim() || (ctx.msg.reply_to_message && linkInMessage(ctx.msg.reply_to_message)) || '';
  if (given === '') return listHeld(ctx);
  const { documents } = await ctx.deps.moderation.corpus();
  const found = (await documents.findByUrl(given)) ?? (await documents.findByKey(given));
  if (found === null) return void (await ctx.reply(ctx.t('document-unknown')));
  await send(ctx, found);
});

document.callbackQuery(/^~do:(\d{1,10})$/, async (ctx, next) => {
  if ((await permitted(ctx, 'see-document')) === null) return;
  const found = await find(ctx, Number(ctx.match[1]));
  if (found === null) return next();
  await ctx.answerCallbackQuery();
  await send(ctx, found);
});

document.callbackQuery(/^[~!]d(rt|rx|bk|re|ok):(\d{1,10})(?::(\d))?$/, async (ctx, next) => {
  const [, code = '', id, index] = ctx.match as RegExpMatchArray;
  const by = await permitted(ctx, 'retract-document');
  if (by === null) return;
  const found = await find(ctx, Number(id));
  const reason = retractReasons[Number(index ?? -1)];
  if (found === null) return next();
  if (code === 'rt') await editKeyboard(ctx, reasonKeyboard(ctx, found));
  if (code === 'bk') await editKeyboard(ctx, keyboardOf(ctx, found));
  if (code === 'rx') await askForReason(ctx, found);
  if (code === 'ok' || (code === 're' && reason !== undefined)) {
    const change = code === 'ok' ? await restore(ctx, found, by) : await retract(ctx, found, by, reason!);
    await ctx.answerCallbackQuery(ctx.t(change));
    await refresh(ctx, found.id);
  } else await ctx.answerCallbackQuery();
});

document.chatType('private').on('message:text', async (ctx, next) => {
  const { prompts } = ctx.deps.moderation;
  const asked = ctx.message.reply_to_message?.message_id;
  const purpose = asked === undefined ? null : prompts.find(ctx.chat.id, asked);
  if (asked === undefined || purpose?.kind !== 'retract') return next();
  const by = await permitted(ctx, 'retract-document');
  const found = by === null ? null : await find(ctx, purpose.documentId);
  if (by === null || found === null) return;
  const reason = [...ctx.message.text.replace(/\s+/g, ' ').trim()].slice(0, maxReasonLength).join('');
  const change = await retract(ctx, found, by, reason);
  await ctx.reply(ctx.t(change));
  // Last: run again after a kill, the words must still be a reason and no question.
  prompts.drop(ctx.chat.id, asked);
  if (purpose.cardId !== undefined) await refresh(ctx, found.id, purpose.cardId);
});

async function find(ctx: BotContext, id: number): Promise<StoredDocument | null> {
  const { documents } = await ctx.deps.moderation.corpus();
  return (await documents.byIds([id])).get(id) ?? null;
}

async function send(ctx: BotContext, found: StoredDocument): Promise<void> {
  const { text, entities } = await cardOf(ctx, found);
  await ctx.reply(text, { entities: [...entities], reply_markup: keyboardOf(ctx, found) });
}

async function refresh(ctx: BotContext, id: number, messageId?: number): Promise<void> {
  const found = await find(ctx, id);
  if (found !== null) await editText(ctx, await cardOf(ctx, found), keyboardOf(ctx, found), messageId);
}

async function cardOf(ctx: BotContext, found: StoredDocument) {
  const { documents, sources } = await ctx.deps.moderation.corpus();
  const passages = await documents.passagesOf(found.id);
  return documentCard({
    document: found,
    versions: await documents.versions(found.id),
    passages,
    source: found.sourceId === null ? null : await sources.find(found.sourceId),
    citing: ctx.deps.answers.countCiting(passages.map((passage) => passage.key)),
    language: ctx.language,
    t: ctx.t,
  });
}

function keyboardOf(ctx: BotContext, found: StoredDocument): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  if (found.status === 'current' || found.status === 'held')
    keyboard.text(ctx.t('do-retract'), callbackData(`${judgedMark}drt`, found.id));
  if (found.status !== 'current')
    keyboard.text(ctx.t('do-restore'), callbackData(`${judgedMark}dok`, found.id));
  return keyboard;
}

function reasonKeyboard(ctx: BotContext, found: StoredDocument): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  for (const [index, reason] of retractReasons.entries())
    keyboard.text(ctx.t(`because-${reason}`), callbackData(`${judgedMark}dre`, found.id, index)).row();
  return keyboard
    .text(ctx.t('do-own-reason'), callbackData(`${showMark}drx`, found.id))
    .text(ctx.t('do-back'), callbackData(`${judgedMark}dbk`, found.id));
}

async function askForReason(ctx: BotContext, found: StoredDocument): Promise<void> {
  const prompt = await ctx.reply(ctx.t('retract-write', { title: [...found.title].slice(0, 200).join('') }), {
    reply_markup: { force_reply: true },
  });
  const cardId = ctx.callbackQuery?.message?.message_id;
  const purpose = {
    kind: 'retract',
    documentId: found.id,
    ...(cardId === undefined ? {} : { cardId }),
  } as const;
  ctx.deps.moderation.prompts.keep(ctx.chat!.id, prompt.message_id, purpose);
}

function noteOf(ctx: BotContext, act: string, found: StoredDocument, by: Actor, reason?: string): AuditNote {
  return {
    at: new Date(ctx.deps.clock.now()),
    actor: by.actor,
    act,
    subject: `document:${found.id}`,
    details: { url: found.url, ...(reason === undefined ? {} : { reason }) },
  };
}

async function retract(ctx: BotContext, found: StoredDocument, by: Actor, reason: string): Promise<string> {
  if (found.status === 'retracted') return 'refused-already';
  if (reason === '') return 'refused-no-reason';
  const { documents } = await ctx.deps.moderation.corpus();
  await documents.retract(found.id, reason, noteOf(ctx, 'retract', found, by, reason));
  return 'done-retract';
}

async function restore(ctx: BotContext, found: StoredDocument, by: Actor): Promise<string> {
  if (found.status === 'current') return 'refused-already';
  const { documents } = await ctx.deps.moderation.corpus();
  await documents.restore(found.id, noteOf(ctx, 'restore', found, by));
  return 'document-restored';
}

const heldShown = 8;

/** Pages put aside because they look like an error or a wall: a moderator knows better. */
async function listHeld(ctx: BotContext): Promise<void> {
  const { documents } = await ctx.deps.moderation.corpus();
  const held = await documents.list({ status: 'held', limit: heldShown });
  if (held.length === 0) return void (await ctx.reply(ctx.t('document-usage')));
  const keyboard = new InlineKeyboard();
  for (const found of held)
    keyboard
      .text(
        found.title.trim().slice(0, 50) || found.url.slice(0, 50),
        callbackData(`${showMark}do`, found.id),
      )
      .row();
  await ctx.reply(ctx.t('documents-held', { count: await documents.count({ status: 'held' }) }), {
    reply_markup: keyboard,
  });
}
