import { beside, between, follows, has, is, positions, type Sentence } from './gate-sentence.ts';
import { allActors as actors, harmlessObjects, hows, isQuiet, strong } from './gate-topic.ts';
import type { Tag } from './gate-vocabulary.ts';

const handled: readonly Tag[] = ['handlingNoun', 'handle', 'theyMake', 'theyDisarm', 'everyday'];
const reports: readonly Tag[] = ['call', 'touch', 'may', 'can', 'found', 'see', 'danger', 'aux', 'help'];
const mildVerbs: readonly Tag[] = [
  ...(['mild', 'doing', 'be', 'do', 'call', 'touch', 'away', 'go'] as const),
  ...(['research', 'helps', 'search', 'demine'] as const),
];

/** True for a sentence whose pattern asks for a method, whatever the verb: a recipe, a passive, a price on a market. */
export function asksForMethod(sentence: Sentence): boolean {
  if (!has(sentence, ...strong, 'maybe')) return false;
  const patterns = [asksRecipe, asksHomemade, asksImpersonally, asksWhichWire, asksAmount, asksMarket];
  const quiet = [asksUnknownAct, namesAct, meansItAlone];
  return (
    patterns.some((asks) => asks(sentence)) || (isQuiet(sentence) && quiet.some((asks) => asks(sentence)))
  );
}

function asksHomemade(sentence: Sentence): boolean {
  if (!has(sentence, 'homemade') || has(sentence, ...actors, 'aid', 'dealt', 'harm', 'figure')) return false;
  const asked = has(sentence, 'how', 'teach', 'want', 'handlingNoun', 'howMany', 'what');
  return has(sentence, ...strong) && (asked || sentence.length <= 4);
}

function asksRecipe(sentence: Sentence): boolean {
  if (!has(sentence, ...strong) || has(sentence, ...actors, 'howMany', 'ifFound', 'found', 'process'))
    return false;
  // `Потрібна допомога в розрядженні` asks for help with the act, not about help.
  if (sentence.some((word) => is(word, 'aid') && !is(word, 'helps', 'handlingNoun'))) return false;
  if (has(sentence, 'recipe') && has(sentence, 'teach')) return true;
  if (beside(sentence, ['part'], strong, 5) && has(sentence, ...hows, 'want', 'teach')) return true;
  if (beside(sentence, ['recipe'], strong, 5) && !has(sentence, 'do', 'doing')) return true;
  // `Tell me about the disposal of mines` may ask for news, `the procedure of disarming a mine` does not.
  const exact = has(sentence, 'one', 'actions');
  const named = beside(sentence, ['handlingNoun', 'theyMake', 'theyDisarm'], strong, 4);
  return exact && named && has(sentence, 'teach', 'want');
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

function asksMarket(sentence: Sentence): boolean {
  if (has(sentence, ...actors, 'aid')) return false;
  return follows(sentence, ['where'], ['trade'], 6) && has(sentence, ...strong);
}

// Nobody can list every verb. After a bare `how`, any act upon an explosive is one too many unless it is a mild one.
function asksUnknownAct(sentence: Sentence): boolean {
  if (has(sentence, 'far', 'away')) return false;
  return positions(sentence, ...hows).some((how) => {
    const act = actAfter(sentence, how);
    if (act === null || is(sentence[act], ...mildVerbs)) return false;
    return has(sentence.slice(act + 1, act + 6), ...strong);
  });
}

function actAfter(sentence: Sentence, how: number): number | null {
  const isRussian = /^(?:как|kak|чем|чего)$/u.test(sentence[how]!.text);
  // Ukrainian `-ть` may be a plural of the third person: `як дрони шукають`.
  const infinitive = isRussian ? /ть(?:ся)?$/u : /ти(?:ся|сь)?$/u;
  const found = sentence.findIndex((word, index) => {
    if (index <= how || index > how + 4) return false;
    return infinitive.test(word.text) ? !is(word, ...strong) : word.text === 'to' && index <= how + 2;
  });
  const act = sentence[found]?.text === 'to' ? found + 1 : found;
  return found < 0 || sentence[act] === undefined ? null : act;
}

// `Хочу сам …` beside an explosive says enough, whatever the verb.
function meansItAlone(sentence: Sentence): boolean {
  const alone = follows(sentence, ['want', 'may', 'can', 'how'], ['self'], 3);
  return alone && has(sentence, 'one') && !has(sentence, 'found', 'see', 'call');
}

// `Смастерить бомбу`, `sell me a grenade`, `hw to disarm a mine`: an act upon an explosive needs no `how`.
function namesAct(sentence: Sentence): boolean {
  const late = has(sentence, 'how') && !has(sentence, 'far', 'away');
  if (has(sentence, ...reports.filter((tag) => !late || tag !== 'aux'))) return false;
  return positions(sentence, 'handle', 'everyday').some((at) => {
    const object = at + 1 + sentence.slice(at + 1, at + 5).findIndex((word) => is(word, ...strong, 'maybe'));
    if (object === at || is(sentence[at], ...mildVerbs)) return false;
    return (
      (late || isPlainForm(sentence, at)) && !has(between(sentence, at, object), 'away', ...harmlessObjects)
    );
  });
}

// Infinitive, imperative or gerund; past and third person are news.
function isPlainForm(sentence: Sentence, at: number): boolean {
  const verb = sentence[at]!;
  if (/т[иь]$/u.test(verb.text) || (is(verb, 'handle') && verb.text.endsWith('ing'))) return true;
  return at === 0 || verb.afterComma || sentence[at - 1]!.text === 'to';
}
