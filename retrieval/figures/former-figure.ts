import type { Quantity } from './quantity.ts';

type Place = Pick<Quantity, 'start' | 'end'>;

// "Instead of the initial 3.5 million" is what it was.
const former =
  /(?:замість|початков\p{L}{0,6}|спершу|спочатку|раніше|попередн\p{L}{0,6}|було|вместо|первоначальн\p{L}{0,6}|прежн\p{L}{0,6}|сначала|ранее|было|instead of|rather than|originally|initial(?:ly)?|earlier|previous(?:ly)?|formerly|(?:up|down) from)(?:\s\S{1,20}){0,3}\s$/iu;
const formerReach = 60;

/** True when the words before a figure say that it was so before. */
export function isNamedFormer(sentence: string, { start }: Place): boolean {
  return former.test(sentence.slice(Math.max(0, start - formerReach), start));
}

// "Raised from 2.3 to 2.6 million": the first is what it was. "From 2.3 to 2.6 million" without a word of change is a range.
const changes =
  /збільш|зменш|підви|підня|знизи|зниже|скороч|подорож|подешев|зріс|зрос|вирос|увелич|уменьш|повы[сш]|подня|снизи|сниже|сократ|вырос|вырас|подорож|подешев|rais|ris(?:e|en|ing)|rose|grew|grow|increas|reduc|lower|cut|fell|fall|drop|decreas/iu;
const from = /(?<!\p{L})(?:з|із|зі|с|со|від|от|from)\s(?:\S{1,3}\s?)?$/iu;
const to = /^[\s\p{L}.,%]{0,40}?\s(?:до|to)\s(?:\S{1,20}\s){0,2}?\S{0,3}\d/iu;

/** True when a figure is what another was changed from. */
export function startsChange(sentence: string, { start, end }: Place): boolean {
  return changes.test(sentence) && from.test(sentence.slice(0, start)) && to.test(sentence.slice(end));
}
