import type { SourceReport } from '../../corpus/sources/source-report.ts';
import { sourceHealth } from '../../corpus/sources/source-status.ts';
import type { Source } from '../../corpus/sources/sources.ts';
import { shownAddress } from '../../corpus/sources/uploads.ts';
import type { AnswerBlock } from '../../retrieval/answer.ts';
import { renderBlocks } from '../messages/render.ts';
import type { FormattedText } from '../messages/split.ts';
import type { UiLanguage } from '../people/people.ts';
import type { TextArguments } from '../texts.ts';
import { plainProgress, plainReason } from './plain-reason.ts';
import type { SourceView } from './source-view.ts';

/** What a card is made for. */
export interface SourceCardRequest {
  readonly view: SourceView;
  readonly isModerator: boolean;
  readonly language: UiLanguage;
  readonly now: Date;
  readonly t: (key: string, args?: TextArguments) => string;
}

// Samples are shown whole unless the message would be longer than Telegram takes; then all of them are cut alike.
const sampleUnits = [1200, 600, 300, 100] as const;
const maxMessageUnits = 4096;
const maxEntities = 100;
const maxLineUnits = 300;

/** The card of a source: what it is, how it is doing, and what the worker saw there. One message. */
export function sourceCard(request: SourceCardRequest): FormattedText {
  let card = cardWith(request, sampleUnits[0]);
  for (const maxUnits of sampleUnits) {
    card = cardWith(request, maxUnits);
    if (card.text.length <= maxMessageUnits) break;
  }
  return { text: card.text, entities: card.entities.slice(0, maxEntities) };
}

function cardWith(request: SourceCardRequest, maxSampleUnits: number): FormattedText {
  const { view, t } = request;
  const report = view.state.kind === 'done' ? (view.check?.report ?? null) : null;
  const waits = view.source.status === 'pending';
  return renderBlocks([
    { kind: 'lead', text: `#${view.source.id} ${oneLine(view.source.title)}` },
    plain(t('card-status', { status: statusText(request) })),
    plain(shortened(shownAddress(view.source.url))),
    ...(waits ? lookLines(request) : []),
    ...(isKept(view.source) ? healthLines(request) : []),
    ...(report === null || !waits ? [] : reportBlocks(report, request, maxSampleUnits)),
  ]);
}

// Of what was turned down or taken out nobody wants to know how it is doing.
function isKept({ status }: Source): boolean {
  return status === 'active' || status === 'trial' || status === 'paused';
}

function statusText({ view, language, t }: SourceCardRequest): string {
  const { source } = view;
  const reason = source.reason === null ? '' : reasonText(source.reason, t);
  const until = source.trialUntil === null ? '' : dayOf(source.trialUntil, language);
  const status = t(`status-${source.status}`, { reason, until }).trim();
  const tier = !isKept(source) ? '' : ` · ${t(`tier-${source.tier}`)}`;
  const second = view.waitsForSecond ? `\n${t('card-second')}` : '';
  return `${status}${tier}${second}`;
}

/** Reasons chosen by a button are kept as a word that every language has a sentence for. */
export function reasonText(reason: string, t: SourceCardRequest['t']): string {
  if (/^the trial of \d+ days is over$/.test(reason)) return t('because-trial-over');
  return isReasonCode(reason) ? t(`because-${reason}`) : oneLine(reason);
}

/** Reasons to reject a source that have a button. */
export const rejectReasons = ['off-topic', 'unreliable', 'duplicate', 'closed', 'commercial'] as const;

/** Reasons to retract a document that have a button. */
export const retractReasons = ['wrong', 'outdated', 'copyright', 'personal', 'off-topic'] as const;

/** Why a page is closed whose feed was taken in its place. */
export const feedReason = 'feed';

function isReasonCode(reason: string): boolean {
  return ([...rejectReasons, ...retractReasons, feedReason] as readonly string[]).includes(reason);
}

function lookLines({ view, t }: SourceCardRequest): AnswerBlock[] {
  const { state } = view;
  switch (state.kind) {
    case 'none':
      return [note(t('card-unchecked'))];
    case 'failed':
      return [note(t('card-look-failed', { reason: plainReason(state.error, t) }))];
    case 'looking':
      return [note(lookingText(state, t))];
    case 'done':
      return [];
  }
}

function lookingText(
  state: { readonly progress: string | null; readonly waitsForWorker: boolean },
  t: SourceCardRequest['t'],
): string {
  if (state.waitsForWorker) return t('card-worker-late');
  const words = plainProgress(state.progress, t);
  return words === '' ? t('card-looking') : t('card-looking-progress', { progress: words });
}

function healthLines({ view, language, now, t }: SourceCardRequest): AnswerBlock[] {
  const { source } = view;
  const health = sourceHealth(source, now);
  const isFirstFetch = health === 'never-fetched' && view.fetching !== null;
  const isSilent = health === 'off' || source.kind === 'starter' || isFirstFetch;
  const lines = [
    t('card-kind', { kind: t(`kind-${source.kind}`), documents: view.documents }),
    source.kind === 'file' || source.kind === 'starter'
      ? ''
      : t('card-schedule', { every: durationText(source.scheduleMinutes, t) }),
    view.held === 0 ? '' : t('card-held', { count: view.held }),
    view.fetching === null ? '' : fetchingText(view.fetching, t),
    isSilent ? '' : t(`health-${health}`, { since: momentOf(source.lastSuccessAt, language, t) }),
    health === 'ok' || source.lastError === null
      ? ''
      : t('card-error', { reason: plainReason(source.lastError, t) }),
  ];
  return lines.filter((line) => line !== '').map(plain);
}

function fetchingText({ progress }: { readonly progress: string | null }, t: SourceCardRequest['t']): string {
  const words = plainProgress(progress, t);
  return words === '' ? t('card-fetching') : t('card-fetching-progress', { progress: words });
}

/** A schedule in words: every 3 hours, every day. */
export function durationText(minutes: number, t: SourceCardRequest['t']): string {
  if (minutes % 1440 === 0) return t('every-days', { count: minutes / 1440 });
  return minutes % 60 === 0
    ? t('every-hours', { count: minutes / 60 })
    : t('every-minutes', { count: minutes });
}

function reportBlocks(
  report: SourceReport,
  { isModerator, t }: SourceCardRequest,
  maxSampleUnits: number,
): AnswerBlock[] {
  const warnings = [
    report.problem === null ? '' : t('card-problem', { reason: plainReason(report.problem, t) }),
    report.warning === null ? '' : t('card-warning', { reason: plainReason(report.warning, t) }),
    report.lookAlike === null ? '' : lookAlikeText(report.host, report.lookAlike, t),
  ].filter((text) => text !== '');
  const samples = report.samples.map(
    (text): AnswerBlock => ({ kind: 'quote', text: cut(text, maxSampleUnits) }),
  );
  return [
    ...warnings.map(note),
    ...(isModerator ? factLines(report, t) : []).map((line) => plain(shortened(line))),
    ...(samples.length > 0
      ? [plain(t(report.warning === null ? 'card-samples' : 'card-samples-aside'))]
      : []),
    ...samples,
    ...(isModerator ? [] : [note(t(report.problem === null ? 'card-waits' : 'card-waits-unread'))]),
  ];
}

function lookAlikeText(
  host: string,
  { known, kind, reason }: NonNullable<SourceReport['lookAlike']>,
  t: SourceCardRequest['t'],
): string {
  return t('card-look-alike', {
    host,
    known,
    reason: kind === undefined ? reason : t(`look-alike-${kind}`, { known }),
  });
}

function factLines(report: SourceReport, t: SourceCardRequest['t']): string[] {
  const { overlap } = report;
  const language = t(`language-name-${report.language ?? 'und'}`);
  const host =
    report.host === ''
      ? ''
      : t('card-host', { host: report.host, addresses: report.addresses.slice(0, 3).join(', ') || '—' });
  // What was not read has neither language nor items.
  if (report.kind === 'none' || report.items === 0) return [host].filter((line) => line !== '');
  return [
    host,
    report.redirects.length === 0
      ? ''
      : t('card-redirects', { final: report.finalUrl, count: report.redirects.length }),
    t('card-found', { kind: t(`kind-${report.kind}`), items: report.items }),
    report.itemsPerDay === null ? '' : t('card-per-day', { count: report.itemsPerDay }),
    t('card-language', { language, charset: report.charset ?? '—' }),
    overlap.sameAddress + overlap.sameText === 0
      ? t('card-no-overlap')
      : t('card-overlap', { looked: overlap.looked, address: overlap.sameAddress, text: overlap.sameText }),
    report.feeds.length === 0 ? '' : t('card-feeds', { count: report.feeds.length }),
    t('card-tier', { tier: t(`tier-${report.suggestedTier}`) }),
  ].filter((line) => line !== '');
}

/** Health of a source as one sign, for lists. */
export function healthSign(source: Source, now: Date): string {
  if (source.status !== 'active' && source.status !== 'trial') {
    return { pending: '🆕', paused: '⏸', rejected: '🚫', removed: '🗑' }[source.status];
  }
  const health = sourceHealth(source, now);
  if (health === 'ok') return source.status === 'trial' ? '🧪' : '🟢';
  return { failing: '🟠', stale: '🔴', 'never-fetched': '⏳', off: '⏸' }[health];
}

/** A time as people of the field read it: 02.01.2025 03:04 in Kyiv; a dash for never. */
export function momentOf(iso: string | null, language: UiLanguage, t: SourceCardRequest['t']): string {
  if (iso === null) return t('never');
  const format = new Intl.DateTimeFormat(language === 'uk' ? 'uk-UA' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/Kyiv',
  });
  return format.format(new Date(iso));
}

function dayOf(iso: string, language: UiLanguage): string {
  return new Intl.DateTimeFormat(language === 'uk' ? 'uk-UA' : 'en-GB', {
    dateStyle: 'short',
    timeZone: 'Europe/Kyiv',
  }).format(new Date(iso));
}

/** White space of any kind becomes one space. */
export function oneLine(text: string): string {
  return shortened(text.replace(/\s+/g, ' ').trim());
}

function shortened(text: string): string {
  return cut(text, maxLineUnits);
}

/** The beginning of a text, never cut between the halves of a character, with a sign that something is missing. */
export function cut(text: string, maxUnits: number): string {
  return text.length <= maxUnits ? text : `${text.slice(0, maxUnits).replace(/[\ud800-\udbff]$/, '')}…`;
}

function plain(text: string): AnswerBlock {
  return { kind: 'plain', text };
}

function note(text: string): AnswerBlock {
  return { kind: 'note', text };
}
