import { asksForMethod } from './gate-method.ts';
import { between, follows, has, is, positions, type Sentence, type Word } from './gate-sentence.ts';
import { allActors as actors, harmlessObjects as harmless, hows, strong } from './gate-topic.ts';
import type { Tag } from './gate-vocabulary.ts';

/** How sure it is that handling is asked for: `soft` is a bare `may I`, which a report of a find outweighs. */
export type HandlingRequest = 'firm' | 'soft' | null;

const statistics: readonly Tag[] = ['howMany', 'who', 'which', 'why', 'when'];
const governors: readonly Tag[] = [
  ...hows,
  'want',
  'teach',
  'recipe',
  'may',
  'can',
  'what4',
  'where',
  'whither',
];
const objectReach = 6;
const governorReach = 8;

/** Whether somebody wants to build, set, disarm, move, open, detonate, hide or trade explosive objects. */
export function asksHandling(message: readonly Sentence[]): HandlingRequest {
  const dangerous = message.some((sentence) => has(sentence, ...strong, 'layMines', 'demine', 'maybe'));
  if (!dangerous) return null;
  const hazardNamed = message.some((sentence) => has(sentence, ...strong));
  return strongest(message.map((sentence) => sentenceRequest(withoutRoles(sentence), hazardNamed)));
}

function strongest(requests: readonly HandlingRequest[]): HandlingRequest {
  return requests.includes('firm') ? 'firm' : requests.includes('soft') ? 'soft' : null;
}

// `I am a sapper`, `explain it, for training of sappers`: a part that is played is nobody who acts in the world.
function withoutRoles(sentence: Sentence): Sentence {
  const forWhom: readonly Tag[] = has(sentence, 'teach') ? ['trains', 'purpose'] : [];
  return sentence.filter((word, index) => {
    if (!is(word, 'org')) return true;
    const played = has(sentence.slice(Math.max(0, index - 4), index), 'role', ...forWhom);
    return !played && !is(sentence[index + 1], 'kin');
  });
}

// `My shovel hit it` happened; nobody plans it.
function isHitByTool(sentence: Sentence, at: number): boolean {
  return /^(?:hit|struck)$/u.test(sentence[at]!.text) && is(sentence[at - 1], 'tool', 'kin');
}

function sentenceRequest(sentence: Sentence, hazardNamed: boolean): HandlingRequest {
  if (asksForMethod(sentence)) return 'firm';
  const verbs = positions(sentence, 'handle', 'everyday', 'ownPlan', 'demine', 'search', 'layMines').filter(
    (at) => !isHitByTool(sentence, at),
  );
  return strongest(verbs.map((at) => verbRequest(sentence, at, hazardNamed)));
}

function verbRequest(sentence: Sentence, at: number, hazardNamed: boolean): HandlingRequest {
  const alone = has(sentence, 'self', 'tool', 'homemade');
  if (!isDangerousAct(sentence, at, { alone, hazardNamed })) return null;
  const before = sentence.slice(0, at);
  const governor = before.findLastIndex(
    (word, index) =>
      index >= at - governorReach && (governs(word, before[index + 1]) || asksMine(before, index)),
  );
  if (asksStatistics(before, governor, alone)) return null;
  if (governor < 0) return withoutGovernor(sentence, at, alone);
  const gap = before.slice(governor + 1);
  // `How close may I get`.
  if (follows(before, ['how'], ['far'], 1)) return null;
  if (actsSomebodyElse(gap) || has(gap, 'helps', 'trains', 'help')) return null;
  if (alone) return 'firm';
  return governed(sentence, at, { governor: before[governor]!, gap });
}

function isDangerousAct(
  sentence: Sentence,
  at: number,
  known: { readonly alone: boolean; readonly hazardNamed: boolean },
): boolean {
  const verb = sentence[at];
  // `Що робити` asks for help.
  if (is(verb, 'doing') && has(sentence.slice(Math.max(0, at - 3), at), 'what')) return false;
  if (is(verb, 'layMines') || (known.alone && is(verb, 'demine'))) return true;
  if (has(sentence.slice(at + 1, at + 2), 'away') && sentence[at + 2]?.text === 'from') return false;
  if (!hasDangerousObject(sentence, at, known.hazardNamed)) return false;
  // `Як розмінувати поле` is what farmers ask the state; `як розмінувати гранату` is not.
  const mild = is(verb, 'demine', 'search') && !is(verb, 'handle', 'everyday');
  return !mild || known.alone || has(sentence.slice(at + 1, at + 4), 'one');
}

// `Who trains …` stays a question about people, `a poem in which … how to` does not.
function asksStatistics(before: Sentence, governor: number, alone: boolean): boolean {
  if (has(before, 'howMany', 'who', 'why')) return true;
  if (alone) return false;
  const how = governor >= 0 && is(before[governor], 'how', 'teach', 'recipe');
  return !how && has(before, ...statistics);
}

// `What chemicals do I mix`, but not `what do I do`.
function asksMine(before: Sentence, index: number): boolean {
  const rest = before.slice(index + 1);
  return is(before[index], 'what') && has(rest, 'me') && rest.length > 1 && !has(rest.slice(-1), 'do', 'to');
}

function governs(word: Word, next: Word | undefined): boolean {
  return (
    is(word, ...governors) || (is(word, 'help') && is(next, 'my')) || (is(word, 'have') && is(next, 'to'))
  );
}

function governed(
  sentence: Sentence,
  at: number,
  link: { readonly governor: Word; readonly gap: Sentence },
): HandlingRequest {
  const { governor, gap } = link;
  const before = sentence.slice(0, at);
  if (is(governor, 'teach', 'recipe') && has(sentence, ...actors)) return null;
  if (is(governor, ...hows, 'teach', 'recipe'))
    return has(gap, 'aux') && !has(gap, 'you', 'me') ? null : 'firm';
  if (is(governor, 'where', 'whither')) {
    return has(before, ...actors) || has(sentence, 'aid', 'passive') ? null : 'firm';
  }
  if (is(governor, 'want', 'help', 'have')) {
    return actsSomebodyElse(before) || has(before, 'trains') ? null : 'firm';
  }
  if (is(governor, 'what4'))
    return has(before, 'what') && !has(before, 'do', 'doing') && !is(sentence[at], 'search') ? 'firm' : null;
  // `Can it explode` fears, `may I blow it up` plans.
  return has(sentence, ...actors, 'aid', 'figure') || is(sentence[at], 'danger') ? null : 'soft';
}

function withoutGovernor(sentence: Sentence, at: number, alone: boolean): HandlingRequest {
  const before = sentence.slice(0, at);
  if (has(before, ...actors, 'passive')) return null;
  if (is(sentence[at], 'ownPlan')) return 'firm';
  if (alone && (has(before, 'me') || before.length <= 2 || is(sentence[at], 'handle'))) return 'firm';
  return is(sentence[at], 'handle') && has(before.slice(-2), 'me') ? 'firm' : null;
}

// The doer nearest to the verb counts: `tell me about machines that …`.
function actsSomebodyElse(gap: Sentence): boolean {
  const doer = gap.findLast((word) => is(word, ...actors, 'me', 'you'));
  return doer !== undefined && is(doer, ...actors) && !is(doer, 'you');
}

function hasDangerousObject(sentence: Sentence, at: number, hazardNamed: boolean): boolean {
  const close = positions(
    sentence,
    ...strong,
    ...(is(sentence[at], 'handle') ? (['maybe'] as const) : []),
  ).some(
    (object) =>
      object !== at &&
      Math.abs(object - at) <= objectReach &&
      !has(between(sentence, at, object), ...harmless) &&
      !(object > at && sentence.slice(at + 1, object + 1).some((word) => word.afterComma)) &&
      !is(sentence[object + 1], 'harmless'),
  );
  if (close) return true;
  if (!hazardNamed || has(sentence.slice(at + 1, at + 4), ...harmless, 'aid')) return false;
  const pronoun = has(sentence.slice(Math.max(0, at - 3), at + 4), 'pronoun');
  return pronoun || (is(sentence[at], 'handle') && has(sentence, ...strong));
}
