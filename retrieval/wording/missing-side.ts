import type { Lexicon } from '../../corpus/lexicon/lexicon.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { sidesNamed } from '../evidence/sides.ts';
import type { Understanding } from '../question/understand.ts';
import { phrasesIn } from './phrases.ts';

/** What to say of a comparison of which the quotes tell one side only; null where they name both, or nothing is compared. */
export function missingSideNote(
  evidence: readonly Evidence[],
  understanding: Understanding,
  lexicon: Lexicon,
): string | null {
  const told = evidence.map(({ quote, ranked }) => `${ranked.document.title}\n${quote.text}`).join('\n');
  const named = new Set(lexicon.mentions(told).map(({ concept }) => placeOf(concept.id)));
  const { language } = understanding;
  const sides = sidesNamed(understanding);
  const missing = sides.flatMap(({ surface }) => {
    const concepts = lexicon.mentions(surface).map(({ concept }) => concept);
    if (concepts.length === 0 || concepts.some(({ id }) => named.has(placeOf(id)))) return [];
    return concepts[0]!.forms[language][0] ?? [];
  });
  // Where no side is named the quotes answer in other words.
  const isOneSided = missing.length > 0 && missing.length < sides.length;
  return isOneSided ? phrasesIn(language).sideNotFound(missing.join(', ')) : null;
}

// "Kherson" of a question may be the region, and the other way round.
function placeOf(id: string): string {
  return id.replace(/-region$/, '');
}
