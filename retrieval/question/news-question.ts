import { conceptTerm } from '../../corpus/terms/lexical.ts';
import { normalise } from '../../corpus/text/text.ts';
import { wordCue } from './measure-cues.ts';
import type { Understanding } from './understand.ts';

const newsCue = wordCue(
  "(?:що|шо|что) (?:там |є |чути |слышно |нового )?(?:нов(?:ого|еньк\\p{L}{2,3})|слыхать|відомо нового)|(?:останні|свіжі|які|какие|последние|свежие|все) (?:новини|новости|вісті)|^(?:новини|новости)(?!\\p{L})|(?:any|what(?:'s| is| are)?|latest|recent|the) (?:the )?(?:latest )?news(?!\\p{L})|^news(?!\\p{L})|what(?:'s| is| has been)? (?:new|happened|happening)(?!\\p{L})|latest (?:developments?|updates?)",
);
const japaneseNews = /(?:最新|最近)の?(?:ニュース|動き|情報|状況)|ニュース(?:は|を|$)|何か新しい/u;

const ofField = new Set(
  [
    'ukraine',
    'demining',
    'humanitarian-demining',
    'humanitarian',
    'mine-action',
    'mine',
    'news',
    'new',
    'last',
    'update',
    'aid',
    'month',
    'week',
    'day',
    'year',
    'today',
    'now',
  ].map(conceptTerm),
);

/** True when the newest of the field is asked for and nothing in particular: "що нового в розмінуванні", "news from Japan". */
export function asksForNews({ text, terms, wanted, followsUp }: Understanding): boolean {
  const asked = normalise(text);
  if (followsUp || wanted !== 'any' || !(newsCue.test(asked) || japaneseNews.test(asked))) return false;
  const others = terms.filter(({ weight, named }) => weight >= 0.5 && !named);
  return others.every(
    ({ concepts, surface }) => /^\d/.test(surface) || concepts.some((one) => ofField.has(one)),
  );
}
