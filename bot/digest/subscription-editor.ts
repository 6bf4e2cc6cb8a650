import { InlineKeyboard } from 'grammy';
import type { Lexicon } from '../../corpus/lexicon/lexicon.ts';
import { digestKinds, kindTopic } from '../../retrieval/digest/digest-topics.ts';
import { formatDate } from '../../retrieval/wording/format.ts';
import { callbackData } from '../messages/callback-data.ts';
import type { UiLanguage } from '../people/people.ts';
import type { TextArguments, Texts } from '../texts.ts';
import type { Subscription, SubscriptionWish } from './subscription.ts';
import { offeredDonors, offeredOblasts, topicName } from './topic-names.ts';
import { wallTime } from './zone-time.ts';

/** Screens of the editor. */
export const editorScreens = ['main', 'donors', 'oblasts', 'kinds', 'times', 'zones', 'quiet'] as const;
/** One of {@link editorScreens}. */
export type EditorScreen = (typeof editorScreens)[number];

/** Words of the editor, in the language of whoever reads it. */
export interface EditorWords {
  readonly language: UiLanguage;
  readonly texts: Texts;
  readonly lexicon: Lexicon;
}

const offeredHours = [7, 8, 9, 12, 15, 18, 20, 22];
const offeredZones = [
  'Europe/Kyiv',
  'Europe/Warsaw',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'Asia/Tokyo',
  'UTC',
];
const offeredQuiet = ['21-7', '22-8', '23-9'];

/** What a subscription is, in a few lines. */
export function describeWish(wish: SubscriptionWish, words: EditorWords): string {
  const t = translator(words);
  const names = wish.topics.map((topic) => topicName(topic, words.language, words));
  const joint = wish.match === 'all' ? ' + ' : ', ';
  return [
    `🔎 ${names.length === 0 ? t('topics-all') : names.join(joint)}`,
    wish.question === null ? '' : `❓ ${wish.question}`,
    wish.officialOnly ? `🏛 ${t('sub-official')}` : '',
    `🕘 ${timesLine(wish, t)}`,
    wish.quiet === null
      ? ''
      : `🌙 ${t('sub-quiet', { from: hourText(wish.quiet.from), to: hourText(wish.quiet.to) })}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** What stands in the text of the editor beside the subscription itself. */
export interface EditorNotes {
  /** Name of the chat it is for, when that is not the one it is shown in. */
  readonly chatName?: string | null;
  /** Key of a sentence that stands in place of the usual hint. */
  readonly hint?: string;
}

/** The text of the editor for a subscription. */
export function editorText(
  { wish, state, dueMs }: Subscription,
  screen: EditorScreen,
  words: EditorWords,
  { chatName = null, hint = 'sub-hint' }: EditorNotes = {},
): string {
  const t = translator(words);
  const next = state === 'active' && dueMs !== null ? nextLine(dueMs, wish.zone, words) : '';
  const facts = [
    t(`sub-title-${state}`),
    chatName === null ? '' : `📣 ${chatName}`,
    describeWish(wish, words),
    next,
  ].filter((line) => line !== '');
  return `${facts.join('\n')}\n\n${t(screen === 'main' ? hint : `sub-screen-${screen}`)}`;
}

// Quiet hours move a digest, so its time is not always the one that was chosen.
function nextLine(dueMs: number, zone: string, words: EditorWords): string {
  const { date, hour, minute } = wallTime(dueMs, zone);
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return `⏭ ${translator(words)('sub-next', { when: `${formatDate(date, words.language)}, ${time}` })}`;
}

/** The buttons of a screen. Data is `s:<code>:<what>[:<value>]`. */
export function editorKeyboard(
  subscription: Subscription,
  screen: EditorScreen,
  words: EditorWords,
): InlineKeyboard {
  const keyboard = screenKeyboards[screen](subscription, words);
  const back = translator(words)('sub-back');
  return screen === 'main' ? keyboard : keyboard.row().text(back, data(subscription, 'main'));
}

const screenKeyboards: Readonly<
  Record<EditorScreen, (subscription: Subscription, words: EditorWords) => InlineKeyboard>
> = {
  main: mainKeyboard,
  donors: (subscription, words) => topicKeyboard(subscription, offeredDonors, words),
  oblasts: (subscription, words) => topicKeyboard(subscription, offeredOblasts, words),
  kinds: (subscription, words) => topicKeyboard(subscription, digestKinds.map(kindTopic), words),
  times: timesKeyboard,
  zones: (subscription) =>
    choices(subscription, 'zone', offeredZones, {
      chosen: subscription.wish.zone,
      perRow: 2,
      label: (zone) => zone,
    }),
  quiet: (subscription, words) => {
    const { quiet } = subscription.wish;
    const chosen = quiet === null ? 'off' : `${quiet.from}-${quiet.to}`;
    const label = (value: string) =>
      value === 'off' ? translator(words)('sub-quiet-off') : quietText(value);
    return choices(subscription, 'quiet', [...offeredQuiet, 'off'], { chosen, perRow: 2, label });
  },
};

function mainKeyboard(subscription: Subscription, words: EditorWords): InlineKeyboard {
  const t = translator(words);
  const { wish, state } = subscription;
  const keyboard = new InlineKeyboard();
  const go = (label: string, what: string, value?: string | number) =>
    keyboard.text(label, data(subscription, what, value));
  go(t('sub-donors'), 'donors');
  go(t('sub-oblasts'), 'oblasts');
  go(t('sub-kinds'), 'kinds').row();
  go(mark(wish.officialOnly, t('sub-official')), 'official', wish.officialOnly ? 0 : 1);
  go(mark(wish.question !== null, t('sub-question')), 'question', wish.question === null ? 'on' : 'off');
  if (wish.topics.length > 1) go(t(`sub-match-${wish.match}`), 'match', wish.match === 'any' ? 'all' : 'any');
  keyboard.row();
  go(t('sub-times'), 'times');
  go(t('sub-zones'), 'zones');
  go(t('sub-quiet-hours'), 'quiet').row();
  const digestLanguage = t(`language-${wish.language}`);
  go(
    t('sub-digest-language', { language: digestLanguage }),
    'lang',
    wish.language === 'uk' ? 'en' : 'uk',
  ).row();
  if (state === 'draft') return go(t('sub-start'), 'start');
  go(t(state === 'active' ? 'sub-pause' : 'sub-resume'), state === 'active' ? 'pause' : 'resume');
  return go(t('digest-leave'), 'leave');
}

function topicKeyboard(
  subscription: Subscription,
  offered: readonly string[],
  words: EditorWords,
): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  for (const [index, topic] of offered.entries()) {
    const chosen = subscription.wish.topics.includes(topic);
    const label = mark(chosen, topicName(topic, words.language, words));
    keyboard.text(label, data(subscription, chosen ? 'without' : 'with', topic));
    if (index % 3 === 2) keyboard.row();
  }
  return keyboard;
}

function timesKeyboard(subscription: Subscription, words: EditorWords): InlineKeyboard {
  const t = translator(words);
  const { frequency, weekday, hour } = subscription.wish;
  const keyboard = new InlineKeyboard();
  for (const value of ['instant', 'daily', 'weekly'] as const)
    keyboard.text(mark(value === frequency, t(`sub-${value}`)), data(subscription, 'every', value));
  if (frequency === 'instant') return keyboard;
  keyboard.row();
  for (const value of offeredHours) {
    keyboard.text(mark(value === hour, hourText(value)), data(subscription, 'hour', value));
    if (value === offeredHours[3]) keyboard.row();
  }
  if (frequency === 'daily') return keyboard;
  keyboard.row();
  for (let day = 1; day <= 7; day += 1)
    keyboard.text(mark(day === weekday, t(`day-${dayNames[day - 1]}`)), data(subscription, 'day', day));
  return keyboard;
}

const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

function choices(
  subscription: Subscription,
  what: string,
  values: readonly string[],
  options: { readonly chosen: string; readonly perRow: number; readonly label: (value: string) => string },
): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  for (const [index, value] of values.entries()) {
    keyboard.text(mark(value === options.chosen, options.label(value)), data(subscription, what, value));
    if (index % options.perRow === options.perRow - 1) keyboard.row();
  }
  return keyboard;
}

function timesLine(wish: SubscriptionWish, t: (key: string, args?: TextArguments) => string): string {
  if (wish.frequency === 'instant') return `${t('sub-instant')} (${wish.zone})`;
  const hour = `${hourText(wish.hour)} (${wish.zone})`;
  if (wish.frequency === 'daily') return `${t('sub-daily')}, ${hour}`;
  return `${t('sub-weekly')}, ${t(`day-${dayNames[wish.weekday - 1]}`)}, ${hour}`;
}

function data({ code }: Subscription, what: string, value?: string | number): string {
  return value === undefined ? callbackData('s', code, what) : callbackData('s', code, what, value);
}

function mark(chosen: boolean, label: string): string {
  return chosen ? `✓ ${label}` : label;
}

function hourText(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

function quietText(value: string): string {
  return value.split('-').map(Number).map(hourText).join('–');
}

function translator({ texts, language }: EditorWords): (key: string, args?: TextArguments) => string {
  return (key, args) => texts.get(language, key, args);
}
