import { Composer } from 'grammy';
import type { BotContext } from '../context.ts';

/** What no other feature wanted: media, stickers, unknown commands, dead buttons. Silent in groups but for buttons. */
export const other = new Composer<BotContext>();

other.on('callback_query', async (ctx) => {
  await ctx.answerCallbackQuery(ctx.t('button-expired'));
});

const direct = other.chatType('private');

direct.on(['message:photo', 'message:video', 'message:document', 'message:video_note'], async (ctx) => {
  const album = ctx.message?.media_group_id;
  // An album comes as one message per picture; one reply is enough.
  if (album !== undefined && !ctx.deps.conversations.isNewAlbum(album)) return;
  await ctx.reply(`${ctx.t('emergency')}\n\n${ctx.t('media-help')}`);
});

direct.on(
  [
    'message:text',
    'message:voice',
    'message:audio',
    'message:sticker',
    'message:location',
    'message:contact',
  ],
  async (ctx) => {
    if (ctx.message?.via_bot?.id === ctx.me.id) return;
    await ctx.reply(ctx.t('unsupported-help'));
  },
);
