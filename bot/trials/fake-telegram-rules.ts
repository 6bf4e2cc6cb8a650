import type { MessageEntity } from 'grammy/types';

type Params = Readonly<Record<string, unknown>>;

const entityTypes = new Set<string>([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
  'code',
  'pre',
  'text_link',
  'custom_emoji',
]);

/** What the Bot API would refuse in a request, in its own words where they are known; null when it is fine. */
export function refusalOf(method: string, params: Params): string | null {
  if (holdsHalfPair(params)) return 'strings must be encoded in UTF-8';
  switch (method) {
    case 'sendMessage':
    case 'editMessageText':
      return (
        textProblem(params.text, params.entities, 4096) ?? previewProblem(params) ?? markupProblem(params)
      );
    case 'sendDocument':
    case 'sendPhoto':
      return captionProblem(params) ?? markupProblem(params);
    case 'editMessageReplyMarkup':
      return markupProblem(params);
    case 'answerCallbackQuery':
      return String(params.text ?? '').length > 200 ? 'MESSAGE_TOO_LONG' : null;
    case 'setMyCommands':
      return commandsProblem(params.commands);
    case 'answerInlineQuery':
      return inlineProblem(params.results);
    default:
      return null;
  }
}

/** Half a surrogate pair anywhere: in a text, the label of a button, the title of a card. */
function holdsHalfPair(value: unknown): boolean {
  if (typeof value === 'string') return /\p{Cs}/u.test(value);
  if (value === null || typeof value !== 'object') return false;
  return Object.values(value).some(holdsHalfPair);
}

function captionProblem(params: Params): string | null {
  if (params.caption === undefined) return null;
  return textProblem(params.caption, params.caption_entities, 1024);
}

function textProblem(text: unknown, entities: unknown, maxUnits: number): string | null {
  if (typeof text !== 'string' || text.trim() === '') return 'message text is empty';
  if (text.length > maxUnits) return 'message is too long';
  if (entities === undefined) return null;
  if (!Array.isArray(entities)) return "can't parse entities";
  if (entities.length > 100) return 'more than 100 entities: the rest would be ignored';
  for (const entity of entities as MessageEntity[]) {
    const problem = entityProblem(text, entity, entities as MessageEntity[]);
    if (problem !== null) return `can't parse entities: ${problem}`;
  }
  return null;
}

function entityProblem(text: string, entity: MessageEntity, all: readonly MessageEntity[]): string | null {
  if (!entityTypes.has(entity.type)) return `unsupported type ${entity.type}`;
  if (!Number.isInteger(entity.offset) || !Number.isInteger(entity.length)) return 'offset is no integer';
  if (entity.offset < 0 || entity.length <= 0 || entity.offset + entity.length > text.length)
    return 'out of range';
  if (splitsPair(text, entity.offset) || splitsPair(text, entity.offset + entity.length))
    return 'cuts a surrogate pair';
  if (entity.type === 'text_link' && !URL.canParse(entity.url)) return 'text_link without a valid URL';
  const crossing = all.some((other) => {
    const [a, b] = other.offset < entity.offset ? [other, entity] : [entity, other];
    return b.offset > a.offset && b.offset < a.offset + a.length && b.offset + b.length > a.offset + a.length;
  });
  if (crossing) return 'entities cross';
  const fixed = all.some(
    (other) =>
      other !== entity &&
      entity.type === 'code' &&
      /bold|italic|text_link/.test(other.type) &&
      overlaps(entity, other),
  );
  return fixed ? 'code inside another style' : null;
}

function overlaps(a: MessageEntity, b: MessageEntity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}

function splitsPair(text: string, position: number): boolean {
  return /[\ud800-\udbff]/.test(text[position - 1] ?? '') && /[\udc00-\udfff]/.test(text[position] ?? '');
}

function previewProblem(params: Params): string | null {
  const options = params.link_preview_options as { is_disabled?: boolean } | undefined;
  // Not a rule of Telegram but of ours: a preview would let a source speak in our name.
  return options?.is_disabled === true ? null : 'link previews must be off';
}

function markupProblem(params: Params): string | null {
  const markup = params.reply_markup as { inline_keyboard?: unknown } | undefined;
  if (markup === undefined) return null;
  if ((markup as { force_reply?: unknown }).force_reply === true) return null;
  if (!Array.isArray(markup.inline_keyboard)) return "can't parse inline keyboard";
  for (const button of (markup.inline_keyboard as Record<string, unknown>[][]).flat()) {
    if (typeof button.text !== 'string' || button.text.trim() === '') return 'BUTTON_TEXT_INVALID';
    const data = button.callback_data;
    if (data !== undefined && !isBetween(Buffer.byteLength(String(data)), 1, 64))
      return 'BUTTON_DATA_INVALID';
    if (button.url !== undefined && !/^(https?|tg):\/\//.test(String(button.url)))
      return 'BUTTON_URL_INVALID';
    const kinds = Object.keys(button).filter(
      (key) => !['text', 'style', 'icon_custom_emoji_id'].includes(key),
    );
    if (kinds.length !== 1) return 'Text buttons are unallowed in the inline keyboard';
  }
  return null;
}

function commandsProblem(commands: unknown): string | null {
  if (!Array.isArray(commands) || commands.length > 100) return "can't parse commands";
  for (const { command, description } of commands as { command: string; description: string }[]) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) return 'BOT_COMMAND_INVALID';
    if (!isBetween(description.length, 1, 256)) return 'BOT_COMMAND_DESCRIPTION_INVALID';
  }
  return null;
}

function inlineProblem(results: unknown): string | null {
  if (!Array.isArray(results) || results.length > 50) return 'RESULTS_TOO_MUCH';
  const ids = (results as { id: unknown }[]).map((result) => String(result.id));
  if (new Set(ids).size !== ids.length) return 'RESULT_ID_DUPLICATE';
  return ids.every((id) => isBetween(Buffer.byteLength(id), 1, 64)) ? null : 'RESULT_ID_INVALID';
}

function isBetween(value: number, min: number, max: number): boolean {
  return value >= min && value <= max;
}
