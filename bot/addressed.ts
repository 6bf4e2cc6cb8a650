import type { Context } from 'grammy';

/**
 * The words somebody addresses to the bot, without the address: any text in private, `/ask …`, and in groups only a
 * mention or a reply to the bot. Null when nobody speaks to us; an empty string when only our name was called.
 */
export function addressedText(ctx: Context): string | null {
  const message = ctx.message ?? ctx.editedMessage;
  if (message === undefined || message.via_bot?.id === ctx.me.id) return null;
  const text = message.text ?? message.caption;
  if (text === undefined) return null;
  const command = /^\/([a-z0-9_]+)(?:@(\w+))?(?:\s+|$)/i.exec(text);
  if (command !== null) return isAsk(command, ctx.me.username) ? text.slice(command[0].length).trim() : null;
  if (message.chat.type === 'private') return text.trim();
  const mention = new RegExp(`@${ctx.me.username}(?![A-Za-z0-9_])`, 'gi');
  if (mention.test(text)) return text.replace(mention, ' ').replace(/\s+/g, ' ').trim();
  return message.reply_to_message?.from?.id === ctx.me.id ? text.trim() : null;
}

function isAsk([, name, addressee]: RegExpExecArray, username: string): boolean {
  return (
    name?.toLowerCase() === 'ask' &&
    (addressee === undefined || addressee.toLowerCase() === username.toLowerCase())
  );
}
