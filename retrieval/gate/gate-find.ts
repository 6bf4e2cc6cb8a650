import { beside, follows, has, is, positions, type Sentence } from './gate-sentence.ts';
import { openingWords, otherActors as others, strong } from './gate-topic.ts';
import type { Tag } from './gate-vocabulary.ts';

/** `report`: something was found or is seen. `question`: what to do in such a case is asked. */
export type FindSign = 'report' | 'question' | null;

const nameless: readonly Tag[] = ['weak', 'vague', 'maybe'];
const place: readonly Tag[] = ['home', 'ground'];
const aboutNumbers: readonly Tag[] = ['howMany', 'who', 'when', 'which', 'why'];

// Without an object only these can begin a report: `found … in the yard`, `may I go`, `I stand in a minefield`.
const openers: readonly Tag[] = ['found', 'foundMany', 'stand', 'stepped', 'go', 'safe'];

type Certainty = 'strong' | 'suspicious' | 'weak' | 'none';

/** Whether a person reports or faces a find, or asks what to do about one. */
export function findSign(message: readonly Sentence[]): FindSign {
  const object = objectIn(message);
  if (object === 'none' && !message.some((sentence) => has(sentence, ...openers))) return null;
  const aboutAid = message.some((sentence) => has(sentence, 'process'));
  const reports = message.map(reportPart);
  const told = reports.some((part) => tellsOfFind(part, aboutAid));
  const present = Math.max(...reports.map((part) => presence(part, aboutAid)), 0);
  const asked = !aboutAid && message.some((sentence) => asksForHelp(sentence));
  if (asksToGoThere(message) || message.some((sentence) => asksDistance(sentence, object))) return 'question';
  if (!aboutAid && reports.some(isCaught)) return 'report';
  const inCase = asked && message.some((sentence) => has(sentence, 'ifFound'));
  const evidence = (told ? 1 : 0) + present + (asked ? 1 : 0) + (inCase ? 1 : 0);
  const somewhere = message.some((sentence) => has(sentence, ...place));
  const needed = { strong: 1, suspicious: 1, weak: 2, none: told && asked && somewhere ? 2 : Infinity }[
    object
  ];
  const faced = message.some((sentence) => has(sentence, 'lies', 'see', 'found', 'foundMany'));
  if (evidence < needed) return null;
  return told || (present > 0 && faced) ? 'report' : 'question';
}

function objectIn(message: readonly Sentence[]): Certainty {
  const some = (test: (sentence: Sentence) => boolean) => message.some(test);
  if (some((sentence) => has(sentence, ...strong))) return 'strong';
  if (some((sentence) => beside(sentence, ['weak', 'vague'], ['suspect'], 6))) return 'suspicious';
  return some((sentence) => has(sentence, ...nameless, 'suspect')) ? 'weak' : 'none';
}

// What stands before a question about numbers, people or dates: only there can a report be.
function reportPart(sentence: Sentence): Sentence {
  const end = sentence.findIndex((word, index) => {
    if (is(word, 'howMany') && !is(word, 'far')) return true;
    const relative =
      is(sentence[index - 1], ...place, ...strong, ...nameless) ||
      (word.afterComma && is(word, 'which', 'where', 'when'));
    return index < openingWords && !relative && is(word, 'who', 'when', 'where', 'which', 'why', 'how');
  });
  return end < 0 ? sentence : sentence.slice(0, end);
}

function tellsOfFind(part: Sentence, aboutAid: boolean): boolean {
  const objects: readonly Tag[] = [...strong, ...nameless];
  if (beside(part, ['holds'], ['one', 'vague'], 4) && has(part, 'kin') && !has(part, ...others)) return true;
  return positions(part, 'found', 'foundMany').some((at) => {
    const before = part.slice(Math.max(0, at - 5), at);
    const after = part.slice(at + 1, at + 9);
    const [nearBefore, nearAfter] = [before.slice(-2), after.slice(0, 2)];
    if (has(before, ...others) || has(nearAfter, ...others)) return false;
    if (has(after.slice(0, 4), 'info') || has(before, 'info')) return false;
    if (has(part, 'harm') && !has(nearBefore, 'me', 'kin')) return false;
    if (has(part, 'figure') && !has(before, 'me')) return false;
    if (!has(after, ...objects) && !has(before, ...objects)) return false;
    if (is(after[0], 'passive')) return false;
    const singular = is(part[at], 'found') && !has(before, 'passive') && saysI(part, at);
    if (has(before, 'me', 'kin') || singular) return !aboutAid || is(part[at], 'found');
    if (aboutAid) return false;
    return has(part, 'home', 'me', 'kin') || (has(part, 'one', 'vague', 'ground') && !has(before, 'passive'));
  });
}

// A Slavic singular past needs no `I`; English drops it only at the very beginning.
function saysI(part: Sentence, at: number): boolean {
  return !/^[a-z]/.test(part[at]!.text) || (at <= 1 && !is(part[at - 1], 'you'));
}

/** 0: nothing said to be anywhere; 1: a thing or a place is missing from the picture; 2: a thing lies at a place. */
function presence(part: Sentence, aboutAid: boolean): number {
  const things = positions(part, ...strong, ...nameless);
  return Math.max(
    0,
    ...things.map((at) => (liesThere(part, at, aboutAid) ? (liesAtPlace(part, at) ? 2 : 1) : 0)),
  );
}

function liesThere(part: Sentence, at: number, aboutAid: boolean): boolean {
  const near = around(part, at, 8);
  const single = is(part[at], 'one', ...nameless);
  const shown = has(near, 'lies', 'see');
  const own = follows(part, ['my'], place, 2) || beside(part, ['near'], ['my'], 3);
  const news = has(part, ...others, 'info', 'figure', 'harm', 'dealt');
  if (news && !own && !has(part, 'urgent', 'want') && !(shown && is(part[at], 'one') && !has(part, 'info')))
    return false;
  // `Where can I see the map of mines`.
  if ((aboutAid && !shown) || (has(part, 'harmless') && !has(near, 'lies'))) return false;
  if (shown && (single || has(near, 'me', 'home'))) return true;
  if (has(part, 'aid', 'process') || (has(part, 'setting') && !own)) return false;
  if ((own || is(part[at], ...nameless)) && has(near, 'near')) return true;
  return single ? has(near, ...place) : has(near, 'home') || (has(near, 'ground') && has(near, 'me', 'kin'));
}

function liesAtPlace(part: Sentence, at: number): boolean {
  const near = around(part, at, 8);
  const seen = near.some((word) => is(word, 'see') && is(word, 'me'));
  return (seen || has(near, 'lies')) && has(near, ...place);
}

function around(part: Sentence, at: number, reach: number): Sentence {
  return part.slice(Math.max(0, at - reach), at + reach + 1);
}

// `Which organisation teaches children what to do`: a question about others.
function asksAboutOthers(sentence: Sentence): boolean {
  return has(sentence.slice(0, 3), ...aboutNumbers) && has(sentence, ...others, 'trains', 'aid');
}

function asksForHelp(sentence: Sentence): boolean {
  if (asksAboutOthers(sentence)) return false;
  if (has(sentence, 'urgent') && !has(sentence, 'research', 'aid', 'agent')) return true;
  if (callsForHelp(sentence) || asksWhatToDo(sentence) || asksWhomToCall(sentence)) return true;
  if (follows(sentence, ['what4'], ['ifFound', 'found', 'see'], 3) && has(sentence, 'me')) return true;
  if (has(sentence, ...aboutNumbers, ...others, 'figure')) return false;
  return (
    beside(sentence, ['may', 'can', 'want'], ['touch'], 4) ||
    (!follows(sentence, ['what'], ['danger'], 3) &&
      beside(sentence, ['danger'], ['whatIs', 'can', 'lies', 'is', 'may', ...strong, ...nameless], 4)) ||
    (follows(sentence, ['what'], ['whatIs', 'is'], 2) &&
      has(sentence, 'lies', 'see', 'found', 'suspect', 'my')) ||
    follows(sentence, ['actions'], ['ifFound'], 3)
  );
}

// `help` is a cry at the edge of a sentence; inside it is what donors do.
function callsForHelp(sentence: Sentence): boolean {
  if (has(sentence, ...others, 'research', 'howMany', 'aid')) return false;
  return positions(sentence, 'help').some(
    (at) => at === 0 || at === sentence.length - 1 || is(sentence[at + 1], 'my'),
  );
}

function asksWhatToDo(sentence: Sentence): boolean {
  return positions(sentence, 'what', 'how').some((at) => {
    const rest = sentence.slice(at + 1, at + 6);
    if (has(rest.slice(0, 3), ...others)) return false;
    if (has(rest.slice(0, is(sentence[at], 'how') ? 2 : 4), 'doing', 'be')) return true;
    // `what does Japan do` is no call for help.
    return is(sentence[at], 'what') && has(rest, 'do') && has(rest, 'me', 'you', 'to', 'kin', 'can');
  });
}

function asksWhomToCall(sentence: Sentence): boolean {
  if (has(sentence, 'howMany', 'aid') || sentence.some((word) => is(word, 'info') && !is(word, 'call')))
    return false;
  return (
    follows(sentence, ['whither', 'whom', 'who', 'where'], ['call'], 4) ||
    follows(sentence, ['how', 'want', 'can', 'to'], ['call'], 3) ||
    beside(sentence, ['callNumber'], ['call', 'bombSquad', 'emergency'], 3) ||
    beside(sentence, ['call'], ['bombSquad'], 3) ||
    is(sentence[0], 'call')
  );
}

function asksDistance(sentence: Sentence, object: Certainty): boolean {
  if (object === 'none' || has(sentence, 'aid', 'harm', 'process', 'machine', 'info', 'passive'))
    return false;
  if (beside(sentence, ['far'], ['away', 'may', 'danger'], 5)) return true;
  return (
    beside(sentence, ['far'], ['which', 'what', 'how', 'howMany'], 3) &&
    beside(sentence, ['far'], strong, 7) &&
    !has(sentence, ...others)
  );
}

function isCaught(part: Sentence): boolean {
  if (has(part, ...others, 'figure', 'harm', 'aid') && !has(part, 'my')) return false;
  return positions(part, 'stand', 'stepped').some((at) => {
    const before = part.slice(Math.max(0, at - 4), at);
    const after = part.slice(at + 1, at + 8);
    const underfoot = has(after, 'mined', ...strong) || (is(part[at], 'stepped') && has(after, 'vague'));
    return underfoot && !has(before, 'passive') && (before.length < 2 || has(before, 'me', 'kin', 'vague'));
  });
}

// `There are mines in that forest. May I go?`
function asksToGoThere(message: readonly Sentence[]): boolean {
  if (message.some(asksToGo)) return true;
  const mined = message.some(
    (sentence) => has(sentence, 'ground', 'wild') && has(sentence, ...strong, 'mined'),
  );
  return mined && message.some((sentence) => sentence.length <= 4 && follows(sentence, ['may'], ['go'], 2));
}

function asksToGo(sentence: Sentence): boolean {
  if (has(sentence, 'process', 'howMany', 'machine', 'trains')) return false;
  const land = has(sentence, 'ground', 'wild');
  const bare = !has(sentence, ...others, 'aid', 'everyday', 'handle');
  if (land && bare && has(sentence, 'may') && has(sentence, ...strong, 'mined')) return true;
  if (has(sentence, 'safe') && has(sentence, 'ground', 'wild', 'mined') && !has(sentence, ...others, 'aid'))
    return true;
  return positions(sentence, 'go').some((at) => {
    const before = sentence.slice(Math.max(0, at - 6), at);
    if (has(before, 'org')) return false;
    const asked = has(before, 'may') || (has(before, 'can') && has(before, 'me', 'kin', 'you'));
    return asked && has(around(sentence, at, 8), ...place, ...strong, 'mined', 'wild', 'front', 'occupier');
  });
}
