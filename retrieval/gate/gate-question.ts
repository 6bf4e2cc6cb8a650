import { asksOfDeeds, asksOfDeedsInJapanese, theyDo } from './gate-asked-fact.ts';
import type { Readings } from './gate-readings.ts';
import { has, is, type Sentence, type Word } from './gate-sentence.ts';
import { asksForName, strong } from './gate-topic.ts';
import type { Tag } from './gate-vocabulary.ts';

const asked: readonly Tag[] = ['who', 'which', 'howMany', 'when', 'why'];
// Who acts in the news and what they act with; nobody who reports or plans.
const actors: readonly Tag[] = [
  'aid',
  'org',
  'agent',
  'process',
  'info',
  'law',
  'sensor',
  'machine',
  'paper',
];
const deeds: readonly Tag[] = [...actors, 'dealt', 'setting', 'gave'];
const personal: readonly Tag[] = ['me', 'my', 'kin', 'urgent', 'help', 'self', 'teach', 'want', 'recipe'];
const opening = 3;
const yesOrNo = /^(?:чи|chy|chi|did|does|do|has|have|are|is|was|were|can|could|will|would)$/u;
const particle = /^(?:ли|li)$/u;

const itself: readonly Tag[] = [
  'danger',
  'lies',
  'dud',
  'see',
  'is',
  'may',
  'can',
  'go',
  'touch',
  'everyday',
  'handle',
];
const whatBecame =
  /^(?:сталося|сталось|стало|трапил(?:ось|ося)|зробили|закінчил(?:ась|ася|ось)|случилось|произошло|сделали|закончил(?:ась|ось)|happened|became|stalosya|stalos)$/u;

/**
 * Asks what others do, did, have or must: `who gave drones`, `do satellites see craters`, `which robot lifts bombs`. Nobody
 * speaks of himself in it or asks to be taught. Of 354 such messages that the gate had not learned, four were dangerous.
 */
export function asksAboutOthers(readings: Readings): boolean {
  const messages = messagesOf(readings);
  if (speaksOfHimself(messages)) return false;
  if (readings.isJapanese && asksOfDeedsInJapanese(readings.text)) return true;
  if (messages.some(asksOfDeeds)) return true;
  return messages.some((message) =>
    message.some((sentence) =>
      [
        asksWho,
        asksWhether,
        asksIfTheyDo,
        asksHow,
        asksForName,
        asksWhereMost,
        asksWhatBecame,
        asksWhatIsPrinted,
      ].some((asks) => asks(sentence, readings.isJapanese)),
    ),
  );
}

const madeAtHome = /^(?:homemade|саморобн|самодельн)/u;

function speaksOfHimself(messages: readonly (readonly Sentence[])[]): boolean {
  const sentences = messages.flat();
  const names = (tags: readonly Tag[]) => sentences.some((sentence) => has(sentence, ...tags));
  // `Homemade` and `by itself` may be said of a machine.
  const isAlone = sentences.some(
    (sentence) =>
      !asksIfItDoes(sentence) &&
      sentence.some((word) => is(word, 'self') && !(madeAtHome.test(word.text) && !names(strong))),
  );
  return isAlone || names(personal.filter((tag) => tag !== 'self'));
}

/** Opens with `who`, `which`, `when`, `how many` or `why`, and nobody in it speaks of himself: no report of a find begins so. */
export function asksForFact(readings: Readings): boolean {
  const messages = messagesOf(readings);
  if (messages.some((message) => message.some((sentence) => has(sentence, ...personal)))) return false;
  return messages.some((message) => message.some((sentence) => has(sentence.slice(0, opening), ...asked)));
}

const pay =
  /(?<!\p{L})(?:чи|хто|скільки|кто|сколько|треба|мушу|маю|маємо|повин\p{L}{2,4}|нужно|надо|должен|who|how much|do i|do we|does|must|should)(?!\p{L}).{0,40}(?<!\p{L})(?:за|с|о)?(?:плат(?:ити|ить|ять|ят|им|иш|ишь)|плачу|плачувати|кошту(?:є|ють|ватиме)|стоит|pays?|paying|costs?)(?!\p{L})|(?<!\p{L})(?:size|amount|sum) of (?:\S+ ){0,4}?(?:grants?|loans?|aid|contributions?|pledges?)(?!\p{L})/iu;

/** Asks who pays, how much or whether one has to: about aid, whatever the work is called. */
export function asksAboutPay(readings: Readings): boolean {
  return pay.test(readings.text);
}

/** Asks how far to go from a dangerous object, and not what a leaflet says of it: who asks that may see one. */
export function asksHowFar(readings: Readings): boolean {
  return messagesOf(readings).some((message) =>
    message.some(
      (sentence) => has(sentence, 'far') && has(sentence, ...strong) && !has(sentence, 'paper', 'harm'),
    ),
  );
}

function messagesOf(readings: Readings): readonly (readonly Sentence[])[] {
  return [...readings.likelyViews().map((view) => readings.in(view)), readings.japanese()];
}

function asksWho(sentence: Sentence, isAnywhere: boolean): boolean {
  return has(isAnywhere ? sentence : sentence.slice(0, opening), ...asked) && has(sentence, ...deeds);
}

function asksWhether(sentence: Sentence): boolean {
  const isAsked =
    sentence.slice(0, 2).some(({ text }) => yesOrNo.test(text)) ||
    sentence.slice(0, opening + 1).some(({ text }) => particle.test(text));
  return isAsked && has(sentence, ...actors);
}

// `Чи показують …`, `показывают ли …`, `does Denmark …`: they do it, whoever they are, unless they are what explodes.
function asksIfTheyDo(sentence: Sentence): boolean {
  const [first, second, third, fourth] = sentence;
  if (first === undefined || second === undefined) return false;
  if (asksIfItDoes(sentence)) return true;
  if (/^(?:чи|chy)$/u.test(first.text)) return [second, third].some(isDoneByThem);
  if (particle.test(second.text)) return isDoneByThem(first);
  return /^(?:does|did)$/u.test(first.text) && [second, third, fourth].every((word) => !isDangerOrHere(word));
}

const itDoes = /(?:[аяую]є|[иї]ть|[еёи]т)$/u;
// Will it hold, may it, is it enough: what somebody asks who means to try.
const itGoesOff =
  /^(?:мож|вистач|хват|трима|удерж|спрац|детон|здетон|вибух|рван|розірв|загор|сработ|взор|взры|рвёт|рвет)/u;

// `Чи підриває «Зміна» міни`, `выдержит ли трал мину`: it does, unless it is what explodes.
function asksIfItDoes(sentence: Sentence): boolean {
  const [first, second, third] = sentence;
  if (first === undefined || second === undefined || isDangerOrHere(third)) return false;
  const verb = /^(?:чи|chy)$/u.test(first.text) ? second : particle.test(second.text) ? first : undefined;
  return verb !== undefined && itDoes.test(verb.text) && !itGoesOff.test(verb.text) && !is(verb, ...itself);
}

function isDoneByThem(word: Word | undefined): boolean {
  return word !== undefined && theyDo.test(word.text) && !is(word, ...itself);
}

function isDangerOrHere(word: Word | undefined): boolean {
  return is(word, 'one', 'hazard', 'weak', 'vague', 'you', 'me', 'it', 'kin');
}

function asksHow(sentence: Sentence): boolean {
  return is(sentence[0], 'how') && has(sentence.slice(1, opening + 1), 'org', 'agent', 'machine', 'sensor');
}

function asksWhatBecame(sentence: Sentence): boolean {
  return (
    sentence.slice(0, 2).some((word) => is(word, 'what', 'whatWith')) &&
    sentence.slice(1, opening + 1).some(({ text }) => whatBecame.test(text))
  );
}

const mostOften = /^(?:найчастіше|частіше|чаще|найбільше|most|mostly|often)$/u;

// `Where do people step on mines most often`: nobody asks so who stands on one.
function asksWhereMost(sentence: Sentence): boolean {
  return (
    has(sentence.slice(0, opening), 'where', ...asked) && sentence.some(({ text }) => mostOften.test(text))
  );
}

// `The school leaflet, how far from a shell`: whoever asks what a leaflet says has it in mind, not a shell.
function asksWhatIsPrinted(sentence: Sentence): boolean {
  return has(sentence, 'paper') && has(sentence, 'far', 'what', 'which', 'howMany');
}
