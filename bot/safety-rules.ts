import { classifySafety, safetyCard } from '../retrieval/gate.ts';
import { phrasesIn } from '../retrieval/phrases.ts';
import type { SafetyRules } from './deps.ts';

/** The rules of retrieval, for use before anything else is looked at. */
export const safetyRules: SafetyRules = {
  classify: classifySafety,
  card: (language) => [{ kind: 'card', text: safetyCard(language) }],
  refusal: (language) => [{ kind: 'plain', text: phrasesIn(language).refusal }],
};
