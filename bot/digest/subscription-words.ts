import type { Lexicon, Mention } from '../../corpus/lexicon/lexicon.ts';
import { tokenise } from '../../corpus/text/text.ts';
import { type DigestKind, digestKinds, kindTopic } from '../../retrieval/digest/digest-topics.ts';
import type { SubscriptionWish } from './subscription.ts';
import { maxTopics } from './subscription.ts';
import { isTimeZone } from './zone-time.ts';

/** What a sentence asks for; only what it names. */
export type WishInWords = Partial<SubscriptionWish>;

const word = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu');

const apostrophe = "['’ʼ]";
const weekdays: readonly RegExp[] = [
  word(
    'щопонеділ\\p{L}*|(?:по |у |в |кожн\\p{L}* |кажд\\p{L}* )?пон[еі]д[еі]л\\p{L}*|(?:on |every )?mondays?',
  ),
  word(
    'щовівтор\\p{L}*|(?:по |у |в |кожн\\p{L}* |кажд\\p{L}* )?(?:вівтор\\p{L}*|вторник\\p{L}*)|(?:on |every )?tuesdays?',
  ),
  word(
    'щосеред\\p{L}*|(?:по |у |в |кожн\\p{L}* |кажд\\p{L}* )?(?:серед[аиу]|середах|сред[аыу]|средам)|(?:on |every )?wednesdays?',
  ),
  word('щочетвер\\p{L}*|(?:по |у |в |кожн\\p{L}* |кажд\\p{L}* )?четвер\\p{L}*|(?:on |every )?thursdays?'),
  word(
    `щоп${apostrophe}?ятни\\p{L}*|(?:по |у |в |кожн\\p{L}* |кажд\\p{L}* )?п${apostrophe}?ятни\\p{L}*|(?:on |every )?fridays?`,
  ),
  word(
    'щосубот\\p{L}*|(?:по |у |в |кожн\\p{L}* |кажд\\p{L}* )?(?:субот\\p{L}*|суббот\\p{L}*)|(?:on |every )?saturdays?',
  ),
  word(
    'щонеділ\\p{L}*|(?:по |у |в |кожн\\p{L}* )?неділ\\p{L}*|(?:по |кажд\\p{L}* )?воскресен\\p{L}*|(?:on |every )?sundays?',
  ),
];
const weekly = word(
  'щотиж\\p{L}*|раз на тиждень|кож\\p{L}* тиж\\p{L}*|еженедельно|раз в неделю|weekly|every week|once a week',
);
const daily = word(
  'щодня|щоденн\\p{L}*|щоран\\p{L}*|щовеч\\p{L}*|кож\\p{L}* (?:дня|день|ранку|ранок)|ежедневно|каждый день|daily|every (?:day|morning|evening)|once a day',
);
const instant = word(
  'одразу|відразу|миттєв\\p{L}*|негайно|сразу|немедленно|instant\\p{L}*|immediately|at once|right away|as it happens',
);
const official = word(
  '(?:лише |тільки |только |only )?(?:з |from )?(?:офіц[іи]йн\\p{L}*|официальн\\p{L}*|official)(?: (?:джерел\\p{L}*|источник\\p{L}*|sources?))?(?: only)?',
);
const quiet =
  /(?<!\p{L})(?:тих\p{L}*|тиш\p{L}*|не турб\p{L}*|quiet(?: hours)?|silen\p{L}*|do not disturb)\D{0,15}?(\d{1,2})(?::00)?\s*(?:до|по|to|until|till|-|–|—)\s*(\d{1,2})(?::00)?(?!\d)/iu;
const zone = /(?<![\p{L}/])(?:[A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z_+-]+){1,2}|UTC)(?![\p{L}/])/u;
const inUkrainian = word('українською(?: мовою)?|по-українськи|на украинском|in ukrainian');
const inEnglish = word('англійською(?: мовою)?|по-англійськи|на английском|in english');
const together = word('одночасно|обидв\\p{L}*|водночас|together|both');
const clock =
  /(?<![\p{L}\p{N}])(?:(?:об?|в|у|к|at|@|about|around|близько)\s+)(\d{1,2})(?:[:.](\d\d))?(?!\d|[.:]\d)\s*(am|pm|a\.m\.|p\.m\.|ранку|утра|вечора|вечера|дня|год\p{L}*|час\p{L}*)?/iu;
const bareClock = /(?<!\d)([01]?\d|2[0-3]):([0-5]\d)(?!\d)/u;
const spelledHours: readonly (readonly [RegExp, number])[] = [
  [word('(?:о |об |в )?(?:шостій|шесть утра|six)'), 6],
  [word('(?:о |об |в )?(?:сьомій|семь утра|seven)'), 7],
  [word('(?:о |об |в )?(?:восьмій|восемь утра|eight)'), 8],
  [word(`(?:о |об |в )?(?:дев${apostrophe}?ятій|девять утра|nine)`), 9],
  [word('(?:о |об |в )?(?:десятій|десять утра|ten)'), 10],
  [word('опівдні|в полдень|at noon'), 12],
  [word('щоран\\p{L}*|вранці|зранку|утром|(?:in the|every) morning'), 9],
  [word('щовеч\\p{L}*|ввечері|увечері|вечером|(?:in the|every) evening'), 19],
];

const kindCues: Readonly<Record<DigestKind, RegExp>> = {
  machines: word(
    'машин\\p{L}*|технік\\p{L}*|техник\\p{L}*|machines?|machinery|vehicles?|equipment|обладнання|оборудовани\\p{L}*|робот\\p{L}*|robots?',
  ),
  money: word(
    'грош\\p{L}*|кошт(?:и|ів|ам|ами|ах)|фінанс\\p{L}*|грант\\p{L}*|деньг\\p{L}*|финанс\\p{L}*|money|fund(?:s|ing)|grants?|financ\\p{L}*',
  ),
  training: word('навчан\\p{L}*|тренінг\\p{L}*|курс(?:и|ів|ах)?|обучени\\p{L}*|train(?:ing|ings)|courses?'),
  statistics: word('статистик\\p{L}*|цифр\\p{L}*|постражда\\p{L}*|statistics?|figures|casualt\\p{L}*'),
  law: word('закон\\p{L}*|постанов\\p{L}*|нормат\\p{L}*|laws?|legislat\\p{L}*|regulations?'),
  compensation: word('компенсац\\p{L}*|compensations?|reimburse\\p{L}*'),
};

/** Reads a wish like "щопонеділка про Японію і Харківщину" or "daily about machines at 9". Pure. */
export function readWish(text: string, lexicon: Lexicon): WishInWords {
  const times = readTimes(text);
  const topics = readTopics(times.rest, lexicon);
  const question = /\?\s*$/.test(times.rest.trim()) ? times.rest.trim().replace(/^[\s,;:—–-]+/, '') : null;
  return {
    ...times.wish,
    ...(official.test(text) ? { officialOnly: true } : {}),
    ...(topics.topics.length === 0 ? {} : topics),
    ...(question === null ? {} : { question }),
  };
}

/** True for a sentence that asks for news regularly, so that it is no question. */
export function soundsLikeSubscribing(text: string): boolean {
  if (text.includes('?') || text.length > 200) return false;
  const asks = word(
    'підпи(?:ши|шіть|сати|сатися|шись|шусь)\\p{L}*|хочу підписатися|стеж(?:и|ити|те)?|слідкуй\\p{L}*|подпи\\p{L}*|subscribe|follow|notify me|keep me (?:posted|informed|updated)',
  );
  const about = word('про|про те|об?|по|about|on|for');
  const often = [weekly, daily, instant, ...weekdays.map((day) => new RegExp(`^(?:${day.source})`, 'iu'))];
  const start = text.trim();
  // "Хочу щодня знати про …", "send me every Friday news about …": the rhythm stands next to the wish. Further on it
  // belongs to what is asked: "хочу знати, скільки мін знешкоджують щодня".
  const wish = wishes.exec(start)?.[0];
  if (wish !== undefined && about.test(start)) {
    const next = start.slice(wish.length).trim();
    if (rhythms.some((cue) => next.search(new RegExp(`^(?:\\S+\\s+){0,2}(?:${cue.source})`, 'iu')) === 0))
      return true;
    if (isSending.test(wish) && rhythms.some((cue) => cue.test(next))) return true;
  }
  return (
    (asks.test(start) && start.search(asks) < 12) ||
    (often.some((cue) => start.search(cue) === 0) && about.test(start))
  );
}

const wishes =
  /^(?:(?:я\s+)?(?:хочу|хотіла? б|хотел[аи]? бы)|(?:будь ласка,?\s+)?(?:надсилай|надсилайте|присилай|присилайте|шли|шліть|повідомляй|повідомляйте|інформуй|інформуйте|присылай|присылайте|сообщай|сообщайте)|i(?:'d| would) like|i want|(?:please,?\s+)?(?:send|give|bring|email|message|update) me)(?!\p{L})/iu;
const isSending = /надсилай|присилай|шли|шліть|повідомляй|інформуй|присылай|сообщай|send|email|message/iu;
// "Daily" and "weekly" may go with any noun in English; these cannot.
const rhythms = [
  word('щотижня|раз на тиждень|кож\\p{L}* тиж\\p{L}*|еженедельно|раз в неделю|every week|once a week'),
  word(
    'щодня|щоран\\p{L}*|щовеч\\p{L}*|кож\\p{L}* (?:дня|день|ранку|ранок)|ежедневно|каждый день|every (?:day|morning|evening)|once a day',
  ),
  word(
    `що(?:понеділ|вівтор|серед|четвер|п${apostrophe}?ятни|субот|неділ)\\p{L}*|(?:кожн|кажд)\\p{L}* (?:пон[еі]д|вівтор|вторн|серед|сред|четвер|п${apostrophe}?ятни|субот|суббот|неділ|воскрес)\\p{L}*|every (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)days`,
  ),
];

function readTimes(text: string): { readonly wish: WishInWords; readonly rest: string } {
  let rest = ` ${text} `;
  const wish: { -readonly [Key in keyof SubscriptionWish]?: SubscriptionWish[Key] } = {};
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(rest);
    if (match !== null) rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
    return match;
  };
  const silence = take(quiet);
  if (silence !== null && isHour(silence[1]) && isHour(silence[2]))
    wish.quiet = { from: Number(silence[1]) % 24, to: Number(silence[2]) % 24 };
  const place = zone.exec(rest)?.[0];
  if (place !== undefined && isTimeZone(place)) {
    take(zone);
    wish.zone = place;
  }
  if (take(inUkrainian) !== null) wish.language = 'uk';
  if (take(inEnglish) !== null) wish.language = 'en';
  const spelled = spelledHours.find(([pattern]) => pattern.test(rest));
  const hour = hourOf(take(clock) ?? take(bareClock)) ?? spelled?.[1];
  if (hour !== undefined) wish.hour = hour;
  const day = weekdays.findIndex((pattern) => take(pattern) !== null);
  if (day >= 0) Object.assign(wish, { frequency: 'weekly', weekday: day + 1 });
  else if (take(weekly) !== null) wish.frequency = 'weekly';
  else if (take(daily) !== null) wish.frequency = 'daily';
  else if (take(instant) !== null) wish.frequency = 'instant';
  take(official);
  return { wish, rest: rest.replace(/\s+/g, ' ') };
}

function isHour(text: string | undefined): boolean {
  return text !== undefined && Number(text) <= 24;
}

function hourOf(match: RegExpExecArray | null): number | undefined {
  if (match === null) return undefined;
  const hour = Number(match[1]);
  if (hour > 24) return undefined;
  const afternoon =
    /^(?:p|вечора|вечера)/i.test(match[3] ?? '') || (/^дня/i.test(match[3] ?? '') && hour < 6);
  if (afternoon && hour < 12) return hour + 12;
  return /^a/i.test(match[3] ?? '') && hour === 12 ? 0 : hour % 24;
}

const named: ReadonlySet<string> = new Set(['country', 'org', 'person', 'place', 'brand', 'machine']);
// "Машини для Харківщини" wants both at once, "машини і Харківщина" either.
const linking = /^\s*(?:для|на|в|у|від|от|из|з|із|from|for|in|to|of)\s*$/iu;

function readTopics(text: string, lexicon: Lexicon): Pick<SubscriptionWish, 'topics' | 'match'> {
  const mentions = widest(lexicon.mentions(text).filter(({ concept }) => named.has(concept.kind)));
  const names = mentions.map(({ concept }) => topicOf(concept.id, lexicon)).filter((id) => id !== 'ukraine');
  const kinds = digestKinds.filter((kind) => kindCues[kind].test(text)).map(kindTopic);
  const topics = [...new Set([...names, ...kinds])].slice(0, maxTopics);
  return {
    topics,
    match: topics.length > 1 && (together.test(text) || isLinked(text, mentions)) ? 'all' : 'any',
  };
}

// "Харківська область" also holds "Харків"; the longer reading is meant.
function widest(mentions: readonly Mention[]): readonly Mention[] {
  return mentions.filter(
    (one) =>
      !mentions.some(
        (other) => other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from,
      ),
  );
}

// Who names a city wants the news of its oblast.
function topicOf(id: string, lexicon: Lexicon): string {
  const region = `${id.replace(/-raion$/, '')}-region`;
  return lexicon.findConcept(region) === null ? id : region;
}

function isLinked(text: string, mentions: readonly Mention[]): boolean {
  const tokens = tokenise(text).map((token) => token.text);
  const kindTokens = tokens.flatMap((token, at) =>
    digestKinds.some((kind) => kindCues[kind].test(token)) ? [at] : [],
  );
  const places = [
    ...mentions.map(({ from, to }) => ({ from, to })),
    ...kindTokens.map((at) => ({ from: at, to: at + 1 })),
  ];
  const sorted = places.sort((a, b) => a.from - b.from);
  return sorted.some(({ from }, index) => {
    const before = sorted[index - 1];
    return before !== undefined && linking.test(tokens.slice(before.to, from).join(' '));
  });
}
