import type { Context } from 'grammy';
import type { Message } from 'grammy/types';

/**
 * The words somebody addresses to the bot, without the address: any text in private, `/ask …`, and in groups only a
 * mention or a reply to the bot. Null when nobody speaks to us; an empty string when only our name was called.
 */
export function addressedText(ctx: Context): string | null {
  const message = ctx.message ?? ctx.editedMessage;
  return message === undefined ? null : addressedIn(message, ctx.me);
}

/** The same of any message, for instance of the question that an answer replies to. */
export function addressedIn(message: Message, me: Context['me']): string | null {
  if (message.via_bot?.id === me.id) return null;
  const text = message.text ?? message.caption;
  if (text === undefined) return null;
  const command = /^\/([a-z0-9_]+)(?:@(\w+))?(?:\s+|$)/i.exec(text);
  if (command !== null) return isAsk(command, me.username) ? text.slice(command[0].length).trim() : null;
  if (message.chat.type === 'private') return text.trim();
  const mention = new RegExp(`@${me.username}(?![A-Za-z0-9_])`, 'gi');
  if (mention.test(text)) return text.replace(mention, ' ').replace(/\s+/g, ' ').trim();
  return message.reply_to_message?.from?.id === me.id ? text.trim() : null;
}

function isAsk([, name, addressee]: RegExpExecArray, username: string): boolean {
  return (
    name?.toLowerCase() === 'ask' &&
    (addressee === undefined || addressee.toLowerCase() === username.toLowerCase())
  );
}
