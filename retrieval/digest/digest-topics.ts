import type { DocumentRecord } from '../../corpus/document.ts';
import type { Concept, Lexicon } from '../../corpus/lexicon/lexicon.ts';
import { findQuantities } from '../figures/quantity.ts';

/** What news may be about, beside donors and places. */
export const digestKinds = ['machines', 'money', 'training', 'statistics', 'law', 'compensation'] as const;
/** One of {@link digestKinds}. */
export type DigestKind = (typeof digestKinds)[number];

const kindPrefix = 'kind-';

/** The topic of a kind, in one name space with concept ids. */
export function kindTopic(kind: DigestKind): string {
  return `${kindPrefix}${kind}`;
}

/** The kind a topic stands for; null for donors, places and other concepts. */
export function kindOfTopic(topic: string): DigestKind | null {
  return digestKinds.find((kind) => kindTopic(kind) === topic) ?? null;
}

const conceptsOf: Readonly<Record<DigestKind, ReadonlySet<string>>> = {
  machines: new Set(
    'demining-machine machine machinery-fleet excavator robotic-system robot drone detector mine-detector metal-detector dual-sensor-detector large-loop-detector'.split(
      ' ',
    ),
  ),
  money: new Set(
    'grant funding aid-package budget-support fundraising fundraiser funding-gap money budget subsidy'.split(
      ' ',
    ),
  ),
  training: new Set(
    'training training-centre training-of-trainers train-and-equip instructor trainee teach course'.split(
      ' ',
    ),
  ),
  statistics: new Set('contamination casualty daily-report-of-sesu daily-output mined-area'.split(' ')),
  law: new Set('law law-on-mine-action-in-ukraine resolution-of-the-cabinet decree'.split(' ')),
  compensation: new Set('compensation compensation-for-demining'.split(' ')),
};

const namedKinds: ReadonlySet<Concept['kind']> = new Set([
  'country',
  'org',
  'person',
  'place',
  'brand',
  'machine',
]);

// A news item says in its title and opening what it is about; further down everything is mentioned once.
const openingChars = 500;

/** The beginning of a text that says what it is about, with the title. */
export function openingOf(document: Pick<DocumentRecord, 'title'>, text: string): string {
  return `${document.title}. ${text.slice(0, openingChars)}`;
}

/** Topics of a stretch of text: names, the oblast of a city, and kinds. Ukraine is in everything and is no topic. */
export function topicsOfText(text: string, lexicon: Lexicon): ReadonlySet<string> {
  const topics = new Set<string>();
  for (const { concept } of lexicon.mentions(text)) {
    if (namedKinds.has(concept.kind)) for (const name of namesOf(concept, lexicon)) topics.add(name);
    for (const kind of digestKinds) if (isOfKind(concept, kind)) topics.add(kindTopic(kind));
  }
  for (const { kind } of findQuantities(text)) {
    if (kind === 'money') topics.add(kindTopic('money'));
    if (kind === 'area') topics.add(kindTopic('statistics'));
  }
  return topics;
}

/** Topics of a document: what its title, opening and front matter name. */
export function topicsOfDocument(
  document: DocumentRecord,
  text: string,
  lexicon: Lexicon,
): ReadonlySet<string> {
  return topicsOfText([openingOf(document, text), ...document.donors].join('. '), lexicon);
}

// Names of concepts of the field; general words of aid news ("grant", "child", "missile") stand in the lexicon as well.
const ofTheField =
  /(?:^|-)(?:demin\w*|mines?|mined|minefields?|minesweepers?|landmines?|ordnance|explosives?|eod|sappers?|pyrotechnic\w*|munitions?|submunitions?|tripwires?)(?:-|$)/;

/**
 * True when a text is about mines or demining at all: sources also carry the weather and elections. Of the 247 pages of the
 * starter corpus 242 are, each of them in its own words; the others speak of "three steps" or a programme's budget only.
 */
export function concernsDemining(
  document: Pick<DocumentRecord, 'title'>,
  text: string,
  lexicon: Lexicon,
): boolean {
  return lexicon
    .mentions(`${document.title}. ${text}`)
    .some(({ concept }) => concept.kind === 'machine' || ofTheField.test(concept.id));
}

function isOfKind(concept: Concept, kind: DigestKind): boolean {
  return conceptsOf[kind].has(concept.id) || (kind === 'machines' && concept.kind === 'machine');
}

// News from Kharkiv is news about the oblast, not the other way round.
function namesOf(concept: Concept, lexicon: Lexicon): readonly string[] {
  if (concept.id === 'ukraine') return [];
  if (concept.kind !== 'place') return [concept.id];
  const region = lexicon.findConcept(`${concept.id.replace(/-raion$/, '')}-region`);
  return region === null ? [concept.id] : [concept.id, region.id];
}
