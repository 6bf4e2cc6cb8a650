import { InlineKeyboard } from 'grammy';
import { callbackData, showMark } from '../messages/callback-data.ts';
import type { Evidence } from './evidence-reader.ts';

/** The button under an evidence card: the stored copy of a page that is gone; undefined while the page is there. */
export function evidenceKeyboard(
  { document, passage }: Evidence,
  quote: { readonly start: number; readonly end: number } | null,
  t: (key: string) => string,
): InlineKeyboard | undefined {
  if (document.status !== 'vanished') return undefined;
  const { start, end } = quote ?? { start: 0, end: passage.text.length };
  return new InlineKeyboard().text(t('button-copy'), callbackData(`${showMark}k`, passage.key, start, end));
}
