import type { Corpus } from '../corpus/corpus.ts';
import type { Lexicon } from '../corpus/lexicon/lexicon.ts';
import type { Answer } from './answer.ts';
import { numbersIn } from './figures/quantity.ts';
import { findDates } from './time/period.ts';
import { phrasesIn } from './wording/phrases.ts';

/** The same question as other people would type it; every answer is judged for itself. */
export function askedOtherwise(text: string, random: () => number): string {
  const ways = [
    (words: string) => words.toLowerCase(),
    (words: string) => words.replace(/[?？]$/, ''),
    (words: string) => `підкажіть, ${words}`,
    (words: string) => `${words} Дякую!`,
    (words: string) => words.replace(/(?<=\p{L}{3})\p{L}(?=\p{L})/u, ''),
    (words: string) => `${words} ${words}`,
    (words: string) => words.split(' ').reverse().join(' '),
    (words: string) => `${words} скільки це коштувало і коли це було?`,
  ];
  return ways[Math.floor(random() * ways.length)]!(text);
}

const namedKinds = new Set(['country', 'org', 'person', 'place', 'brand', 'currency']);

/**
 * Everything a citation promises, looked up anew: the quote stands in the stored passage at its place, the passage belongs to
 * the document named, title, publisher, date and address are the document's; and every figure, date and name in a line
 * of the bot's own stands in a quote or is the name or date of a source. One line for each broken promise.
 */
export async function brokenPromises(
  answer: Answer,
  corpus: Pick<Corpus, 'passages' | 'documents'>,
  lexicon: Lexicon,
): Promise<readonly string[]> {
  const broken: string[] = [];
  if (answer.kind === 'answer' && answer.citations.length === 0) broken.push('an answer without a quote');
  if (answer.kind !== 'answer' && answer.citations.length > 0) broken.push(`quotes under ${answer.kind}`);
  for (const citation of answer.citations) {
    const found = await corpus.passages.findByKey(citation.passageId);
    const document = await corpus.documents.findByKey(citation.documentId);
    if (citation.quote === '' || found?.passage.text.slice(citation.start, citation.end) !== citation.quote)
      broken.push(`[${citation.n}] is not verbatim`);
    if (found === null || document === null || found.passage.documentId !== document.id)
      broken.push(`[${citation.n}] names a document that does not hold it`);
    for (const field of ['url', 'title', 'publisher', 'published', 'tier'] as const)
      if (document !== null && citation[field] !== document[field])
        broken.push(`[${citation.n}] has another ${field}`);
  }
  return [...broken, ...ownLines(answer, lexicon)];
}

function ownLines(answer: Answer, lexicon: Lexicon): string[] {
  if (answer.kind !== 'answer') {
    const digits = answer.kind === 'not_found' && answer.blocks.some(({ text }) => /\p{N}/u.test(text));
    return digits ? ['a figure where nothing was found'] : [];
  }
  const sources = answer.citations.flatMap(({ quote, title, publisher, published }) => [
    quote,
    title,
    publisher,
    published ?? '',
  ]);
  const numbers = new Set(
    sources.flatMap((text) => [
      ...numbersIn(text),
      ...findDates(text).flatMap(({ date }) => date.split('-').map(Number)),
    ]),
  );
  const names = new Set(sources.flatMap((text) => lexicon.mentions(text)).map(({ concept }) => concept.id));
  return answer.blocks
    .filter((block) => (block.kind === 'lead' || block.kind === 'note') && !saysWhatIsMissing(block, answer))
    .flatMap(({ text }) => {
      const stray = numbersIn(withoutSources(text, answer)).filter((value) => !numbers.has(value));
      const mentions = lexicon.mentions(text);
      const supported = mentions.filter(
        ({ concept }) => names.has(concept.id) || concept.kind === 'currency',
      );
      const strange = mentions.filter(
        ({ concept, from, to }) =>
          namedKinds.has(concept.kind) && !supported.some((whole) => whole.from <= from && to <= whole.to),
      );
      const what = [...stray.map(String), ...strange.map(({ concept }) => concept.id)];
      return what.map((one) => `${one} of "${text}" stands in no quote`);
    });
}

// That a side of a comparison was not found names what no quote does.
function saysWhatIsMissing({ text }: Answer['blocks'][number], { language }: Answer): boolean {
  const opening = phrasesIn(language)
    .sideNotFound('')
    .replace(/[.\s]+$/u, '');
  return text.includes(opening);
}

/** A note names its sources with their dates, "(LIGA.net, 10.2025)", which are the document's and no figure. */
function withoutSources(text: string, answer: Answer): string {
  const names = answer.citations.map(({ publisher }) => publisher);
  return text.replace(/\(([^()]*(?:\([^()]*\)[^()]*)*)\)/g, (whole, inside: string) =>
    names.some((name) => inside.startsWith(name)) ? '' : whole,
  );
}

/**
 * How many of the first five passages shown as found come from one site although others were found; where nothing else was,
 * a site may fill the list.
 */
export function mostOfOneSite(answer: Answer): number {
  const siteOf = (url: string) => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url);
  const sites = answer.retrieved.map(({ url }) => siteOf(url));
  const first = new Set(sites.slice(0, 5));
  if (sites.every((site) => first.has(site))) return Math.min(2, sites.length);
  return Math.max(0, ...[...first].map((site) => sites.slice(0, 5).filter((other) => other === site).length));
}
