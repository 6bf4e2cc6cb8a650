import { findSign } from './gate-find.ts';
import { asksHandling } from './gate-handling.ts';
import { asksHandlingInJapanese, reportsFindInJapanese } from './gate-japanese.ts';
import { plain, readMessage, type View } from './gate-reading.ts';

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
  if (japanese.test(message)) return inJapanese(message) ?? inView(message, 'written');
  for (const view of viewsOf(message)) {
    const danger = inView(message, view);
    if (danger !== null) return danger;
  }
  return null;
}

function viewsOf(message: string): readonly View[] {
  const views: View[] = ['written'];
  if (latin.test(message)) views.push('transliterated');
  if (latin.test(message) && !cyrillic.test(message)) views.push('cyrillic-keys');
  if (cyrillic.test(message) && !latin.test(message)) views.push('latin-keys');
  return views;
}

function inView(message: string, view: View): Danger | null {
  const sentences = readMessage(message, view);
  const handling = asksHandling(sentences);
  if (handling === 'firm') return 'how-to';
  const sign = findSign(sentences);
  if (sign === 'report') return 'find';
  if (handling === 'soft') return 'how-to';
  return sign === 'question' ? 'find' : null;
}

function inJapanese(message: string): Danger | null {
  if (asksHandlingInJapanese(message)) return 'how-to';
  return reportsFindInJapanese(message) ? 'find' : null;
}

export { safetyCard } from './gate-card.ts';
