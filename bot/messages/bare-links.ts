/** A stretch of text in UTF-16 units, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

// Every pattern may start only at a word's first letter, which keeps the search linear on hostile text.
const patterns = [
  /(?<![\p{L}\p{N}_+.-])[a-z][a-z0-9+.-]{1,30}:\/\/[^\s<>"«»]+/giu,
  /(?<![\p{L}\p{N}_.@-])[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.(?:[a-z]{2,24}|укр|рф|xn--[a-z0-9-]+)(?![\p{L}\p{N}_-])(?:[/?#:][^\s<>"«»]*)?/giu,
  /(?<![\p{L}\p{N}_.+-])[\p{L}\p{N}_.+-]*@[\p{L}\p{N}_.-]{2,255}/gu,
  /(?<![\p{L}\p{N}_/<>])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{2,32})?(?![\p{L}\p{N}_/])/gu,
];

/**
 * What Telegram would turn into a link, a mention or a command by itself although we never said so: addresses,
 * e-mails, @names and /commands inside quoted text. Sorted and merged.
 */
export function findBareLinks(text: string): Stretch[] {
  const found = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
  const merged: Stretch[] = [];
  for (const next of found.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && next.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, next.end) };
    } else merged.push(next);
  }
  return merged;
}
