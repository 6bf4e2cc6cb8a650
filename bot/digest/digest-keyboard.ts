import { InlineKeyboard } from 'grammy';
import type { InlineKeyboardButton } from 'grammy/types';
import { callbackData, maxCallbackBytes, showMark } from '../messages/callback-data.ts';
import type { UiLanguage } from '../people/people.ts';
import type { Texts } from '../texts.ts';
import type { Interest, NewsRange } from './digest-reader.ts';
import type { Subscription } from './subscription.ts';

/** Buttons under a digest. */
export interface DigestKeyboardOptions {
  readonly subscription: Pick<Subscription, 'code'>;
  readonly range: NewsRange;
  /** Page that the next button shows; null when this is the last one. */
  readonly next: number | null;
  readonly more: number;
  readonly chart: boolean;
  readonly language: UiLanguage;
  readonly texts: Texts;
}

/** "Show more" and the chart with all they need to be made again; change and leave in one press. */
export function digestKeyboard(options: DigestKeyboardOptions): InlineKeyboardButton[][] {
  const { subscription, range, next, more, chart, language, texts } = options;
  const t = (key: string, args?: Record<string, number>) => texts.get(language, key, args);
  const place = [subscription.code, range.after, range.upTo];
  const keyboard = new InlineKeyboard();
  if (next !== null)
    keyboard.text(t('digest-more', { count: more }), callbackData(`${showMark}m`, ...place, next));
  if (chart) keyboard.text(t('digest-chart'), callbackData(`${showMark}c`, ...place));
  keyboard
    .row()
    .text(t('digest-change'), callbackData(`${showMark}s`, subscription.code))
    .text(t('digest-leave'), callbackData('s', subscription.code, 'leave'));
  return keyboard.inline_keyboard;
}

/** Buttons under a preview, which has no subscription behind it: its topics travel in the button if they fit. */
export function previewKeyboard(
  interest: Pick<Interest, 'topics' | 'match'>,
  options: Pick<DigestKeyboardOptions, 'next' | 'more' | 'language' | 'texts'> & { readonly chart: boolean },
): InlineKeyboardButton[][] {
  const { next, more, chart, language, texts } = options;
  const keyboard = new InlineKeyboard();
  const data = (kind: string) =>
    [`${showMark}${kind}`, next ?? 0, interest.match, interest.topics.join('_')].join(':');
  // Who likes what they see wants just that.
  const wanted = `sn:${interest.match}:${interest.topics.join('_')}`;
  const fits = Buffer.byteLength(data('pm')) <= maxCallbackBytes;
  if (next !== null && fits) keyboard.text(texts.get(language, 'digest-more', { count: more }), data('pm'));
  if (chart && fits) keyboard.text(texts.get(language, 'digest-chart'), data('pc'));
  keyboard
    .row()
    .text(
      texts.get(language, 'digest-subscribe'),
      Buffer.byteLength(wanted) <= maxCallbackBytes ? wanted : callbackData('sn', 'new'),
    );
  return keyboard.inline_keyboard;
}
