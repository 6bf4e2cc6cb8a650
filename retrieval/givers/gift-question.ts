import { conceptTerm } from '../../corpus/terms/lexical.ts';
import { kindTerms } from '../question/equipment-kinds.ts';
import { wordCue } from '../question/measure-cues.ts';
import { needsNothing } from '../question/need.ts';
import type { QueryTerm } from '../question/query-term.ts';
import { asksForMoney } from '../question/question-kind.ts';
import type { Understanding } from '../question/understand.ts';

/** What a named giver is asked to have given. `any` leaves open what; `things` are machines, detectors, dogs. */
export type GiftKind = 'things' | 'money' | 'training' | 'any';

/** A broad question for what somebody gave: "What demining equipment has Japan given Ukraine?" */
export interface GiftQuestion {
  readonly givers: readonly QueryTerm[];
  readonly kind: GiftKind;
  /** Terms of the things that answer. */
  readonly things: ReadonlySet<string>;
  /** A country is asked about, and not an organisation, in which countries take part. */
  readonly isOfCountry: boolean;
}

const asksThing =
  /(?<![\p{L}\p{N}])(?:що|шо|чим|чого|яку|які|яке|який|яких|яка|якою|что|чем|какую|какие|какое|какой|каких|какая|what|which)(?!\p{L})|何|どんな|どの|どのような/iu;
const handing = wordCue(
  'переда\\p{L}{1,4}|(?:по)?дарув\\p{L}{1,4}|(?:по)?дари\\p{L}{1,3}|надісла\\p{L}{1,2}|присла\\p{L}{1,2}|постави\\p{L}{1,2}|достави\\p{L}{1,2}|вручи\\p{L}{1,2}|прив[іе]з\\p{L}{0,2}|отправи\\p{L}{1,2}|відправи\\p{L}{1,2}|donat\\p{L}{1,3}|gift\\p{L}{0,3}|hand(?:ed|s|ing)?(?: \\p{L}{1,12}){0,3} over|deliver\\p{L}{0,3}|suppl(?:y|ied|ies)|sen[dt]|ship(?:ped)?',
);
const givingOrHelping = wordCue(
  'да(?:в|ла|ли|л|ло)(?!\\p{L})|нада\\p{L}{1,3}|предостав\\p{L}{2,4}|допом[оі]\\p{L}{1,4}|помог\\p{L}{0,2}|виділи\\p{L}{1,2}|выдели\\p{L}{1,2}|підтрим\\p{L}{2,4}|поддерж\\p{L}{2,4}|зроби\\p{L}{1,2}|сдела\\p{L}{1,2}|giv(?:en?|ing)|gave|provid\\p{L}{1,3}|help(?:ed)?|support(?:ed)?|contribut\\p{L}{1,3}|done|do for',
);
const japaneseGiving = /供与|引き渡|引渡|提供|贈|寄贈|寄付|渡し|支援|送っ|送り|くれ/u;
const ofBystanders =
  /(?<!\p{L})(?:передав|купив|купил|bought|buy|hire|hired|leased|criti)\p{L}{0,6} (?:від|у |from)/iu;

// Bodies of the country that is given to; of the lexicon's organisations they are who gets.
const recipients: ReadonlySet<string> = new Set(
  [
    'state-emergency-service-of-ukraine',
    'state-special-transport-service',
    'support-forces-command',
    'armed-forces-of-ukraine',
    'ministry-of-internal-affairs',
    'ministry-of-defence',
    'ministry-of-economy-environment-and-agriculture',
    'national-police-of-ukraine',
    'mine-action-centre',
  ].map(conceptTerm),
);
const dogs = ['dog', 'mine-detection-dog'].map(conceptTerm);
const detectors = ['mine-detector', 'metal-detector', 'detector', 'ground-penetrating-radar'].map(
  conceptTerm,
);
// Gifts of the field beside those that a question for equipment is met by.
const otherThings = [
  'container', 'trailer', 'crane', 'tractor', 'boat', 'ambulance', 'bus', 'minibus', 'van', 'kit', 'sapper-kit', 'helmet', 'body-vest',
  'visor', 'mine-roller', 'mine-trawl', 'mine-plough', 'mine-clearance-system', 'unmanned-demining-machine', 'pyrotechnic-vehicle',
  'remotely-controlled-demining-machine', 'unmanned-ground-vehicle', 'unmanned-aerial-vehicle', 'all-terrain-vehicle', 'bulldozer',
  'loader', 'underwater-drone', 'sonar', 'radar', 'piece', 'prosthesis', 'simulator', 'spare-parts', 'laptop', 'amphibious-vehicle',
  'magnetometer', 'thermal-imaging', 'binoculars',
].map(conceptTerm); // biome-ignore format: a list of ids reads better in rows
const machines = [
  'mine-roller', 'mine-trawl', 'mine-clearance-system', 'unmanned-demining-machine', 'pyrotechnic-vehicle', 'loader', 'bulldozer',
  'remotely-controlled-demining-machine', 'unmanned-ground-vehicle', 'all-terrain-vehicle', 'crane', 'tractor', 'amphibious-vehicle',
].map(conceptTerm); // biome-ignore format: a list of ids reads better in rows
const generalThings = ['equipment', 'machinery-fleet', 'device'].map(conceptTerm);
const thingTerms: ReadonlySet<string> = new Set([...generalThings, ...kindTerms, ...dogs, ...otherThings]);
const moneyTerms: ReadonlySet<string> = new Set(['money', 'grant', 'funding', 'donation'].map(conceptTerm));
const trainingTerms: ReadonlySet<string> = new Set(
  ['training', 'training-centre', 'train-and-equip', 'teach', 'refresher-training'].map(conceptTerm),
);
// What nearly every gift of the field is for or goes to; a question with any other word asks for something in particular.
const background: ReadonlySet<string> = new Set(
  [
    'ukraine',
    'demining',
    'humanitarian-demining',
    'mine-action',
    'mine-clearance',
    'humanitarian-mine-action',
    'clearance',
    'mine',
    'explosive-ordnance',
    'aid',
    'humanitarian-aid',
    'aid-package',
    'sapper',
    'deminer',
    'pyrotechnician',
    'pyrotechnic-unit',
    'eod-operator',
    'rescuer',
    'kind',
    'support',
    'hand-over',
    'give',
    'donate',
    'provide',
    'deliver',
    'send',
  ].map(conceptTerm),
);

/** Reads a broad question for what a named giver gave; null for every other question. */
export function giftQuestion(understanding: Understanding): GiftQuestion | null {
  const { text, terms, compares, changes, latest, followsUp, figures, periods } = understanding;
  if (!needsNothing(understanding) || compares || changes || latest || followsUp) return null;
  if (figures.length > 0 || periods.length > 1 || ofBystanders.test(text)) return null;
  const isHanding = handing.test(text);
  if (!isHanding && !givingOrHelping.test(text) && !japaneseGiving.test(text)) return null;
  const own = terms.filter(({ weight }) => weight >= 0.5);
  const givers = giversAmong(own);
  const rest = own.filter((term) => !term.named);
  if (givers.length === 0 || !rest.every(isGeneral)) return null;
  if (!asksThing.test(text) && !rest.some(isThing)) return null;
  const isOfCountry = givers.some(({ country }) => country);
  return { givers, kind: kindOf(text, rest, isHanding), things: thingsOf(rest), isOfCountry };
}

function giversAmong(terms: readonly QueryTerm[]): readonly QueryTerm[] {
  const named = terms.filter((term) => term.named && !term.place && !isRecipient(term));
  const countries = named.filter(({ country }) => country);
  return countries.length > 0 ? countries : named;
}

function isRecipient({ concepts }: QueryTerm): boolean {
  return concepts.some((concept) => recipients.has(concept));
}

function isThing({ concepts }: QueryTerm): boolean {
  return concepts.some((concept) => thingTerms.has(concept));
}

function isGeneral(term: QueryTerm): boolean {
  const { verb, concepts, surface } = term;
  if (isThing(term) || concepts.some((concept) => background.has(concept))) return true;
  if (concepts.some((concept) => moneyTerms.has(concept) || trainingTerms.has(concept))) return true;
  const saysGiving = [handing, givingOrHelping, japaneseGiving].some((words) => words.test(surface));
  return saysGiving || (verb && concepts.length === 0) || /^hand$/u.test(surface);
}

function kindOf(text: string, rest: readonly QueryTerm[], isHanding: boolean): GiftKind {
  if (rest.some(({ concepts }) => concepts.some((concept) => trainingTerms.has(concept)))) return 'training';
  if (asksForMoney(text)) return 'money';
  return isHanding || rest.some(isThing) ? 'things' : 'any';
}

// "Machines" are met by every sort of vehicle, "detectors" by detectors alone.
function thingsOf(rest: readonly QueryTerm[]): ReadonlySet<string> {
  const asked = rest.filter(isThing).flatMap(({ concepts }) => concepts);
  if (asked.length === 0 || asked.some((concept) => generalThings.includes(concept))) return thingTerms;
  const narrow = [dogs, detectors].find((kind) => asked.every((concept) => kind.includes(concept)));
  return new Set(narrow ?? [...kindTerms, ...machines]);
}
