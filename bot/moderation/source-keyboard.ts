import { InlineKeyboard } from 'grammy';
import { isEndedTrial } from '../../corpus/sources/source-rules.ts';
import { callbackData, judgedMark, showMark } from '../messages/callback-data.ts';
import type { TextArguments } from '../texts.ts';
import { rejectReasons } from './source-card.ts';
import type { SourceView } from './source-view.ts';

type Translate = (key: string, args?: TextArguments) => string;

/** Feeds of a page that get a button. */
export const maxFeedButtons = 3;

/** Schedules that get a button, in minutes. */
export const scheduleChoices = [60, 180, 360, 720, 1440, 10_080] as const;

/** The buttons of a moderator under the card of a source: what can be done with it now. */
export function sourceKeyboard(view: SourceView, t: Translate): InlineKeyboard {
  switch (view.source.status) {
    case 'pending':
      return pendingKeyboard(view, t);
    case 'removed':
      return new InlineKeyboard().text(t('do-undo'), act(view, 'u'));
    case 'rejected':
      return new InlineKeyboard().text(t('do-reopen'), act(view, 'ro'));
    default:
      return careKeyboard(view, t);
  }
}

function pendingKeyboard(view: SourceView, t: Translate): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  const report = view.state.kind === 'done' ? (view.check?.report ?? null) : null;
  if (report !== null && report.problem === null) {
    keyboard.text(t('do-approve'), act(view, 'a')).text(t('do-trial'), act(view, 't')).row();
    keyboard.text(t(view.waitsForSecond ? 'do-official-second' : 'do-official'), act(view, 'o')).row();
  }
  for (const [index, feed] of (report?.feeds ?? []).slice(0, maxFeedButtons).entries())
    keyboard.text(t('do-feed', { feed: feedName(feed) }), act(view, 'f', index)).row();
  keyboard.text(t('do-reject'), show(view, 'rj'));
  if (view.state.kind !== 'looking') keyboard.text(t('do-check'), show(view, 'c'));
  return keyboard;
}

function careKeyboard(view: SourceView, t: Translate): InlineKeyboard {
  const { source } = view;
  const keyboard = new InlineKeyboard();
  if (source.status === 'trial' || isEndedTrial(source))
    keyboard.text(t('do-approve'), act(view, 'a')).text(t('do-official'), act(view, 'o')).row();
  if (source.status !== 'paused') keyboard.text(t('do-pause'), act(view, 'p'));
  else if (isEndedTrial(source)) keyboard.text(t('do-trial'), act(view, 't'));
  else keyboard.text(t('do-resume'), act(view, 'e'));
  if (source.kind !== 'starter' && source.status !== 'paused')
    keyboard.text(t('do-refetch'), show(view, 'rf'));
  keyboard.row();
  if (source.status !== 'trial' && !isEndedTrial(source)) keyboard.text(t('do-tier'), show(view, 'ti'));
  if (source.kind !== 'file' && source.kind !== 'starter') keyboard.text(t('do-schedule'), show(view, 'sc'));
  return keyboard.row().text(t('do-remove'), act(view, 'd'));
}

/** Why a source is rejected. */
export function rejectKeyboard(view: SourceView, t: Translate): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  for (const [index, reason] of rejectReasons.entries())
    keyboard.text(t(`because-${reason}`), act(view, 'r', index)).row();
  return keyboard.text(t('do-own-reason'), show(view, 'rx')).text(t('do-back'), show(view, 'b'));
}

/** Which tier a source gets. */
export function tierKeyboard(view: SourceView, t: Translate): InlineKeyboard {
  return new InlineKeyboard()
    .text(t(view.waitsForSecond ? 'do-official-second' : 'do-official'), act(view, 'to'))
    .row()
    .text(t('tier-established'), act(view, 'te'))
    .text(t('do-back'), show(view, 'b'));
}

/** How often a source is fetched. */
export function scheduleKeyboard(view: SourceView, t: Translate): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  for (const [index, minutes] of scheduleChoices.entries()) {
    const label =
      minutes % 1440 === 0
        ? t('every-days', { count: minutes / 1440 })
        : t('every-hours', { count: minutes / 60 });
    keyboard.text(view.source.scheduleMinutes === minutes ? `✓ ${label}` : label, act(view, 's', minutes));
    if (index % 2 === 1) keyboard.row();
  }
  return keyboard.text(t('do-back'), show(view, 'b'));
}

function act({ source }: SourceView, code: string, value?: number): string {
  return value === undefined
    ? callbackData(`${judgedMark}m`, code, source.id)
    : callbackData(`${judgedMark}m`, code, source.id, value);
}

function show({ source }: SourceView, code: string): string {
  // Only what sends a message is kept from a double tap; menus open again at once.
  return callbackData(code === 'rx' ? `${showMark}m` : `${judgedMark}m`, code, source.id);
}

function feedName(feed: string): string {
  const { hostname, pathname } = new URL(feed);
  const name = `${hostname.replace(/^www\./, '')}${pathname}`;
  return name.length <= 40 ? name : `${name.slice(0, 39).replace(/[\ud800-\udbff]$/, '')}…`;
}
