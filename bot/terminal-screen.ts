import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Transformer } from 'grammy';
import type { InlineKeyboardButton, MessageEntity } from 'grammy/types';
import { packFiles } from './delivery/packed-files.ts';

/** A button that can be pressed by its number. */
export interface ScreenButton {
  readonly label: string;
  readonly data: string;
  readonly messageId: number;
}

type Payload = Readonly<Record<string, unknown>>;

/** Takes the place of Telegram: what the bot sends is printed, its buttons get numbers, its files are saved. */
export class TerminalScreen {
  /** The buttons of the latest message that had any; number 1 is the first. */
  buttons: readonly ScreenButton[] = [];
  // Ids of an earlier session must not come again: its buttons are remembered.
  private lastMessageId = Date.now();

  /** @param folder where files are saved; made when the first one comes. */
  constructor(
    private readonly print: (text: string) => void,
    private readonly folder: string,
  ) {}

  nextMessageId(): number {
    this.lastMessageId += 1;
    return this.lastMessageId;
  }

  /** The innermost transformer: nothing goes to the network. */
  readonly capture: Transformer = async (_prev, method, payload) => {
    const result = await this.show(method, payload as Payload);
    return { ok: true, result: result as never };
  };

  private async show(method: string, payload: Payload): Promise<unknown> {
    switch (method) {
      case 'sendMessage':
        return this.message(payload, this.nextMessageId());
      case 'editMessageText':
        return this.message(payload, Number(payload.message_id));
      case 'editMessageReplyMarkup':
        this.keyboard(payload, Number(payload.message_id));
        return true;
      case 'sendDocument':
      case 'sendPhoto':
        return this.file(payload);
      case 'answerCallbackQuery':
        if (payload.text !== undefined) this.print(`(${String(payload.text)})`);
        return true;
      default:
        return true;
    }
  }

  private message(payload: Payload, messageId: number): unknown {
    this.print(plainText(String(payload.text), (payload.entities as MessageEntity[] | undefined) ?? []));
    this.keyboard(payload, messageId);
    this.print('');
    return { message_id: messageId, date: 0, chat: { id: payload.chat_id, type: 'private' } };
  }

  private keyboard(payload: Payload, messageId: number): void {
    const markup = payload.reply_markup as { inline_keyboard?: InlineKeyboardButton[][] } | undefined;
    const rows = markup?.inline_keyboard ?? [];
    const pressable: ScreenButton[] = [];
    const shown = rows.map((row) =>
      row.map((button) => {
        if ('url' in button) return `${button.text} ${button.url}`;
        if (!('callback_data' in button)) return button.text;
        pressable.push({ label: button.text, data: button.callback_data, messageId });
        return `[${pressable.length}] ${button.text}`;
      }),
    );
    if (pressable.length > 0) this.buttons = pressable;
    for (const row of shown) if (row.length > 0) this.print(row.join('   '));
  }

  private async file(payload: Payload): Promise<unknown> {
    const packed = await packFiles(payload);
    const file = (packed.document ?? packed.photo) as { $file: string; $base64: string };
    mkdirSync(this.folder, { recursive: true });
    const path = join(this.folder, basename(file.$file));
    writeFileSync(path, Buffer.from(file.$base64, 'base64'));
    const caption = payload.caption === undefined ? '' : String(payload.caption);
    return this.message(
      { ...payload, text: [caption, path].filter((part) => part !== '').join('\n') },
      this.nextMessageId(),
    );
  }
}

/** A message without its formatting; the address of a link follows its words. */
export function plainText(text: string, entities: readonly MessageEntity[]): string {
  const links = entities.flatMap((entity) =>
    entity.type === 'text_link' ? [{ end: entity.offset + entity.length, url: entity.url }] : [],
  );
  return links
    .sort((a, b) => b.end - a.end)
    .reduce((shown, { end, url }) => `${shown.slice(0, end)} <${url}>${shown.slice(end)}`, text);
}
