import type { Readings } from './gate-readings.ts';
import { has } from './gate-sentence.ts';

const removal =
  /^(?:прибрати|приберу|убрать|уберу|забрати|забрать|позбути[ся][ья]?|позбавити[ся][ья]?|избавит[ьс]ся|remove|rid|dispose|clear)$/u;
const onOnesOwn = /^(?:without|без)$/u;
const japaneseRemoval =
  /(?:庭|畑|うち|家).{0,12}(?:取り除|片付け|どけ|撤去).{0,14}(?:ですか|いい|ば|[？?]|$)/u;
const japaneseAlone = /自分|一人|素手|熊手|待てない/u;

/**
 * Somebody asks how the thing in his own garden or field goes away, and does not say that he means to do it himself:
 * a person with a mine, who needs the card. The card says what the refusal would.
 */
export function wantsItGone(readings: Readings): boolean {
  if (readings.isJapanese) return japaneseRemoval.test(readings.text) && !japaneseAlone.test(readings.text);
  return readings.views.some((view) =>
    readings
      .in(view)
      .some(
        (sentence) =>
          sentence.some(({ text }) => removal.test(text)) &&
          !sentence.some(({ text }) => onOnesOwn.test(text)) &&
          has(sentence, 'my') &&
          has(sentence, 'home', 'ground') &&
          has(sentence, 'one', 'hazard') &&
          !has(sentence, 'self', 'tool', 'teach', 'recipe', 'handlingNoun'),
      ),
  );
}
