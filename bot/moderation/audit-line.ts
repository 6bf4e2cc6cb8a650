import { shownAddress } from '../../corpus/sources/uploads.ts';
import type { AuditEntry } from '../../corpus/storage/audit-log.ts';
import type { UiLanguage } from '../people/people.ts';
import type { StaffMember } from '../people/staff.ts';
import type { TextArguments } from '../texts.ts';
import { durationText, momentOf, oneLine, reasonText } from './source-card.ts';

/** What a line of the audit log is made for. */
export interface AuditLineRequest {
  readonly entry: AuditEntry;
  /** The member behind a name in the log, null for `cli` and the like. */
  readonly findActor: (actor: string) => StaffMember | null;
  readonly language: UiLanguage;
  readonly t: (key: string, args?: TextArguments) => string;
}

/** Acts that have a sentence in every language; a test finds one that is noted somewhere and missing here. */
export const knownActs: ReadonlySet<string> = new Set([
  'suggest',
  'import',
  'approve',
  'trial',
  'trial-end',
  'reject',
  'pause',
  'resume',
  'refetch',
  'tier',
  'schedule',
  'remove',
  'undo',
  'propose-official',
  'retract',
  'restore',
  'dismiss',
  'invite',
  'join',
  'remove-moderator',
  'export-audit',
  'broadcast-draft',
  'broadcast-confirm',
  'broadcast-cancel',
]);

/** One act in the words of the owner who reads it: when, who, what, to what, and why. */
export function auditLine({ entry, findActor, language, t }: AuditLineRequest): string {
  const act = knownActs.has(entry.act) ? t(`act-${entry.act}`) : entry.act;
  const parts = [
    momentOf(entry.at, language, t),
    actorText(entry.actor, findActor, t),
    act,
    subjectText(entry, findActor, t),
    ...detailTexts(entry, t),
  ];
  return oneLine(parts.filter((part) => part !== '').join(' · '));
}

function actorText(
  actor: string,
  findActor: AuditLineRequest['findActor'],
  t: AuditLineRequest['t'],
): string {
  const member = findActor(actor);
  if (member !== null)
    return member.name === '' ? String(member.userId) : `${member.name} (${member.userId})`;
  if (actor === 'reader') return t('actor-reader');
  if (actor === 'worker') return t('actor-worker');
  const account = /^cli(?::(.+))?$/.exec(actor);
  return account === null ? actor : t('actor-cli', { account: account[1] ?? '' }).trim();
}

function subjectText(
  { subject, details }: AuditEntry,
  findActor: AuditLineRequest['findActor'],
  t: AuditLineRequest['t'],
): string {
  const [, kind = '', number = ''] = /^(\w+):(\d+)$/.exec(subject) ?? [];
  const address = typeof details.url === 'string' ? shownAddress(details.url) : '';
  if (kind === 'source') return `#${number} ${address}`.trim();
  if (kind === 'document' && address !== '') return address;
  if (kind === 'question') return t('subject-question', { number });
  if (kind !== 'staff') return subject;
  // Whoever invites or exports does so to nobody in particular.
  return actorText(`p${number}`, findActor, t);
}

function detailTexts({ details }: AuditEntry, t: AuditLineRequest['t']): string[] {
  const { tier, minutes, reason } = details;
  return [
    typeof tier === 'string' && isTier(tier) ? t(`tier-${tier}`) : '',
    typeof minutes === 'number' ? durationText(minutes, t) : '',
    typeof reason === 'string' ? reasonText(reason, t) : '',
  ];
}

function isTier(text: string): boolean {
  return text === 'official' || text === 'established' || text === 'unreviewed';
}
