import type { Chat, Message, MessageEntity, Update, User } from 'grammy/types';
import { type FakeMessage, nowSeconds } from './fake-chats.ts';

/** What an update of a person needs; the rest has sensible values. */
export interface Incoming {
  readonly text?: string;
  readonly caption?: string;
  readonly chatId?: number;
  readonly chatType?: 'private' | 'group' | 'supergroup';
  readonly fromId?: number;
  readonly name?: string;
  readonly language?: string;
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** A press on a button; `data` may be forged. */
export interface Press {
  readonly message: FakeMessage;
  readonly data: string;
  readonly fromId?: number;
  readonly language?: string;
}

/** Builds updates as Telegram would send them. */
export class FakeUpdates {
  private updateId = 1000;

  constructor(
    private readonly bot: Pick<User, 'id' | 'is_bot' | 'first_name'>,
    private readonly nextMessageId: () => number,
  ) {}

  private nextUpdateId(): number {
    this.updateId += 1;
    return this.updateId;
  }

  edit(original: Update, text: string): Update {
    const message = { ...original.message!, text, edit_date: nowSeconds() };
    return { update_id: this.nextUpdateId(), edited_message: message } as Update;
  }

  message(incoming: Incoming): Update {
    const fromId = incoming.fromId ?? 501;
    const chatId = incoming.chatId ?? fromId;
    const type = incoming.chatType ?? (chatId < 0 ? 'supergroup' : 'private');
    const message = {
      message_id: this.nextMessageId(),
      date: nowSeconds(),
      from: person(fromId, incoming),
      chat: {
        id: chatId,
        type,
        ...(type === 'private' ? { first_name: 'Reader' } : { title: 'Group' }),
      } as Chat,
      ...(incoming.text === undefined ? {} : { text: incoming.text, entities: entitiesOf(incoming.text) }),
      ...(incoming.caption === undefined ? {} : { caption: incoming.caption, photo: [] }),
      ...incoming.extra,
    };
    return { update_id: this.nextUpdateId(), message: message as Message } as Update;
  }

  press(options: Press): Update {
    const fromId = options.fromId ?? (options.message.chatId > 0 ? options.message.chatId : 501);
    return {
      update_id: this.nextUpdateId(),
      callback_query: {
        id: `q${this.updateId}`,
        from: person(fromId, options),
        chat_instance: '1',
        data: options.data,
        message: {
          message_id: options.message.messageId,
          date: nowSeconds(),
          chat: {
            id: options.message.chatId,
            type: options.message.chatId < 0 ? 'supergroup' : 'private',
          } as Chat,
          from: this.bot,
          text: options.message.text,
          ...(options.message.replyTo === undefined ? {} : { reply_to_message: options.message.replyTo }),
        },
      },
    } as unknown as Update;
  }
}

function person(id: number, options: { readonly name?: string; readonly language?: string }): User {
  return { id, is_bot: false, first_name: options.name ?? 'Reader', language_code: options.language ?? 'uk' };
}

function entitiesOf(text: string): MessageEntity[] {
  const commands = [...text.matchAll(/(?<=^|\s)\/\w+(@\w+)?/g)].map((match) => ({
    type: 'bot_command' as const,
    match,
  }));
  const mentions = [...text.matchAll(/(?<=^|\s)@\w+/g)].map((match) => ({ type: 'mention' as const, match }));
  return [...commands, ...mentions].map(({ type, match }) => ({
    type,
    offset: match.index,
    length: match[0].length,
  }));
}
