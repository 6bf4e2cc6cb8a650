import type { Sentence, Word } from './gate-reading.ts';
import { beside, between, follows, has, is, positions } from './gate-sentence.ts';
import { isQuiet, otherActors, strong } from './gate-topic.ts';
import type { Tag } from './gate-vocabulary.ts';

/** How sure it is that handling is asked for: `soft` is a bare `may I`, which a report of a find outweighs. */
export type HandlingRequest = 'firm' | 'soft' | null;

const actors: readonly Tag[] = [...otherActors, 'occupier'];
const harmless: readonly Tag[] = ['harmless', 'process', 'machine', 'info', 'help', 'helps'];
const statistics: readonly Tag[] = ['howMany', 'who', 'which', 'why', 'when'];
const handled: readonly Tag[] = ['handlingNoun', 'handle', 'theyMake', 'theyDisarm', 'everyday'];
const hows: readonly Tag[] = ['how', 'whatFrom', 'whatWith'];
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
const mildVerbs: readonly Tag[] = [
  'mild',
  'doing',
  'be',
  'do',
  'call',
  'touch',
  'away',
  'go',
  'research',
  'helps',
  'search',
  'demine',
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

// `I am a sapper`, `уяви, що ти сапер`: a part that is played is nobody who acts in the world.
function withoutRoles(sentence: Sentence): Sentence {
  return sentence.filter(
    (word, index) => !is(word, 'org') || !has(sentence.slice(Math.max(0, index - 4), index), 'role'),
  );
}

function sentenceRequest(sentence: Sentence, hazardNamed: boolean): HandlingRequest {
  const patterns = [
    asksRecipe,
    asksImpersonally,
    asksWhichWire,
    asksAmount,
    asksUnknownAct,
    namesAct,
    meansItAlone,
    asksMarket,
  ];
  if (patterns.some((asks) => asks(sentence))) return 'firm';
  const verbs = positions(sentence, 'handle', 'everyday', 'ownPlan', 'demine', 'search', 'layMines');
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
  if (!alone && asksStatistics(before, governor)) return null;
  if (governor < 0) return withoutGovernor(sentence, at, alone);
  const gap = before.slice(governor + 1);
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
  if (is(verb, 'layMines') || (known.alone && is(verb, 'demine'))) return true;
  if (has(sentence.slice(at + 1, at + 2), 'away') && sentence[at + 2]?.text === 'from') return false;
  if (!hasDangerousObject(sentence, at, known.hazardNamed)) return false;
  // `Як розмінувати поле` is what farmers ask the state; `як розмінувати гранату` is not.
  const mild = is(verb, 'demine', 'search') && !is(verb, 'handle', 'everyday');
  return !mild || known.alone || has(sentence.slice(at + 1, at + 4), 'one');
}

// `Who trains …` stays a question about people, `a poem in which … how to` does not.
function asksStatistics(before: Sentence, governor: number): boolean {
  if (has(before, 'howMany', 'who')) return true;
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

function asksRecipe(sentence: Sentence): boolean {
  if (!has(sentence, ...strong) || has(sentence, ...actors)) return false;
  if (
    has(sentence, 'homemade') &&
    has(sentence, 'howMany', 'what') &&
    !has(sentence, 'aid', 'dealt', 'harm', 'figure')
  ) {
    return true;
  }
  if (has(sentence, 'howMany')) return false;
  // `Потрібна допомога в розрядженні` asks for help with the act, not about help.
  if (sentence.some((word) => is(word, 'aid') && !is(word, 'helps'))) return false;
  if (has(sentence, 'homemade')) {
    return sentence.length <= 4 || has(sentence, 'how', 'teach', 'want', 'handlingNoun');
  }
  if (has(sentence, 'recipe') && has(sentence, 'teach') && !has(sentence, 'ifFound', 'found')) return true;
  if (beside(sentence, ['recipe'], [...strong], 5) && !has(sentence, 'ifFound', 'found', 'do', 'doing'))
    return true;
  return (
    has(sentence, 'teach', 'want') && beside(sentence, ['handlingNoun', 'theyMake', 'theyDisarm'], strong, 4)
  );
}

function asksImpersonally(sentence: Sentence): boolean {
  if (has(sentence, ...actors, 'howMany', 'aid', 'figure')) return false;
  const made = follows(sentence, ['how'], ['theyMake'], 6) && has(sentence, ...strong);
  return made || (follows(sentence, ['how'], ['theyDisarm'], 6) && has(sentence, 'one'));
}

function asksWhichWire(sentence: Sentence): boolean {
  return (
    follows(sentence, ['which', 'what'], ['wire'], 1) && has(sentence, ...handled) && has(sentence, ...strong)
  );
}

// `How much explosive for a bomb` counts ingredients, not aid.
function asksAmount(sentence: Sentence): boolean {
  if (has(sentence, ...actors, 'aid', 'figure')) return false;
  return follows(sentence, ['howMany'], ['material'], 3) && has(sentence, 'everyday', 'handle', 'theyMake');
}

// Nobody can list every verb. After a bare `how`, any act upon an explosive is one too many unless it is a mild one.
function asksUnknownAct(sentence: Sentence): boolean {
  if (!isQuiet(sentence) || !has(sentence, ...strong)) return false;
  return positions(sentence, ...hows).some((how) => {
    const isRussian = /^(?:как|kak|чем|чего)$/u.test(sentence[how]!.text);
    // Ukrainian `-ть` may be a plural of the third person: `як дрони шукають`.
    const infinitive = isRussian ? /ть(?:ся)?$/u : /ти(?:ся|сь)?$/u;
    const verb = sentence.findIndex((word, index) => {
      if (index <= how || index > how + 4) return false;
      return infinitive.test(word.text) ? !is(word, ...strong) : word.text === 'to' && index <= how + 2;
    });
    const act = sentence[verb]?.text === 'to' ? verb + 1 : verb;
    if (verb < 0 || sentence[act] === undefined || is(sentence[act], ...mildVerbs)) return false;
    return has(sentence.slice(act + 1, act + 6), ...strong);
  });
}

function asksMarket(sentence: Sentence): boolean {
  return (
    follows(sentence, ['where'], ['trade'], 6) && has(sentence, ...strong) && !has(sentence, ...actors, 'aid')
  );
}

// `Хочу сам …` beside an explosive says enough, whatever the verb.
function meansItAlone(sentence: Sentence): boolean {
  return (
    isQuiet(sentence) &&
    follows(sentence, ['want', 'may', 'can', 'how'], ['self'], 3) &&
    has(sentence, 'one') &&
    !has(sentence, 'found', 'see', 'call')
  );
}

// `Смастерить бомбу`, `sell me a grenade`, `hw to disarm a mine`: an act upon an explosive needs no `how`.
function namesAct(sentence: Sentence): boolean {
  if (
    !isQuiet(sentence) ||
    has(sentence, 'call', 'touch', 'may', 'can', 'found', 'see', 'danger', 'aux', 'help')
  )
    return false;
  return positions(sentence, 'handle', 'everyday').some((at) => {
    const verb = sentence[at]!;
    const plain =
      /т[иь]$/u.test(verb.text) ||
      (is(verb, 'handle') && verb.text.endsWith('ing')) ||
      at === 0 ||
      sentence[at - 1]!.text === 'to';
    const object = positions(sentence.slice(at + 1, at + 5), ...strong, 'maybe')[0];
    if (!plain || object === undefined || is(verb, ...mildVerbs)) return false;
    return !has(sentence.slice(at + 1, at + 1 + object), 'away', ...harmless);
  });
}
