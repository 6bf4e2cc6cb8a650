import { HttpError, type Transformer } from 'grammy';
import type { Logger } from '../../corpus/log.ts';
import type { Clock } from '../process/clock.ts';
import { loggable } from '../process/loggable.ts';

const textMethods = new Set(['sendMessage', 'editMessageText']);

/** Switches link previews off everywhere: a preview would let a source speak, with a picture, in our name. */
export const withoutPreviews: Transformer = (prev, method, payload, signal) => {
  if (!textMethods.has(method) || 'link_preview_options' in payload) return prev(method, payload, signal);
  return prev(method, { ...payload, link_preview_options: { is_disabled: true } }, signal);
};

const courtesies = new Set(['answerCallbackQuery', 'answerInlineQuery', 'sendChatAction']);

/**
 * Answers to presses and signs of typing go stale within seconds, for instance over a restart. That they fail must
 * not keep the handler from what it does next.
 */
export function bestEffort(log: Logger): Transformer {
  return async (prev, method, payload, signal) => {
    if (!courtesies.has(method)) return prev(method, payload, signal);
    try {
      const response = await prev(method, payload, signal);
      if (response.ok) return response;
      log.debug({ method, description: response.description }, 'a courtesy call was refused');
    } catch (error) {
      log.debug({ err: loggable(error), method }, 'a courtesy call got lost');
    }
    return { ok: true, result: true as never };
  };
}

// Doing these twice is the same as once, so a lost reply may be followed by another try.
const repeatable = new Set([
  'editMessageText',
  'editMessageReplyMarkup',
  'deleteMessage',
  'setMyCommands',
  'deleteMyCommands',
  'setWebhook',
]);
const retryDelaysMs = [500, 1000, 2000];

/** Repeats calls that are harmless to repeat after a lost reply or an error of the server. */
export function patientEdits(clock: Clock): Transformer {
  return async (prev, method, payload, signal) => {
    for (const delayMs of repeatable.has(method) ? retryDelaysMs : []) {
      try {
        const response = await prev(method, payload, signal);
        if (response.ok || response.error_code < 500) return response;
      } catch (error) {
        if (!(error instanceof HttpError) || signal?.aborted) throw error;
      }
      await clock.sleep(delayMs);
    }
    return prev(method, payload, signal);
  };
}
