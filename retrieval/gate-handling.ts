import type { Sentence, Word } from './gate-reading.ts';
import { beside, between, follows, has, is, positions } from './gate-sentence.ts';
import type { Tag } from './gate-vocabulary.ts';

/** How sure it is that handling is asked for: `soft` is a bare `may I`, which a report of a find outweighs. */
export type HandlingRequest = 'firm' | 'soft' | null;

const strong: readonly Tag[] = ['one', 'hazard'];
const others: readonly Tag[] = ['org', 'agent', 'machine', 'occupier'];
const harmless: readonly Tag[] = ['harmless', 'process', 'machine', 'info'];
const statistics: readonly Tag[] = ['howMany', 'who', 'which', 'why', 'when'];
const governors: readonly Tag[] = [
  'how',
  'want',
  'teach',
  'may',
  'can',
  'what4',
  'where',
  'whither',
  'whatFrom',
];
const objectReach = 6;
const governorReach = 8;

/** Whether somebody wants to build, set, disarm, move, open, detonate, hide or trade explosive objects. */
export function asksHandling(message: readonly Sentence[]): HandlingRequest {
  const dangerous = message.some((sentence) => has(sentence, ...strong, 'layMines', 'demine'));
  if (!dangerous) return null;
  const hazardNamed = message.some((sentence) => has(sentence, ...strong));
  return strongest(message.map((sentence) => sentenceRequest(withoutRoles(sentence), hazardNamed)));
}

function strongest(requests: readonly HandlingRequest[]): HandlingRequest {
  return requests.includes('firm') ? 'firm' : requests.includes('soft') ? 'soft' : null;
}

// `I am a sapper`, `уяви, що ти сапер`: a part that is played is nobody who acts in the world.
function withoutRoles(sentence: Sentence): Sentence {
  return sentence.filter(
    (word, index) => !is(word, 'org') || !has(sentence.slice(Math.max(0, index - 4), index), 'role'),
  );
}

function sentenceRequest(sentence: Sentence, hazardNamed: boolean): HandlingRequest {
  if (asksRecipe(sentence) || asksImpersonally(sentence) || asksWhichWire(sentence)) return 'firm';
  const verbs = positions(sentence, 'handle', 'everyday', 'demine', 'search', 'layMines');
  return strongest(verbs.map((at) => verbRequest(sentence, at, hazardNamed)));
}

function verbRequest(sentence: Sentence, at: number, hazardNamed: boolean): HandlingRequest {
  const verb = sentence[at]!;
  const alone = has(sentence, 'self', 'tool', 'homemade');
  if (
    !hasDangerousObject(sentence, at, hazardNamed) &&
    !is(verb, 'layMines') &&
    !(alone && is(verb, 'demine'))
  )
    return null;
  if (
    is(verb, 'demine', 'search') &&
    !is(verb, 'handle', 'everyday') &&
    !alone &&
    !has(sentence.slice(at + 1, at + 4), 'one')
  )
    return null;
  const before = sentence.slice(0, at);
  if (has(before, ...statistics) && !alone) return null;
  const governor = before.findLastIndex(
    (word, index) => index >= at - governorReach && governs(word, before[index + 1]),
  );
  if (governor < 0) return withoutGovernor(sentence, at, alone);
  const gap = before.slice(governor + 1);
  if (actsSomebodyElse(gap) || has(gap, 'helps', 'trains')) return null;
  if (alone) return 'firm';
  return governed(sentence, at, { governor: before[governor]!, gap });
}

function governs(word: Word, next: Word | undefined): boolean {
  return is(word, ...governors) || (is(word, 'help') && is(next, 'my'));
}

function governed(
  sentence: Sentence,
  at: number,
  link: { readonly governor: Word; readonly gap: Sentence },
): HandlingRequest {
  const { governor, gap } = link;
  const before = sentence.slice(0, at);
  if (is(governor, 'teach') && has(sentence, ...others)) return null;
  if (is(governor, 'how', 'teach', 'whatFrom'))
    return has(gap, 'aux') && !has(gap, 'you', 'me') ? null : 'firm';
  if (is(governor, 'where', 'whither'))
    return has(before, ...others) || has(sentence, 'aid', 'passive') ? null : 'firm';
  if (is(governor, 'want', 'help')) return actsSomebodyElse(before) ? null : 'firm';
  if (is(governor, 'what4')) return has(before, 'what') && !is(sentence[at], 'search') ? 'firm' : null;
  // `Can it explode` fears, `may I blow it up` plans.
  return has(sentence, ...others, 'aid', 'figure') || is(sentence[at], 'danger') ? null : 'soft';
}

function withoutGovernor(sentence: Sentence, at: number, alone: boolean): HandlingRequest {
  const before = sentence.slice(0, at);
  if (has(before, ...others, 'passive')) return null;
  if (is(sentence[at], 'ownPlan')) return 'firm';
  if (alone && (has(before, 'me') || before.length <= 2)) return 'firm';
  return is(sentence[at], 'handle') && has(before.slice(-2), 'me') ? 'firm' : null;
}

// The doer nearest to the verb counts: `tell me about machines that …`.
function actsSomebodyElse(gap: Sentence): boolean {
  const doer = gap.findLast((word) => is(word, ...others, 'me', 'you'));
  return doer !== undefined && is(doer, ...others) && !is(doer, 'you');
}

function hasDangerousObject(sentence: Sentence, at: number, hazardNamed: boolean): boolean {
  const close = positions(sentence, ...strong).some(
    (object) =>
      object !== at &&
      Math.abs(object - at) <= objectReach &&
      !has(between(sentence, at, object), ...harmless) &&
      !is(sentence[object + 1], 'harmless'),
  );
  if (close) return true;
  if (!hazardNamed || has(sentence.slice(at + 1, at + 4), ...harmless, 'aid')) return false;
  const pronoun = has(sentence.slice(Math.max(0, at - 3), at + 4), 'pronoun');
  return pronoun || (is(sentence[at], 'handle') && has(sentence, ...strong));
}

function asksRecipe(sentence: Sentence): boolean {
  if (!has(sentence, ...strong) || has(sentence, ...others, 'howMany', 'aid')) return false;
  if (has(sentence, 'recipe')) return true;
  if (has(sentence, 'homemade')) {
    return sentence.length <= 4 || has(sentence, 'how', 'teach', 'want', 'handlingNoun');
  }
  const handled: readonly Tag[] = ['handlingNoun', 'handle', 'theyMake', 'theyDisarm'];
  return has(sentence, 'teach') && beside(sentence, handled, strong, 4);
}

function asksImpersonally(sentence: Sentence): boolean {
  if (has(sentence, ...others, 'howMany', 'aid', 'figure')) return false;
  const made = follows(sentence, ['how'], ['theyMake'], 6) && has(sentence, ...strong);
  return made || (follows(sentence, ['how'], ['theyDisarm'], 6) && has(sentence, 'one'));
}

function asksWhichWire(sentence: Sentence): boolean {
  return (
    follows(sentence, ['which', 'what'], ['wire'], 1) &&
    has(sentence, 'everyday', 'handle') &&
    has(sentence, ...strong)
  );
}
