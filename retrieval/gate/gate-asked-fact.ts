import { beside, follows, has, is, positions, type Sentence, type Word } from './gate-sentence.ts';
import { strong } from './gate-topic.ts';
import type { Tag } from './gate-vocabulary.ts';

// Forms of facts about the work of others. Each holds for a sentence in which nobody speaks of himself, or it proves nothing.
const opening = 3;

/** A verb of the third person plural: `шукають`, `вывозят`. */
export const theyDo = /(?:[юуая]ть|[юуая]т)$/u;

const acts: readonly Tag[] = [
  ...(['handle', 'everyday', 'layMines', 'ownPlan', 'theyMake', 'theyDisarm', 'handlingNoun'] as const),
];
// Whoever says that it lies or is seen, or asks what to do, may stand before it.
const here: readonly Tag[] = ['lies', 'doing', 'touch', 'bombSquad', 'callNumber'];
const you = /^(?:you|u|one|ти|ви|ты|вы|тобі|вам|тебе)$/u;
const seen: readonly Tag[] = [...here, 'see', 'away'];

// `Did`, `blew`, `exploded`; `зачепила`, `подорвался`.
const past =
  /^(?:did|was|were|had|has|blew|hit|went|took|broke|\p{Script=Latin}{3,}ed|\p{Script=Cyrillic}{2,}(?:[аиіяує](?:ла|ло|ли)|[аияує][вл]|[шрзгк]ла|[шрзгк]ло|[шрзгк]ли)(?:с[яь])?)$/u;
// `Щоб` tells what somebody means to do; `кто-то` and `только что` are no questions.
const somebodyOrPurpose = /^(?:щоб|щоби|аби|чтоб|чтобы|shob|shchob|chtoby|so|то|to|тільки|только)$/u;

/** Asks how others work, what happened somewhere or how much was found, in a message in which nobody sees anything. */
export function asksOfDeeds(message: readonly Sentence[]): boolean {
  if (message.some((sentence) => has(sentence, ...here) || sentence.some(({ text }) => you.test(text))))
    return false;
  if (message.some((sentence) => asksDepth(sentence) || asksReach(sentence))) return true;
  if (message.some((sentence) => has(sentence, ...seen))) return false;
  return message.some((sentence) =>
    [
      asksWhatHappened,
      asksWhichWay,
      asksHowTheyDo,
      asksWhatTheyDo,
      asksWhatBecomesOf,
      namesMost,
      namesCount,
    ].some((asks) => asks(sentence)),
  );
}

/** `What mine did the tractor set off`, `на чём подорвался робот`: what has happened somewhere, told by nobody who is there. */
function asksWhatHappened(sentence: Sentence): boolean {
  if (sentence.some(({ text }) => somebodyOrPurpose.test(text))) return false;
  // `Who dropped a grenade on the porch`: one thing at a house is before somebody.
  const start = sentence.slice(0, opening);
  if (has(sentence, 'home') && has(sentence, 'one', 'weak', 'vague') && !has(start, 'howMany')) return false;
  const asks =
    has(start, 'which', 'whatWith', 'who', 'why', 'howMany') ||
    follows(start, ['what'], [...strong, 'dud', 'blast', 'aux'], 2) ||
    follows(start, ['when', 'where'], ['aux'], 1) ||
    start.some(({ text }) => whence.test(text));
  return asks && sentence.slice(1).some((word) => past.test(word.text) && !is(word, ...strong));
}

// Who has found something knows where.
const whence = /^(?:звідки|звідкіля|откуда|де|где|скількох|скольких)$/u;

const toldInJapanese =
  /(?:どの|どんな|どれ|どこ|何|誰|だれ|いつ|いくつ).{0,80}(?:た|んだ|だった|ました)(?:の|ん)?(?:です)?か[?？。]*$|[ただ]のは(?:どの|どんな|どこ|何|誰|だれ|いつ)/u;
const doneInJapanese =
  /(?:どのように|どこ(?:で|に|へ)|誰が|何で).{0,80}(?:され|られ|して)(?:ます|います|ている|る)(?:の|ん)?(?:です)?か[?？。]*$|(?:され|られ|渡さ)(?:れ)?(?:ました|ています|たの(?:です)?)か[?？。]*$/u;

/** The same in Japanese, and how something is done by those who do it. */
export function asksOfDeedsInJapanese(text: string): boolean {
  return toldInJapanese.test(text) || doneInJapanese.test(text);
}

const either = /^(?:чи|или|либо|chy|ili)$/u;

/** `Вивозять чи підривають на місці`: a choice that others make. */
function asksWhichWay(sentence: Sentence): boolean {
  if (!isTheirDeed(sentence[0])) return false;
  const at = sentence.findIndex(({ text }) => either.test(text));
  return at > 0 && sentence.slice(at + 1, at + opening).some(isTheirDeed);
}

// They can, they ask a price, they put a charge: said by people who plan.
const modal = /^(?:мо[жг]|прос|(?:під|под|за|по)?кла)/u;

function isTheirDeed(word: Word | undefined): boolean {
  if (word === undefined || !theyDo.test(word.text) || modal.test(word.text)) return false;
  return !is(word, 'lies', 'danger', 'holds', 'one', 'hazard');
}

const asked = /^(?:куди|де|звідки|навіщо|чому|хто|що|скільки|куда|где|откуда|зачем|почему|кто|что|сколько)$/u;
const russian = /^(?:как|чем|куда|где|откуда|зачем|почему|кто|что|сколько)$/u;

/** `Чим маркують снаряди`, `куди дівають`: how it is done by those who do it, unless they build, set off or take apart. */
function asksHowTheyDo(sentence: Sentence): boolean {
  return sentence.slice(0, opening).some((word, at) => {
    if (!asked.test(word.text) && !is(word, 'how', 'whatWith')) return false;
    // `Как маскировать` is an infinitive, `як шукають` is not.
    const ending = russian.test(word.text) ? /т$/u : /ть$/u;
    return sentence
      .slice(at + 1, at + opening)
      .some((deed) => isTheirDeed(deed) && ending.test(deed.text) && !is(deed, ...acts, 'chemical'));
  });
}

const they = /^(?:they|deminers?|sappers?|teams?|operators?|experts?)$/u;

/** `What do they use to destroy mines`. `How do they` may be a request in disguise. */
function asksWhatTheyDo(sentence: Sentence): boolean {
  const at = sentence
    .slice(0, opening)
    .findIndex((word) => is(word, 'what', 'where', 'which', 'why', 'when'));
  const [auxiliary, subject, noun] = sentence.slice(at + 1, at + 4);
  if (at < 0 || !/^(?:do|does|did)$/u.test(auxiliary?.text ?? '')) return false;
  return [subject, noun].some((word) => word !== undefined && they.test(word.text));
}

const becomesOf = /^(?:роблять|делают|відбувається|происходит)$/u;
const withIt = /^(?:з|із|зі|с|со)$/u;

/** `Що роблять з тротилом`: what is done with it, not how it is made. */
function asksWhatBecomesOf(sentence: Sentence): boolean {
  return sentence.some(
    (word, index) =>
      is(word, 'what') &&
      becomesOf.test(sentence[index + 1]?.text ?? '') &&
      withIt.test(sentence[index + 2]?.text ?? ''),
  );
}

const most =
  /^(?:biggest|largest|heaviest|oldest|deepest|longest|найбільш\p{L}{1,4}|найважч\p{L}{1,4}|найдовш\p{L}{1,4}|найстаріш\p{L}{1,4}|рекордн\p{L}{2,4}|крупнейш\p{L}{2,4}|сам(?:ый|ая|ое|ую|ой))$/u;

/** `The heaviest bomb found in Kharkiv`: whoever ranks them has read of many. */
function namesMost(sentence: Sentence): boolean {
  return (
    sentence.slice(0, opening).some(({ text }) => most.test(text)) &&
    has(sentence, 'setting', 'agent', 'org', 'dealt')
  );
}

const depth = /^(?:глибин\p{L}{0,3}|глибоко|глибше|глубин\p{L}{0,3}|глубоко|deep|deeper|depth|深さ)$/u;
const senses =
  /^(?:шука|бач|чу|знаход|виявля|иск|ищ|вид|наход|обнаруж|баче)\p{L}{1,4}$|^(?:finds?|detects?|sees?|senses?|works?|reach(?:es)?)$/u;

/** How deep an apparatus or a dog notices a mine. Who buries one or hides it from them asks something else. */
function asksDepth(sentence: Sentence): boolean {
  if (has(sentence, 'no', ...acts)) return false;
  return (
    sentence.some(({ text }) => depth.test(text)) &&
    sentence.some(({ text, tags }) => senses.test(text) || tags.has('sensor'))
  );
}

/** From how far a machine is driven. */
function asksReach(sentence: Sentence): boolean {
  return beside(sentence, ['far'], ['steer'], 8) && !has(sentence, ...acts, 'one', 'hazard');
}

const soFar = /^(?:total|altogether|overall|загалом|усього|всього|станом|всего|итого|合計|総数)$/u;
const year = /^20[012]\d$/u;

/** `Explosive items found in the forests, total`, `ВНП Ізюмщина 2024`: keywords for a figure, no sentence of anybody. */
function namesCount(sentence: Sentence): boolean {
  if (positions(sentence, 'one').length > 0 || !has(sentence, 'hazard')) return false;
  return sentence.some(
    ({ text }, index) =>
      soFar.test(text) || year.test(text) || (text === 'far' && sentence[index - 1]?.text === 'so'),
  );
}
