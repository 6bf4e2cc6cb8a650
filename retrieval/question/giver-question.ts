import { conceptTerm } from '../../corpus/terms/lexical.ts';
import { normalise } from '../../corpus/text/text.ts';
import type { QueryTerm } from './query-term.ts';
import type { Understanding } from './understand.ts';

/** Whoever gives, or what he gives, without a word for how much. */
export const giverNoun =
  '(?:донор|спонсор|жертводавец|благодійник|внес(?:ок|ку|ки)|взнос|внеск|пожертв|обіцянк|обещани|donor|contributor|giver|backer|funder|sponsor|supporter|pledge|donation|contribution)';
/** Verbs of giving, in any tense. */
export const givingVerb =
  '(?:да(?:в|ла|ли|л|є|ють|ет|ют)|нада(?:в|ла|ли|є|ють)|переда(?:в|ла|ли|л|є|ють)|подарува|подари|внес|вніс|вносить|виділ|выдел|допом[оіа]г|пом[оа]г|підтрим|поддерж|вклада|вкла[влд]|пожертв|пообіця|обіця|обеща|фінансу|финансиру|give|gave|donat|contribut|pledge|provide|sent|send|help|support|fund|financ|invest)';
// Words for the largest share.
const most =
  '(?:най(?:більш|щедріш|вагоміш)\\p{L}{0,4}|наибольш\\p{L}{0,4}|крупнейш\\p{L}{0,4}|сам(?:ый|ая|ое|ые) (?:больш|крупн|щедр)\\p{L}{0,4}|больше (?:всех|остальных)|більше (?:за )?(?:всіх|усіх)|(?:the )?(?:most|largest|biggest|top))';
const key =
  '(?:ключов|основн|головн|провідн|главн|ведущ)\\p{L}{1,3}|(?:key|leading|main|major|principal|foremost)';

const gap = '(?:\\s\\S{1,30}){0,4}?\\s';
const ofNoun = (share: string) =>
  new RegExp(`(?<!\\p{L})(?:${share})(?:\\s\\S{1,30}){0,2}?\\s${giverNoun}`, 'iu');
const ofVerb = new RegExp(
  `(?<!\\p{L})(?:${givingVerb}\\p{L}{0,6}${gap}${most}|${most}${gap}${givingVerb})`,
  'iu',
);
const japanese =
  /(?:最大|最多|一番|最も).{0,10}(?:支援|供与|拠出|ドナー|寄付)|(?:支援|供与|拠出|寄付).{0,12}(?:最大|最多|一番|最も)/u;
const mostOfNoun = ofNoun(most);
const mostOrKeyOfNoun = ofNoun(`${most}|${key}`);
const asksWho =
  /(?<![\p{L}\p{N}])(?:хто|кто|who|(?:яка|які) (?:країн[аи]|держав[аи])|який (?:уряд|донор)|які (?:уряди|донори)|как(?:ая|ие) стран[аы]|как(?:ой|ие) донор[ыа]?|(?:which|what) (?:countr(?:y|ies)|donors?|governments?|states?|nations?|partners?))(?!\p{L})/iu;
const whoGives = new RegExp(
  `${asksWho.source}.{0,60}?(?<!\\p{L})${givingVerb}|(?<!\\p{L})(?:донори|доноры|donors)(?!\\p{L})`,
  'iu',
);
const japaneseWhoGives =
  /(?:どの国|どんな国|誰|だれ|どこの国).{0,30}(?:支援|供与|援助|拠出)|支援国|ドナー国/u;

/** True when it is asked who gave most, or for the largest gift of all: "найбільший донор", "largest single pledge". */
export function asksForMostGiver({ text, changes }: Pick<Understanding, 'text' | 'changes'>): boolean {
  if (changes) return false;
  const asked = normalise(text);
  return mostOfNoun.test(asked) || japanese.test(asked) || (asksWho.test(asked) && ofVerb.test(asked));
}

/** True when it is asked who gives at all, and of nothing in particular: "who helps Ukraine with demining", "які країни дають гроші". */
export function asksForGivers(asked: Pick<Understanding, 'text' | 'changes' | 'terms' | 'wanted'>): boolean {
  const text = normalise(asked.text);
  const isAsked = whoGives.test(text) || japaneseWhoGives.test(text);
  return isAsked && !asked.changes && !asksForMostGiver(asked) && asked.terms.every(isOfGivingAtAll);
}

/** True when a sentence speaks of whoever gave most, or of key donors. */
export function speaksOfMost(sentence: string): boolean {
  return mostOrKeyOfNoun.test(sentence) || ofVerb.test(sentence) || japanese.test(sentence);
}

const giverWord = new RegExp(
  `^(?:${giverNoun}|${givingVerb}|${most}|більш|больш|всіх|усіх|всех|країн|держав|стран|countr|government|partner|партнер|nation|支援|国|最大|最多|一番|最も)`,
  'iu',
);

/** True for a word that only says that somebody gives, or how much. */
export function saysGiver({ surface }: Pick<QueryTerm, 'surface'>): boolean {
  return giverWord.test(surface);
}

const ofAidAtAll = new Set(
  [
    'ukraine',
    'demining',
    'humanitarian-demining',
    'humanitarian',
    'mine-action',
    'mine-clearance',
    'mine',
    'aid',
    'support',
    'money',
    'give',
    'donor',
    'donor-country',
    'country',
    'government',
    'partner',
    'world',
    'war',
  ].map(conceptTerm),
);

function isOfGivingAtAll(term: QueryTerm): boolean {
  return term.weight < 0.5 || saysGiver(term) || term.concepts.some((concept) => ofAidAtAll.has(concept));
}
