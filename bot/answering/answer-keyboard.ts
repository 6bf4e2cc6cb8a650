import { InlineKeyboard } from 'grammy';
import { callbackData, showMark } from '../messages/callback-data.ts';
import { isWebAddress } from '../messages/render.ts';
import type { TextArguments } from '../texts.ts';
import type { FoundAnswer, KeptAnswer } from './answers.ts';
import { downReasons } from './votes.ts';

type Translate = (key: string, args?: TextArguments) => string;
type Shown = Pick<KeptAnswer, 'citations' | 'topics'> & Pick<FoundAnswer, 'id' | 'generation'>;

/** The buttons under an answer: evidence, original, votes, follow. Data is `~e:`, `v:` and `f:` with id and generation. */
export function answerKeyboard(answer: Shown, t: Translate): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  const several = answer.citations.length > 1;
  for (const { n } of answer.citations) {
    const label = several ? t('button-evidence-number', { n }) : t('button-evidence');
    keyboard.text(label, callbackData(`${showMark}e`, answer.id, answer.generation, n));
  }
  const first = answer.citations[0];
  if (first !== undefined && isWebAddress(first.url)) {
    // Under several quotes the button has to say whose page it opens.
    const label = several ? t('button-original-number', { n: first.n }) : t('button-original');
    keyboard.url(label, first.url);
  }
  keyboard.row();
  keyboard.text(t('button-up'), voteData(answer, 'up')).text(t('button-down'), voteData(answer, 'down'));
  if (answer.topics.length > 0)
    keyboard.text(t('button-follow'), callbackData('f', answer.id, answer.generation));
  return keyboard;
}

/** The buttons under whatever was said to a question; undefined when there is nothing to press. */
export function keyboardOf(
  answer: Shown & Pick<KeptAnswer, 'kind'>,
  t: Translate,
): InlineKeyboard | undefined {
  if (answer.kind === 'answer') return answerKeyboard(answer, t);
  if (answer.kind !== 'not_found') return undefined;
  return new InlineKeyboard().text(t('button-tell-me'), callbackData('q', answer.id, answer.generation));
}

/** The buttons after a 👎: why. */
export function reasonKeyboard(answer: Pick<FoundAnswer, 'id' | 'generation'>, t: Translate): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  for (const [index, reason] of downReasons.entries()) {
    keyboard.text(t(`reason-${reason}`), voteData(answer, reason));
    if (index % 2 === 1) keyboard.row();
  }
  return keyboard.row().text(t('reason-back'), voteData(answer, 'back'));
}

function voteData(answer: Pick<FoundAnswer, 'id' | 'generation'>, choice: string): string {
  return callbackData('v', answer.id, answer.generation, choice);
}
