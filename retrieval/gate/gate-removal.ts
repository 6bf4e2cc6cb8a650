import type { Readings } from './gate-readings.ts';
import { has } from './gate-sentence.ts';
import type { Tag } from './gate-vocabulary.ts';

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

const marking = /^(?:позначити|обозначить|пометить|помітити|огородити|обгородити|огородить|оградить|mark)$/u;
const japaneseMarking = /目印|標示|囲/u;
const acts: readonly Tag[] = ['handle', 'everyday', 'layMines', 'takeApart', 'self', 'teach', 'recipe'];

/**
 * Somebody asks how to mark or to fence the thing, and neither means to touch it nor to hide it from some and show it to
 * others: he has seen it, and needs the card.
 */
export function wantsItMarked(readings: Readings): boolean {
  if (readings.isJapanese)
    return (
      japaneseMarking.test(readings.text) && !japaneseAlone.test(readings.text) && !meansToSetOff(readings)
    );
  return readings.views.some((view) =>
    readings
      .in(view)
      .some(
        (sentence) =>
          sentence.some(({ text }) => marking.test(text)) &&
          has(sentence, 'one', 'hazard') &&
          has(sentence, 'lies', 'found', 'foundMany', 'home', 'ground', 'my', 'near') &&
          !has(sentence, ...acts),
      ),
  );
}

const settingOff =
  /(?<!\p{L})(?:щоб|аби|чтоб|чтобы|so that|so it|to make it)(?!\p{L})(?:(?!(?<!\p{L})(?:не|not|never|nobody)(?!\p{L}))[^.?!]){0,40}?(?<!\p{L})(?:вибух|взорв|взрыва|рвон|рван|бахн|спрац|сработ|здетон|сдетон|explode|goes? off|blows?|fires)|(?<!\p{L})i (?:set off|blow up|detonate|shoot at)(?!\p{L})|爆発するように/u;

/** Tells what something is done for: that it explodes. No work of others is asked about so. */
export function meansToSetOff(readings: Readings): boolean {
  return settingOff.test(readings.text);
}
