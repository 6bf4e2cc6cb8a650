import { findSign } from './gate-find.ts';
import { asksHandling } from './gate-handling.ts';
import { asksHandlingInJapanese, reportsFindInJapanese } from './gate-japanese.ts';
import { plain, readMessage, type View } from './gate-reading.ts';
import type { Sentence } from './gate-sentence.ts';
import { isQuietMessage, namesOneQuietly } from './gate-topic.ts';

/** Why a message is not searched for: a person reports a find, or wants to handle explosives. */
export type Danger = 'find' | 'how-to';

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const latin = /[a-z]/;
const cyrillic = /\p{Script=Cyrillic}/u;

/**
 * Classifies a message before anything else is done with it. Pure: needs no index, lexicon, model or clock, and works
 * when all of them are down. A wish to handle explosives outranks a report, because its refusal names the numbers too.
 */
export function classifySafety(text: string): Danger | null {
  const message = plain(text);
  if (japanese.test(message)) {
    if (asksHandlingInJapanese(message)) return 'how-to';
    if (reportsFindInJapanese(message)) return 'find';
  }
  return verdict(viewsOf(message).map((view) => ({ view, sentences: readMessage(message, view) })));
}

function viewsOf(message: string): readonly View[] {
  const views: View[] = ['written'];
  if (latin.test(message)) views.push('transliterated');
  if (latin.test(message) && !cyrillic.test(message)) views.push('cyrillic-keys');
  if (cyrillic.test(message) && !latin.test(message)) views.push('latin-keys');
  return views;
}

interface Reading {
  readonly view: View;
  readonly sentences: readonly Sentence[];
}

// Each reading of the letters may find what the others cannot see; the most dangerous sense wins.
function verdict(readings: readonly Reading[]): Danger | null {
  const requests = readings.map(({ sentences }) => asksHandling(sentences));
  if (requests.includes('firm')) return 'how-to';
  const signs = readings.map(({ sentences }) => findSign(sentences));
  if (signs.includes('report')) return 'find';
  if (requests.includes('soft')) return 'how-to';
  if (signs.includes('question')) return 'find';
  return readings.some(({ sentences }) => namesOneQuietly(sentences)) && isQuiet(readings) ? 'find' : null;
}

// Noise read through another keyboard may hold anything; what was written must not speak of aid.
function isQuiet(readings: readonly Reading[]): boolean {
  return readings.every(({ view, sentences }) => view.endsWith('keys') || isQuietMessage(sentences));
}

export { safetyCard } from './gate-card.ts';
