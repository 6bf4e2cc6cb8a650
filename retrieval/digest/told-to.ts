import type { Lexicon } from '../../corpus/lexicon/lexicon.ts';
import type { CitedSentence, DigestEvent } from './digest-event.ts';
import { topicsOfText } from './digest-topics.ts';

/** What is known of a reader when an event is told. */
export interface Listener {
  /** Code of the language they read. */
  readonly language: string;
  /** What they follow; none means everything. */
  readonly topics: readonly string[];
}

/**
 * The event as this reader should be told it: by an outlet of their language where one tells it, in the sentence that names
 * what they follow where the usual one does not. Nothing changes for lines about a figure, which quote where it stands.
 */
export function toldTo(event: DigestEvent, { language, topics }: Listener, lexicon: Lexicon): DigestEvent {
  if (event.kind !== 'new') return event;
  const [usual] = event.tellings;
  const telling = event.tellings.find(({ document }) => document.language === language) ?? usual;
  if (telling === undefined) return event;
  const best = telling === usual ? event.quote : telling.quotes[0]!;
  const names = ({ sentence }: CitedSentence) => {
    const named = topicsOfText(`${telling.document.title}. ${sentence.text}`, lexicon);
    return topics.length === 0 || topics.some((topic) => named.has(topic));
  };
  const quote = [best, ...telling.quotes].find(names) ?? best;
  return { ...event, document: telling.document, quote };
}
