import type { Lexicon } from '../../corpus/lexicon/lexicon.ts';
import { termsOf } from '../question/question-terms.ts';
import { matchTerm } from '../reading/match.ts';
import type { DigestEvent } from './digest-event.ts';

// Two thirds: news that answers "how many detectors has Japan given" names Japan and detectors, and rarely "given".
const leastCoverage = 0.6;

/** A condition on events: they are about what a saved question asks, with all its names. */
export function answersSavedQuestion(question: string, lexicon: Lexicon): (event: DigestEvent) => boolean {
  const terms = termsOf(question, lexicon).filter(({ weight }) => weight >= 0.5);
  const whole = terms.reduce((sum, { weight }) => sum + weight, 0);
  return ({ terms: told }) => {
    const missesName = terms.some((term) => term.named && matchTerm(term, told) < 0.5);
    if (missesName || whole === 0) return false;
    const covered = terms.reduce((sum, term) => sum + term.weight * matchTerm(term, told), 0);
    return covered / whole >= leastCoverage;
  };
}
