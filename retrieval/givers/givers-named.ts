import type { Lexicon } from '../../corpus/lexicon/lexicon.ts';

/** How many countries other than Ukraine some texts name. */
export function giversNamed(texts: readonly string[], lexicon: Lexicon): number {
  const countries = texts.flatMap((text) =>
    lexicon
      .mentions(text)
      .filter(({ concept: { kind, id } }) => kind === 'country' && id !== 'ukraine')
      .map(({ concept: { id } }) => id),
  );
  return new Set(countries).size;
}
