// As in FTS5, so that a corpus is ranked alike before and after its file of postings is made.
const saturation = 1.2;
const lengthShare = 0.75;
const leastRarity = 1e-6;

/** How much a term tells that `held` of `all` passages hold. */
export function rarityOf(held: number, all: number): number {
  const rarity = Math.log((all - held + 0.5) / (held + 0.5));
  return rarity <= 0 ? leastRarity : rarity;
}

/** What `times` occurrences are worth in a passage of `length` terms, to be multiplied by the rarity. */
export function frequencyScore(times: number, length: number, meanLength: number): number {
  return (
    (times * (saturation + 1)) /
    (times + saturation * (1 - lengthShare + (lengthShare * length) / meanLength))
  );
}
