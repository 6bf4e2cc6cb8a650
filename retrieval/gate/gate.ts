import { happensElsewhere, isNoJoke } from './gate-elsewhere.ts';
import { withoutGreeting } from './gate-greeting.ts';
import { type GateModel, gateModel, opinionOf } from './gate-model.ts';
import { asksAboutOthers, asksAboutPay, asksForFact, asksHowFar } from './gate-question.ts';
import { hidesWords, plain } from './gate-reading.ts';
import { Readings } from './gate-readings.ts';
import { meansToSetOff, wantsItGone, wantsItMarked } from './gate-removal.ts';
import { type Danger, dangerByRules, type Naming, namingOf } from './gate-rules.ts';
import { isQuietMessage } from './gate-topic.ts';
import { readWholeChars, traitsOf } from './gate-traits.ts';

// Chances that a message needs where the rules are silent, by how clearly it names something dangerous. Chosen on the
// sets `wide-7` to `wide-9` before they were learned: lower, everyday talk sounds dangerous; higher, reports are missed. Where
// something is named it was 0.35 until figures of speech were learned, which made all chances smaller: 0.3 brought one report
// of 597 back at no false alarm in 606 and one more in 3,371 sentences of pages. A report that names nothing needs less since the
// gate learned ordinary life: in the sets `unseen-*`, where the rules see nothing, 0.2 for 0.3 and 0.4 for 0.5 bring back eight of
// 289 reports at three false alarms in 638. Requests and questions of fact get no such grace; for those of which only looks or
// tools are named it is 0.25 since 1,500 more questions about aid made all chances smaller (one of 509 back at two false alarms).
// Of reports all are a little lower since then: with the sets left out of the learning in turn, that brings back 16 of 2,995 reports at
// 17 false alarms in 6,115, and none in 2,009 questions about aid.
const sureEnough: Readonly<Record<Danger, Readonly<Record<Naming, number>>>> = {
  find: { named: 0.28, hinted: 0.18, none: 0.37 },
  'how-to': { named: 0.3, hinted: 0.25, none: 0.5 },
};
// News and aid are full of such names: of 30 messages about them between this and 0.35 two in three were ordinary.
// Of requests 0.4 brought two of 519 back at two false alarms.
const sureEnoughInNews: Readonly<Record<Danger, number>> = { find: 0.42, 'how-to': 0.4 };
// Who asks what others do or did is hardly ever in danger. Where the rules see a danger in it, half a doubt is enough.
const sureEnoughOfOthers = 0.85;
const ordinaryOfOthers = 0.75;
// What happens in a game or in the news does not happen to the writer.
const sureEnoughElsewhere = 0.7;
const ordinaryElsewhere = 0.6;
// Who asks how far to go from a shell may stand before it.
const ordinaryOfDistances = 0.15;
// `And Thailand?`, `GRIT`: too little to tell anything from.
const fewestLettersWithoutObject = 20;
const sureEnoughInFewLetters = 0.7;
// Of 30 messages in which the rules saw a danger and the model one less likely than this, none was one; at 0.3 it took back
// the shell that props a gate.
const surelyOrdinary = 0.2;
// The model overrules the rules about the kind of danger only when it is this many times as sure of the other. Of 58 requests
// that the rules took for reports it set 48 right at 3 and 52 at 1.25, and no report wrong; the other way 2 made two mistakes.
const clearlyOther: Readonly<Record<Danger, number>> = { 'how-to': 1.25, find: 3 };

/**
 * Classifies a message before anything else is done with it. Pure: needs no index, lexicon, embedding or clock, and works
 * when all of them are down. Rules read the words; a model learned from phrases hears what the rules overlook, and
 * takes back what they see in ordinary questions. A wish to handle explosives outranks a report, because its refusal
 * names the numbers too.
 */
export function classifySafety(text: string, model: GateModel = gateModel()): Danger | null {
  const readings = new Readings(withoutGreeting(plain(text)));
  const danger = dangerIn(text, readings, model);
  return danger === 'how-to' && (wantsItGone(readings) || wantsItMarked(readings)) ? 'find' : danger;
}

function dangerIn(text: string, readings: Readings, model: GateModel): Danger | null {
  const byRules = dangerByRules(readings);
  const { find, howTo } = opinionOf(model, traitsOf(readings));
  const chance = find + howTo;
  const likelier = howTo > find ? 'how-to' : 'find';
  if (byRules === null) {
    // Nobody sets letters apart in an ordinary question.
    const needed = hidesWords(text) ? sureEnough[likelier].named : neededChance(readings, likelier);
    return chance >= needed ? likelier : null;
  }
  // The model reads only the ends of a long text.
  if (chance < ordinaryBelow(readings) && readings.text.length <= readWholeChars) return null;
  const enough = meansToSetOff(readings) ? 1 : clearlyOther[likelier];
  const isClear = Math.max(find, howTo) > enough * Math.min(find, howTo);
  return isClear && chance >= sureEnough[likelier].named ? likelier : byRules;
}

function ordinaryBelow(readings: Readings): number {
  if (isNoJoke(readings)) return 0;
  if (asksHowFar(readings)) return ordinaryOfDistances;
  if (happensElsewhere(readings)) return ordinaryElsewhere;
  return asksAboutOthers(readings) ? ordinaryOfOthers : surelyOrdinary;
}

function neededChance(readings: Readings, likelier: Danger): number {
  if (asksAboutOthers(readings) || asksAboutPay(readings)) return sureEnoughOfOthers;
  const enough = sureEnough[asksForFact(readings) ? 'how-to' : likelier];
  if (isNoJoke(readings)) return enough.hinted;
  if (happensElsewhere(readings)) return sureEnoughElsewhere;
  const naming = namingOf(readings);
  const isLong = readings.isJapanese || readings.text.length >= fewestLettersWithoutObject;
  if (naming === 'named')
    return speaksOfAid(readings) && !meansToSetOff(readings) ? sureEnoughInNews[likelier] : enough.named;
  if (isLong) return enough[naming];
  return naming === 'none' ? Infinity : sureEnoughInFewLetters;
}

function speaksOfAid(readings: Readings): boolean {
  const views = readings.likelyViews().map((view) => readings.in(view));
  return [...views, readings.japanese()].some((message) => !isQuietMessage(message));
}

export { safetyCard } from './gate-card.ts';
export type { Danger } from './gate-rules.ts';
