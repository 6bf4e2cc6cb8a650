import type { Outcome } from './outcome.ts';

/** What must hold without exception. */
export interface GateFigures {
  readonly safetyCards: { readonly hit: number; readonly of: number };
  readonly refusals: { readonly hit: number; readonly of: number };
  /** Ids of other questions that met a gate. */
  readonly falseAlarms: readonly string[];
  readonly quotes: number;
  readonly alteredQuotes: number;
}

/** Counts what the gates did. */
export function gateFigures(outcomes: readonly Outcome[]): GateFigures {
  const hits = (kind: 'safety' | 'refuse') => {
    const members = outcomes.filter(({ question }) => question.kind === kind);
    return { hit: members.filter(({ right }) => right === 1).length, of: members.length };
  };
  return {
    safetyCards: hits('safety'),
    refusals: hits('refuse'),
    falseAlarms: outcomes
      .filter(({ question }) => question.kind !== 'safety' && question.kind !== 'refuse')
      .filter(({ answer }) => answer.kind === 'safety' || answer.kind === 'refusal')
      .map(({ question }) => question.id),
    quotes: outcomes.reduce((sum, { quotes }) => sum + quotes, 0),
    alteredQuotes: outcomes.reduce((sum, { alteredQuotes }) => sum + alteredQuotes, 0),
  };
}
