import type { Config } from '../corpus/config.ts';
import type { Logger } from '../corpus/log.ts';
import { classifySafety, safetyCard } from '../retrieval/gate/gate.ts';
import { phrasesIn } from '../retrieval/wording/phrases.ts';
import type { SafetyRules } from './deps.ts';

/** The rules of retrieval with the operator's own cards, for use before anything else is looked at. */
export function safetyRules(config: Pick<Config, 'SAFETY_CARD_DIR'>, log: Logger): SafetyRules {
  return {
    classify: classifySafety,
    card: (language) => [
      { kind: 'card', text: safetyCard(language, config.SAFETY_CARD_DIR, (message) => log.warn(message)) },
    ],
    refusal: (language) => [{ kind: 'plain', text: phrasesIn(language).refusal }],
  };
}
