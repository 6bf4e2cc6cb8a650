import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { MessageEntity, Update, UserFromGetMe } from 'grammy/types';
import { createBot, handleUpdate } from './bot.ts';
import type { Deps } from './deps.ts';
import { type ScreenButton, TerminalScreen } from './terminal-screen.ts';

/** What the terminal needs. */
export interface TerminalOptions {
  readonly deps: Omit<Deps, 'delivery'>;
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable;
  /** Where files that the bot sends are saved. */
  readonly folder: string;
}

const me = {
  id: 1,
  is_bot: true,
  first_name: 'Demining aid',
  username: 'demining_aid_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
} as UserFromGetMe;

const personId = 2;

/**
 * The bot in the terminal: the same handlers, a line is a message, a number presses the button with that number.
 * Ends at the end of the input.
 */
export async function runTerminal({ deps, input, output, folder }: TerminalOptions): Promise<void> {
  const screen = new TerminalScreen((text) => output.write(`${text}\n`), folder);
  const bot = createBot({
    token: '1:terminal',
    me,
    deps: { ...deps, delivery: null },
    transformers: [screen.capture],
  });
  const updates = new TerminalUpdates(screen, deps.config.DEFAULT_LANGUAGE);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const interactive = input.isTTY === true;
  const prompt = () => interactive && output.write('> ');
  if (interactive) await handleUpdate(bot, updates.message('/start'));
  prompt();
  for await (const line of lines) {
    const text = line.trim();
    const button = /^\d{1,2}$/.test(text) ? screen.buttons[Number(text) - 1] : undefined;
    if (text !== '')
      await handleUpdate(bot, button === undefined ? updates.message(text) : updates.press(button));
    prompt();
  }
}

class TerminalUpdates {
  private lastUpdateId = Date.now();

  constructor(
    private readonly screen: TerminalScreen,
    private readonly language: string,
  ) {}

  message(text: string): Update {
    const command = /^\/\w+/.exec(text)?.[0];
    const entities: MessageEntity[] =
      command === undefined ? [] : [{ type: 'bot_command', offset: 0, length: command.length }];
    return {
      update_id: this.nextUpdateId(),
      message: { ...this.place(this.screen.nextMessageId()), from: this.person(), text, entities },
    } as Update;
  }

  press(button: ScreenButton): Update {
    const query = {
      id: String(this.lastUpdateId),
      from: this.person(),
      chat_instance: 'terminal',
      data: button.data,
      message: { ...this.place(button.messageId), from: me, text: '' },
    };
    return { update_id: this.nextUpdateId(), callback_query: query } as Update;
  }

  private nextUpdateId(): number {
    this.lastUpdateId += 1;
    return this.lastUpdateId;
  }

  private place(messageId: number) {
    const date = Math.floor(Date.now() / 1000);
    return {
      message_id: messageId,
      date,
      chat: { id: personId, type: 'private' as const, first_name: 'You' },
    };
  }

  private person() {
    return { id: personId, is_bot: false, first_name: 'You', language_code: this.language };
  }
}
