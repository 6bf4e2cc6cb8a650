import type { InlineKeyboardButton, Message, MessageEntity } from 'grammy/types';
import type { UploadedFile } from './fake-telegram-body.ts';

type Params = Readonly<Record<string, unknown>>;

/** A message the bot has in a chat, with its latest edit. */
export interface FakeMessage {
  readonly chatId: number;
  readonly messageId: number;
  text: string;
  entities: readonly MessageEntity[];
  buttons: readonly InlineKeyboardButton[];
  readonly files: ReadonlyMap<string, UploadedFile>;
  edits: number;
  /** Message of a person that it replies to. */
  readonly replyTo?: Message;
}

/** A refusal the Bot API answers with. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly parameters?: Readonly<Record<string, unknown>>,
  ) {
    super(message);
  }
}

/** The chats of the fake server: what the bot has in them, and who does not want it. */
export class FakeChats {
  /** In the order they were sent. */
  readonly messages: FakeMessage[] = [];
  /** Chats that answer every send with 403. */
  readonly blockedBy = new Set<number>();
  /** Groups that became supergroups. */
  readonly migrated = new Map<number, number>();
  /** Admins of groups and channels; others are plain members. */
  readonly admins = new Map<number, Set<number>>();
  /** Channels and groups by their public name, `@` included. */
  readonly publicNames = new Map<string, number>();
  /** Chats the bot itself is no admin of; it is one of all others. */
  readonly botIsNoAdminOf = new Set<number>();
  /** What people wrote, by chat and message, for replies. */
  readonly said = new Map<string, Message>();
  private lastMessageId = 0;

  nextMessageId(): number {
    this.lastMessageId += 1;
    return this.lastMessageId;
  }

  /** Who somebody is in a chat, or the chat behind a public name. @throws Refusal for an unknown name. */
  lookUp(method: string, params: Params, botId: number): unknown {
    const chatId = Number(params.chat_id);
    if (method === 'getChatMember') {
      const isAdmin =
        Number(params.user_id) === botId
          ? !this.botIsNoAdminOf.has(chatId)
          : this.admins.get(chatId)?.has(Number(params.user_id)) === true;
      return { status: isAdmin ? 'administrator' : 'member', user: { id: params.user_id } };
    }
    const isKnown = [...this.publicNames.values()].includes(chatId);
    const id = isKnown ? chatId : this.publicNames.get(String(params.chat_id));
    if (id === undefined) throw new Refusal(400, 'Bad Request: chat not found');
    return { id, type: 'channel', title: 'Channel' };
  }

  /** Takes a new message. @throws Refusal as the Bot API would refuse it. */
  accept(call: { readonly params: Params; readonly files: ReadonlyMap<string, UploadedFile> }): unknown {
    const chatId = Number(call.params.chat_id);
    const moved = this.migrated.get(chatId);
    if (moved !== undefined) {
      throw new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: moved,
      });
    }
    if (this.blockedBy.has(chatId)) throw new Refusal(403, 'Forbidden: bot was blocked by the user');
    const message: FakeMessage = {
      chatId,
      messageId: this.nextMessageId(),
      text: String(call.params.text ?? call.params.caption ?? ''),
      entities: (call.params.entities as MessageEntity[] | undefined) ?? [],
      buttons: buttonsOf(call.params),
      files: call.files,
      edits: 0,
      ...this.replied(chatId, call.params),
    };
    this.messages.push(message);
    return {
      message_id: message.messageId,
      date: nowSeconds(),
      chat: { id: chatId, type: 'private' },
      text: message.text,
    };
  }

  private replied(chatId: number, params: Params): { readonly replyTo?: Message } {
    const id = (params.reply_parameters as { message_id?: number } | undefined)?.message_id;
    const replyTo = this.said.get(`${chatId}:${id}`);
    return replyTo === undefined ? {} : { replyTo };
  }

  /** Changes a message. @throws Refusal for an unknown message or one that stays as it is. */
  change(call: { readonly params: Params }): unknown {
    const message = this.messages.find(
      (candidate) =>
        candidate.chatId === Number(call.params.chat_id) &&
        candidate.messageId === Number(call.params.message_id),
    );
    if (message === undefined) throw new Refusal(400, 'Bad Request: message to edit not found');
    const text = String(call.params.text ?? message.text);
    const buttons = buttonsOf(call.params);
    if (text === message.text && JSON.stringify(buttons) === JSON.stringify(message.buttons)) {
      throw new Refusal(
        400,
        'Bad Request: message is not modified: specified new message content and reply markup are exactly the same',
      );
    }
    message.text = text;
    if (call.params.text !== undefined)
      message.entities = (call.params.entities as MessageEntity[] | undefined) ?? [];
    message.buttons = buttons;
    message.edits += 1;
    return {
      message_id: message.messageId,
      date: nowSeconds(),
      chat: { id: message.chatId, type: 'private' },
      text,
    };
  }
}

function buttonsOf(params: Params): InlineKeyboardButton[] {
  const markup = params.reply_markup as { inline_keyboard?: InlineKeyboardButton[][] } | undefined;
  return markup?.inline_keyboard?.flat() ?? [];
}

/** Now, as the Bot API writes times. */
export function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
