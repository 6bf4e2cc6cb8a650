import { gateModel, opinionOf } from './gate-model.ts';
import { plain } from './gate-reading.ts';
import { Readings } from './gate-readings.ts';
import { type Danger, dangerByRules, namesObject } from './gate-rules.ts';
import { readWholeChars, traitsOf } from './gate-traits.ts';

// Chosen on sets that the model had not seen: lower, everyday talk sounds dangerous; higher, reports are missed.
const sureEnough = 0.5;
// A message without one word that the gate knows for an object, a wire or an explosion has to be clearer.
const sureWithoutObject = 0.9;
// `And Thailand?`, `GRIT`: too little to tell anything from.
const fewestLettersWithoutObject = 20;
// Of 460 unseen reports and requests that the rules saw, the model held none for less likely than 0.2.
const surelyOrdinary = 0.04;
// The model overrules the rules about the kind of danger only when it is this many times as sure of the other.
const clearlyOther = 3;

/**
 * Classifies a message before anything else is done with it. Pure: needs no index, lexicon, embedding or clock, and works
 * when all of them are down. Rules read the words; a model learned from phrases hears what the rules overlook, and
 * takes back what they see in ordinary questions. A wish to handle explosives outranks a report, because its refusal
 * names the numbers too.
 */
export function classifySafety(text: string): Danger | null {
  const readings = new Readings(plain(text));
  const byRules = dangerByRules(readings);
  const { find, howTo } = opinionOf(gateModel(), traitsOf(readings));
  const chance = find + howTo;
  const likelier = howTo > find ? 'how-to' : 'find';
  if (byRules === null) return chance >= neededChance(readings) ? likelier : null;
  // The model reads only the ends of a long text.
  if (chance < surelyOrdinary && readings.text.length <= readWholeChars) return null;
  const isClear = Math.max(find, howTo) > clearlyOther * Math.min(find, howTo);
  return isClear && chance >= sureEnough ? likelier : byRules;
}

function neededChance(readings: Readings): number {
  if (namesObject(readings)) return sureEnough;
  const isLong = readings.isJapanese || readings.text.length >= fewestLettersWithoutObject;
  return isLong ? sureWithoutObject : Infinity;
}

export { safetyCard } from './gate-card.ts';
export type { Danger } from './gate-rules.ts';
