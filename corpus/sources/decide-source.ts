import type { Corpus } from '../corpus.ts';
import type { Tier } from '../document.ts';
import { UserError } from '../errors.ts';
import { spellingsOf } from '../feedback/question-groups.ts';
import type { AuditNote } from '../storage/audit-log.ts';
import {
  approvedTier,
  type Decision,
  type DecisionContext,
  firstVoiceAct,
  firstVoicesOf,
  judge,
  maxReasonLength,
  trialDays,
  type Verdict,
} from './source-rules.ts';
import type { Source } from './sources.ts';
import { uploadOf, uploadsFolder } from './uploads.ts';

/** The parts of a corpus that decisions touch. */
export type DecidedCorpus = Pick<Corpus, 'sources' | 'jobs' | 'audit' | 'sourceChecks' | 'unanswered'>;

/** Who decides. */
export interface Decider {
  /** As it stands in the audit log. */
  readonly actor: string;
  /** Owners and the command line: no limit on removals. */
  readonly unlimited: boolean;
  /** Whether a person who spoke before may still decide; everybody unless told. */
  readonly stillDecides?: (actor: string) => boolean;
}

/** What came of a decision, with the source as it is now. */
export interface DecisionOutcome {
  readonly verdict: Verdict;
  readonly source: Source;
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Carries out a decision about a source if the rules allow it, and notes it in the audit log in the same transaction.
 * Safe to repeat: a decision that was carried out is refused as `already` the second time.
 * @throws UserError when there is no such source.
 */
export async function decideSource(
  corpus: DecidedCorpus,
  options: {
    readonly sourceId: number;
    readonly decision: Decision;
    readonly by: Decider;
    readonly now: Date;
  },
): Promise<DecisionOutcome> {
  const { sourceId, decision, by, now } = options;
  const source = await getSource(corpus, sourceId);
  const verdict = judge(source, decision, await contextOf(corpus, source, by, now));
  const note = noteOf(source, decision, by.actor, now);
  if (verdict.kind === 'second')
    await corpus.audit.record({ ...note, act: firstVoiceAct, details: { tier: 'official' } });
  if (verdict.kind !== 'go') return { verdict, source };
  await carryOut(corpus, source, decision, note);
  return { verdict, source: await getSource(corpus, sourceId) };
}

async function getSource(corpus: Pick<Corpus, 'sources'>, id: number): Promise<Source> {
  const source = await corpus.sources.find(id);
  if (source === null) throw new UserError(`There is no source with number ${id}: see the list of sources.`);
  return source;
}

async function contextOf(
  corpus: DecidedCorpus,
  source: Source,
  by: Decider,
  now: Date,
): Promise<DecisionContext> {
  const [entries, removalsOfDay, check] = await Promise.all([
    corpus.audit.list({ subject: `source:${source.id}`, limit: 50 }),
    corpus.audit.count({
      actor: by.actor,
      act: 'remove',
      since: new Date(now.getTime() - dayMs).toISOString(),
    }),
    corpus.sourceChecks.find(source.id),
  ]);
  const stillDecides = by.stillDecides ?? (() => true);
  return {
    actor: by.actor,
    now,
    firstVoices: firstVoicesOf(entries).filter((voice) => voice === by.actor || stillDecides(voice)),
    removalsOfDay,
    unlimited: by.unlimited,
    // What was fetched before needs no other proof.
    isReadable:
      source.status !== 'pending' ||
      (check !== null && check.report !== null && check.report.problem === null),
  };
}

function noteOf(source: Source, decision: Decision, actor: string, at: Date): AuditNote {
  const reason =
    'reason' in decision && decision.reason !== undefined ? shortened(decision.reason) : undefined;
  const tier =
    decision.act === 'approve'
      ? approvedTier(source, decision.tier)
      : decision.act === 'tier'
        ? decision.tier
        : undefined;
  return {
    at,
    actor,
    act: decision.act,
    subject: `source:${source.id}`,
    details: {
      url: source.url,
      from: source.status,
      ...(tier === undefined ? {} : { tier }),
      ...(decision.act === 'schedule' ? { minutes: decision.minutes } : {}),
      ...(reason === undefined ? {} : { reason }),
    },
  };
}

function shortened(reason: string): string {
  return [...reason.replace(/\s+/g, ' ').trim()].slice(0, maxReasonLength).join('');
}

async function carryOut(
  corpus: DecidedCorpus,
  source: Source,
  decision: Decision,
  note: AuditNote,
): Promise<void> {
  const { sources } = corpus;
  switch (decision.act) {
    case 'approve':
      return approve(corpus, source, approvedTier(source, decision.tier), note);
    case 'trial':
      return tryOut(corpus, source, note);
    case 'reject':
      await sources.setStatus(source.id, 'rejected', { reason: shortened(decision.reason), note });
      return;
    case 'pause':
      await sources.setStatus(source.id, 'paused', { ...trialOf(source), ...reasonOf(decision), note });
      return;
    case 'resume':
      await sources.setStatus(source.id, source.trialUntil === null ? 'active' : 'trial', {
        ...trialOf(source),
        note,
      });
      return;
    case 'refetch':
      return refetch(corpus, source, note);
    case 'tier':
      await sources.update(source.id, { tier: decision.tier }, note);
      return;
    case 'schedule':
      await sources.update(source.id, { scheduleMinutes: decision.minutes }, note);
      return;
    case 'remove':
      return sources.remove(source.id, { now: note.at, ...reasonOf(decision), note });
    case 'undo':
      await sources.restore(source.id, note);
  }
}

function reasonOf(decision: { readonly reason?: string }): { reason?: string } {
  return decision.reason === undefined ? {} : { reason: shortened(decision.reason) };
}

// A pause keeps the end of a trial, by which it is known that the source was never approved.
function trialOf(source: Source): { trialUntil?: Date } {
  return source.trialUntil === null ? {} : { trialUntil: new Date(source.trialUntil) };
}

// Everything before `setStatus` may be repeated or done in vain; the note comes with the change that counts.
async function approve(corpus: DecidedCorpus, source: Source, tier: Tier, note: AuditNote): Promise<void> {
  await corpus.sources.update(source.id, { tier });
  await takeInUpload(corpus, source, note.at);
  const { questionId } = (await corpus.sourceChecks.find(source.id)) ?? { questionId: null };
  if (questionId !== null)
    for (const id of await spellingsOf(corpus.unanswered, questionId))
      await corpus.unanswered.setStatus(id, 'answered');
  await corpus.sources.setStatus(source.id, 'active', { note });
}

async function tryOut(corpus: DecidedCorpus, source: Source, note: AuditNote): Promise<void> {
  await corpus.sources.update(source.id, { tier: 'unreviewed' });
  await takeInUpload(corpus, source, note.at);
  const trialUntil = new Date(note.at.getTime() + trialDays * dayMs);
  await corpus.sources.setStatus(source.id, 'trial', { trialUntil, note });
}

async function refetch(corpus: DecidedCorpus, source: Source, note: AuditNote): Promise<void> {
  await takeInUpload(corpus, source, note.at);
  // Null means now: the worker looks for sources that are due every few seconds.
  await corpus.sources.update(source.id, { nextAt: null }, note);
}

async function takeInUpload(corpus: DecidedCorpus, source: Source, now: Date): Promise<void> {
  const name = uploadOf(source.url);
  if (name === null) return;
  const payload = { path: `${uploadsFolder}/${name}`, name, sourceId: source.id };
  await corpus.jobs.enqueue('ingest-file', payload, { now, dedupeKey: `source:${source.id}` });
}

/**
 * Pauses every source whose trial is over without a decision: its passages stay, marked as unreviewed, and nothing new
 * is taken in. @returns how many.
 */
export async function endTrials(corpus: Pick<Corpus, 'sources'>, now: Date): Promise<number> {
  const tried = await corpus.sources.list({ statuses: ['trial'] });
  const over = tried.filter(
    ({ trialUntil }) => trialUntil !== null && Date.parse(trialUntil) <= now.getTime(),
  );
  for (const source of over) {
    const note: AuditNote = {
      at: now,
      actor: 'worker',
      act: 'trial-end',
      subject: `source:${source.id}`,
      details: { url: source.url },
    };
    await corpus.sources.setStatus(source.id, 'paused', {
      ...trialOf(source),
      reason: `the trial of ${trialDays} days is over`,
      note,
    });
  }
  return over.length;
}
