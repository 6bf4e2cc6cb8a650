import type { Origin } from './origin.ts';
import { isSameSource } from './same-source.ts';

const mostQuotesOfOneSource = 2;

/** Releases in their order, at most two from one source. */
export function perSource<T extends Origin>(origins: readonly T[]): readonly T[] {
  const taken: T[] = [];
  return origins.filter((origin) => {
    taken.push(origin);
    const before = taken.filter(({ ranked }) => isSameSource(ranked.document, origin.ranked.document));
    return before.length <= mostQuotesOfOneSource;
  });
}
