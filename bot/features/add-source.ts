import { Composer } from 'grammy';
import type { Document } from 'grammy/types';
import { keepUpload, webAddress } from '../../corpus/sources/suggest-source.ts';
import {
  maxReaderUploadsBytes,
  maxUploadsBytes,
  uploadName,
  uploadTypes,
} from '../../corpus/sources/uploads.ts';
import type { BotContext } from '../context.ts';
import { downloadFile } from '../messages/download-file.ts';
import { isOnlyLink, linkInMessage } from '../messages/link-in-message.ts';
import { whileTyping } from '../messages/typing.ts';
import { type Actor, permitted } from '../moderation/permitted.ts';
import { isTooMuch, suggest } from '../moderation/suggest.ts';

/** `/addsource`, a link, a forwarded post with a link, a document: anyone may suggest a source, moderators decide. */
export const addSource = new Composer<BotContext>();

addSource.command('addsource', async (ctx) => {
  const by = await permitted(ctx, 'suggest');
  if (by === null) return;
  const replied = ctx.msg.reply_to_message;
  const given =
    ctx.match.trim() === '' && replied !== undefined ? linkInMessage(replied) : webAddress(ctx.match);
  if (given !== null) return suggest(ctx, given, by);
  await ctx.reply(ctx.t(ctx.match.trim() === '' ? 'addsource-usage' : 'addsource-no-address'));
});

const direct = addSource.chatType('private');

direct.on('message', async (ctx, next) => {
  const isForward = ctx.message.forward_origin !== undefined;
  const link = isForward || isOnlyLink(ctx.message) ? linkInMessage(ctx.message) : null;
  if (link === null) return next();
  const by = await permitted(ctx, 'suggest');
  if (by !== null) await suggest(ctx, link, by);
});

direct.on('message:document', async (ctx, next) => {
  const document = ctx.message.document;
  if (isOfOtherFormat(document)) return void (await ctx.reply(ctx.t('addsource-other-format')));
  if (!isReadable(document)) return next();
  const by = await permitted(ctx, 'suggest');
  if (by === null || (await isTooMuch(ctx, by))) return;
  const url = await whileTyping(ctx, () => takeFile(ctx, document, by));
  if (url !== null) await suggest(ctx, url, by);
});

// Telegram gives bots files of up to 20 MB; readers' files fill our disk before anybody has looked at them.
const maxModeratorBytes = 20 * 1024 * 1024;
const maxReaderBytes = 5 * 1024 * 1024;

function isReadable(document: Document): boolean {
  const name = document.file_name?.toLowerCase() ?? '';
  return uploadTypes.some((ending) => name.endsWith(ending));
}

// Texts in a form that is not read. Pictures and the like are no suggestions: whoever sends one may have found something.
const otherFormats = /\.(docm?|dotx?|rtf|odt|pages|xlsx?|xlsm|ods|csv|pptx?|odp|epub|zip|rar|7z|xps|djvu)$/;

function isOfOtherFormat(document: Document): boolean {
  return otherFormats.test(document.file_name?.toLowerCase() ?? '');
}

async function takeFile(ctx: BotContext, document: Document, by: Actor): Promise<string | null> {
  const { config } = ctx.deps;
  const maxBytes = by.role === 'reader' ? maxReaderBytes : maxModeratorBytes;
  const tooLarge = ctx.t('addsource-too-large', { max: maxBytes / 1024 / 1024 });
  if ((document.file_size ?? 0) > maxBytes || config.BOT_TOKEN === undefined) {
    await ctx.reply(tooLarge);
    return null;
  }
  const options = { apiRoot: config.TELEGRAM_API_ROOT, token: config.BOT_TOKEN, maxBytes };
  const bytes = await downloadFile(ctx.api, document.file_id, options);
  const name = typeof bytes === 'string' ? null : uploadName(document.file_name ?? 'document', bytes);
  if (typeof bytes !== 'string' && name !== null) {
    const maxTotalBytes = by.role === 'reader' ? maxReaderUploadsBytes : maxUploadsBytes;
    const address = await keepUpload(config.DATA_DIR, name, bytes, maxTotalBytes);
    if (address === null) await ctx.reply(ctx.t('addsource-no-room'));
    return address;
  }
  await ctx.reply(bytes === 'too-large' ? tooLarge : ctx.t('addsource-no-file'));
  return null;
}
