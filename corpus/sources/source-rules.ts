import type { Tier } from '../document.ts';
import type { AuditEntry } from '../storage/audit-log.ts';
import { canMove } from './source-status.ts';
import type { Source, SourceStatus } from './sources.ts';

/** What somebody wants done with a source. */
export type Decision =
  | { readonly act: 'approve'; readonly tier?: Tier }
  | { readonly act: 'trial' }
  | { readonly act: 'reject'; readonly reason: string }
  | { readonly act: 'pause'; readonly reason?: string }
  | { readonly act: 'resume' }
  | { readonly act: 'refetch' }
  | { readonly act: 'tier'; readonly tier: Tier }
  | { readonly act: 'schedule'; readonly minutes: number }
  | { readonly act: 'remove'; readonly reason?: string }
  | { readonly act: 'undo' };

/** Why a decision is not carried out. Each code has a sentence in every language. */
export type Refusal =
  /** The source is in that state already. */
  | 'already'
  /** The state of the source does not allow it. */
  | 'not-possible'
  /** A second person has to confirm, and this one was the first. */
  | 'same-person'
  /** A removal can be undone for a day. */
  | 'too-late'
  | 'too-many-removals'
  /** The trial is over: approve the source or try it anew. */
  | 'trial-over'
  /** During a trial the tier is `unreviewed`; approving sets another. */
  | 'on-trial'
  | 'bad-schedule'
  | 'no-reason'
  /** A look at the source has not ended well, or has not ended. */
  | 'not-checked';

/** `second`: noted, another person has to decide the same. */
export type Verdict =
  | { readonly kind: 'go' }
  | { readonly kind: 'second' }
  | { readonly kind: 'refused'; readonly code: Refusal };

/** What a verdict rests on besides the source and the wish. */
export interface DecisionContext {
  readonly actor: string;
  readonly now: Date;
  /** Others who already asked for the tier "official" and may still decide. */
  readonly firstVoices: readonly string[];
  /** Sources this person removed within a day. */
  readonly removalsOfDay: number;
  /** Owners and the command line may remove any number. */
  readonly unlimited: boolean;
  /** False when the source was never looked at or the look found a problem. */
  readonly isReadable: boolean;
}

/** How long a source is tried. */
export const trialDays = 7;

/** How long a removal can be undone. */
export const undoHours = 24;

/** Removals a moderator may make in a day: far more than tidying needs, and a rogue does not get far. */
export const maxRemovalsPerDay = 20;

/** Shortest and longest schedule in minutes: an hour, because sites ask for that, and four weeks. */
export const scheduleLimits = { min: 60, max: 28 * 24 * 60 } as const;

/** Longest reason kept, in characters. */
export const maxReasonLength = 300;

const go: Verdict = { kind: 'go' };
const refuse = (code: Refusal): Verdict => ({ kind: 'refused', code });

/** Whether a decision about a source may be carried out now. Who may decide at all is asked before. Pure. */
export function judge(source: Source, decision: Decision, context: DecisionContext): Verdict {
  switch (decision.act) {
    case 'approve':
      return judgeApproval(source, approvedTier(source, decision.tier), context);
    case 'trial':
      if (!context.isReadable) return refuse('not-checked');
      return judgeMove(source.status, 'trial');
    case 'reject':
      if (decision.reason.trim() === '') return refuse('no-reason');
      return judgeMove(source.status, 'rejected');
    case 'pause':
      return judgeMove(source.status, 'paused');
    case 'resume':
      return judgeResume(source, context.now);
    case 'refetch':
      return isInUse(source) && source.kind !== 'starter' ? go : refuse('not-possible');
    case 'tier':
      return judgeTier(source, decision.tier, context);
    case 'schedule':
      return judgeSchedule(source, decision.minutes);
    case 'remove':
      if (source.status === 'removed') return refuse('already');
      return context.unlimited || context.removalsOfDay < maxRemovalsPerDay
        ? go
        : refuse('too-many-removals');
    case 'undo':
      return judgeUndo(source, context.now);
  }
}

/** The tier a source gets by approval: the one asked for, else its own, never "unreviewed". */
export function approvedTier(source: Pick<Source, 'tier'>, asked?: Tier): Tier {
  const tier = asked ?? source.tier;
  return tier === 'unreviewed' ? 'established' : tier;
}

function isInUse({ status }: Pick<Source, 'status'>): boolean {
  return status === 'active' || status === 'trial';
}

function judgeMove(from: SourceStatus, to: SourceStatus): Verdict {
  if (from === to) return refuse('already');
  return canMove(from, to) ? go : refuse('not-possible');
}

function judgeApproval(source: Source, tier: Tier, context: DecisionContext): Verdict {
  const move = judgeMove(source.status, 'active');
  if (move.kind === 'refused') return move;
  if (!context.isReadable) return refuse('not-checked');
  return tier === 'official' ? judgeOfficial(context) : go;
}

// One person's mistake, or one person's account in wrong hands, must not make a page speak for a ministry.
function judgeOfficial({ actor, firstVoices }: DecisionContext): Verdict {
  if (firstVoices.some((voice) => voice !== actor)) return go;
  return firstVoices.includes(actor) ? refuse('same-person') : { kind: 'second' };
}

function judgeTier(source: Source, tier: Tier, context: DecisionContext): Verdict {
  if (source.status === 'rejected' || source.status === 'removed') return refuse('not-possible');
  if (source.status === 'trial' || isEndedTrial(source)) return refuse('on-trial');
  if (source.tier === tier) return refuse('already');
  // Of a source that still waits it is only a proposal: approving it asks for two people anyway.
  return tier === 'official' && source.status !== 'pending' ? judgeOfficial(context) : go;
}

function judgeResume(source: Source, now: Date): Verdict {
  if (isInUse(source)) return refuse('already');
  if (source.status !== 'paused') return refuse('not-possible');
  const isOver = isEndedTrial(source) && Date.parse(source.trialUntil ?? '') <= now.getTime();
  return isOver ? refuse('trial-over') : go;
}

/** True for a paused source that was on trial: it was never approved. */
export function isEndedTrial(source: Pick<Source, 'status' | 'trialUntil'>): boolean {
  return source.status === 'paused' && source.trialUntil !== null;
}

function judgeSchedule(source: Source, minutes: number): Verdict {
  if (source.status === 'rejected' || source.status === 'removed') return refuse('not-possible');
  if (source.kind === 'file' || source.kind === 'starter') return refuse('not-possible');
  const isPossible =
    Number.isInteger(minutes) && minutes >= scheduleLimits.min && minutes <= scheduleLimits.max;
  if (!isPossible) return refuse('bad-schedule');
  return source.scheduleMinutes === minutes ? refuse('already') : go;
}

function judgeUndo(source: Source, now: Date): Verdict {
  if (source.status !== 'removed' || source.removedAt === null) return refuse('not-possible');
  const ageMs = now.getTime() - Date.parse(source.removedAt);
  return ageMs <= undoHours * 60 * 60 * 1000 ? go : refuse('too-late');
}

/** Name in the audit log of a first voice for the tier "official". */
export const firstVoiceAct = 'propose-official';

// A source that was decided otherwise meanwhile needs two voices anew.
const endsVoices = new Set(['approve', 'trial', 'reject', 'tier', 'remove', 'undo', 'suggest', 'trial-end']);

/** Who asked for the tier "official" since the source was last decided about. @param entries of one source, newest first. */
export function firstVoicesOf(entries: readonly AuditEntry[]): string[] {
  const end = entries.findIndex((entry) => endsVoices.has(entry.act));
  const open = end < 0 ? entries : entries.slice(0, end);
  return open.filter((entry) => entry.act === firstVoiceAct).map((entry) => entry.actor);
}
