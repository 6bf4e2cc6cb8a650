import type { RankedPassage } from '../search/rank.ts';

/** Newest page first, those without a date last; equals stay in their order. */
export function newestFirst<T extends { readonly ranked: Pick<RankedPassage, 'document'> }>(
  items: readonly T[],
): T[] {
  const date = ({ ranked }: T) => ranked.document.published ?? '';
  return [...items].sort((a, b) => date(b).localeCompare(date(a)));
}
