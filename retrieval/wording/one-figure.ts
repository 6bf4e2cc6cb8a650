import type { PublishedDate } from '../../corpus/document.ts';
import type { AnalysedSentence } from '../reading/analysis.ts';
import { likenessOf } from '../reading/figure-change.ts';
import { resolvedDates } from '../time/period.ts';

/** A sentence and when its page was published. */
export interface DatedSentence {
  readonly sentence: AnalysedSentence;
  readonly published: PublishedDate;
}

// What was done, what is still to do and what was agreed are three figures of one thing: "450,000 hectares of forest need clearing" has not
// become "47,800 were cleared".
const states: readonly RegExp[] = [
  /(?:роз|раз)мин(?:ова|ували|уван|иров)|розмінов|розмінува|очи(?:щен|стил|стит)|обстеж|обследов|поверну|верну(?:л|т)|знешкод|обезвре|вилуч|clear(?:ed|s|ing)|return(?:ed|s)|neutrali[sz]ed|destroyed|surveyed/iu,
  /замін|заминир|забрудн|загрязн|потребу(?:є|ють)|лиша|залиш|оста(?:ет|л|ют)|contaminat|mined|remain|left|need/iu,
  /догов|контракт|підпис|подпис|уклад|уклал|заключ|оголош|объявл|аукціон|аукцион|торги|заявк|замов|план|намір|намерен|мета|ціль|contract|sign|announc|auction|tender|applicat|plan|aim|target|goal|will|計画|予定/iu,
];

const months =
  'січ[еню]|лют[иоу]|берез|квіт[еню]|трав[еню]|черв[еню]|лип[еню]|серп[еню]|верес|жовт|листопад|груд[еню]|январ|феврал|март|апрел|ма[еяй](?!\\p{L})|июн|июл|август|сентябр|октябр|ноябр|декабр|january|february|march|april|may(?!\\p{L})|june|july|august|september|october|november|december';

// "In February 970 hectares" is no later state of "13,600 since the start".
const ofOneTime = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:за|у|в|во|протягом|упродовж|впродовж|в течение|in|during|over|for)\\s(?:\\S{1,12}\\s){0,2}?(?:${months}|20\\d\\d|рік|року|добу|день|тиждень|місяц|квартал|год|сутки|неделю|месяц|year|month|week|quarter|day)|(?<!\\d)\\d{1,2}\\s(?:${months})|(?:місяць|month|месяц)\\s\\d{4}|[月年](?:に|の)`,
  'iu',
);
const upToNow = new RegExp(
  `(?:від|з|із|с|со) (?:самого )?(?:початку|старту|запуску|начала|старта|запуска)|(?:станом|по состоянию) на|(?:на|до) (?:кінець|конец|початок|начало|\\d{1,2} (?:${months}))|загалом|ус?ього|всего|наразі|зараз|сейчас|(?:since|as of|so far|to date|in total|altogether|overall|now)(?!\\p{L})|これまで|現在|累計`,
  'iu',
);
// "Another eight contracts" come on top.
const onTop =
  /(?<!\p{L})(?:ще|іще|ещё|еще|додатково|дополнительно|окремо|another|additional|further|more)(?!\p{L})|さらに/iu;

// Of 45 notes over 12 sets of questions 12 were true before; the sentences of nearly all others were less alike than this, spoke of another
// state, of one month, or of another country.
const leastLikeness = 0.25;

/**
 * True when two sentences can only be stating one figure at two times, or two sources' word for it: alike, of the same state, both of what
 * has been so far or of one and the same time, both with or without a country and a place.
 */
export function stateOneFigure(one: DatedSentence, other: DatedSentence): boolean {
  const [a, b] = [one.sentence, other.sentence];
  if (a.namesCountry !== b.namesCountry || a.namesPlace !== b.namesPlace) return false;
  if (likenessOf(a, b) < leastLikeness || onTop.test(a.text) !== onTop.test(b.text)) return false;
  const isOfOneTime = ({ text }: AnalysedSentence) => ofOneTime.test(text) && !upToNow.test(text);
  if ((isOfOneTime(a) || isOfOneTime(b)) && datesIn(one) !== datesIn(other)) return false;
  return states.every((state) => state.test(a.text) === state.test(b.text));
}

function datesIn({ sentence, published }: DatedSentence): string {
  return [...resolvedDates(sentence.text, published)].sort().join();
}
