import { InlineKeyboard } from 'grammy';
import { callbackData, showMark } from '../messages/callback-data.ts';
import type { Subscription } from './subscription.ts';
import { describeWish, type EditorWords } from './subscription-editor.ts';

/** The list of what a chat has, with buttons to change, pause and leave each; it is drawn anew after a press. */
export function subscriptionList(
  list: readonly Subscription[],
  words: EditorWords,
): { readonly text: string; readonly keyboard: InlineKeyboard } {
  const t = (key: string) => words.texts.get(words.language, key);
  if (list.length === 0) return { text: t('sub-none'), keyboard: new InlineKeyboard() };
  const items = list.map(({ wish, state }, index) => {
    const paused = state === 'paused' ? `${t('sub-title-paused')}\n` : '';
    return `${index + 1}) ${paused}${describeWish(wish, words)}`;
  });
  return { text: `${t('sub-list')}\n\n${items.join('\n\n')}`, keyboard: keyboardOf(list, t) };
}

function keyboardOf(list: readonly Subscription[], t: (key: string) => string): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  for (const [index, { code, state }] of list.entries()) {
    const n = index + 1;
    const turn = state === 'active' ? 'pause' : 'resume';
    keyboard.text(`${n}. ${t('digest-change')}`, callbackData(`${showMark}s`, code));
    keyboard.text(`${n}. ${t(`sub-${turn}`)}`, callbackData('s', code, turn, 'list'));
    keyboard.text(`${n}. ${t('digest-leave')}`, callbackData('s', code, 'leave', 'list')).row();
  }
  return keyboard;
}
