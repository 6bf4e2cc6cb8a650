import { tokenise } from '../../corpus/text/text.ts';
import { verbForm } from '../question/counted-word.ts';
import type { QueryTerm } from '../question/query-term.ts';

// "Who is the owner", "як звати директора", "name of the insurer": a part that somebody plays.
const partAsked =
  /(?<!\p{L})(?:(?:хто|кто)(?: є| зараз| нині| сейчас)?|who(?: is| are|'s)(?: the| a| an)?|як (?:звати|звуть|називається|називаються)|как (?:зовут|звать|называется|называются)|names? of (?:the|a|an)|(?:ім['’]?я|прізвище|назва|имя|фамилия|название))\s+(?=\p{L})/iu;
const determiner =
  /^(?:як(?:ий|а|е|і|ого|ої|ому|ій|им|ою|их|ими|у)|как(?:ой|ая|ое|ие|ого|ому|ую|им|их|ими)|what|which|whose|чий|чия|чиє|чиї)$/u;
// Things that are named in an answer and not said: "which country" is answered by Japan.
const classes =
  /^(?:країн|стран|держав|компан|фірм|фирм|організац|организац|област|громад|міст[аоі]|город|регіон|регион|район|рік|рок|роц|год|місяц|месяц|дн|день|дат|числ|донор|партнер|оператор|постачальник|час|врем|сум|цін|цен|бюджет|площ|частк|дол|відсот|процент|countr|compan|firm|organi[sz]|region|oblast|cit(?:y|ies)|town|place|year|month|day|date|donor|partner|operator|supplier|time|sum|amount|price|budget|area|share|percent|number|kind|type|вид|тип|різновид|мов|язык|language|фонд|fund|agency|minist|міністер|министер|установ|заклад)/u;
const longestGroup = 3;

/**
 * What "which" or "what" asks for, as its words: engine in "який двигун у машини"; and the part somebody plays where his name is asked
 * for: owner in "хто власник заводу". Empty where it asks for something that an answer names and does not call by that word (a
 * country, a year), or for nothing of the kind.
 */
export function askedThing(text: string, terms: readonly QueryTerm[]): readonly QueryTerm[] {
  const tokens = tokenise(text);
  const part = partAsked.exec(text);
  const at =
    part !== null
      ? tokenise(text.slice(0, part.index + part[0].length)).length
      : tokens.findIndex((token) => determiner.test(token.text)) + 1;
  if (at <= 0) return [];
  const group: QueryTerm[] = [];
  for (const token of tokens.slice(at, at + longestGroup)) {
    const term = terms.find(({ surface, weight }) => surface === token.text && weight >= 0.5);
    // "Owner" stands in one row with "own".
    const isVerb = term?.verb === true && (part === null || verbForm.test(term.surface));
    const isUnread = part !== null && term?.concepts.length === 0;
    if (term === undefined || term.named || isVerb || isUnread) break;
    if (!classes.test(term.surface)) group.push(term);
  }
  return group;
}
