/** Words per shingle: pairs are shared by chance between any two news items on one topic, triples seldom. */
const shingleWords = 3;

/** Texts that differ in at most this many of 64 bits are the same text with small edits (Manku et al., WWW 2007). */
export const nearDuplicateBits = 3;

/** Shorter texts have too few shingles for the bits to mean anything. */
export const nearDuplicateMinWords = 50;

// Scripts written without spaces count by the character, or a whole sentence would be one word.
const wordPattern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu;

/** Words of a text in lower case, as the fingerprint counts them. */
export function fingerprintWords(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(wordPattern) ?? [];
}

/** 64-bit simhash over word triples as 16 hex digits. Equal texts give equal hashes; case and punctuation do not count. */
export function simhash(text: string): string {
  return simhashOfWords(fingerprintWords(text));
}

/** {@link simhash} of words already taken apart. */
export function simhashOfWords(words: readonly string[]): string {
  const votes = new Int32Array(64);
  const shingles = Math.max(1, words.length - shingleWords + 1);
  for (let at = 0; at < shingles; at += 1) vote(votes, words.slice(at, at + shingleWords).join(' '));
  let hex = '';
  for (let digit = 0; digit < 16; digit += 1) {
    let value = 0;
    for (let bit = 0; bit < 4; bit += 1) value = value * 2 + (votes[digit * 4 + bit]! > 0 ? 1 : 0);
    hex += value.toString(16);
  }
  return hex;
}

function vote(votes: Int32Array, shingle: string): void {
  const high = mixedHash(shingle, 0x811c9dc5);
  const low = mixedHash(shingle, 0x9747b28c);
  for (let bit = 0; bit < 32; bit += 1) {
    votes[bit]! += (high >>> bit) & 1 ? 1 : -1;
    votes[32 + bit]! += (low >>> bit) & 1 ? 1 : -1;
  }
}

// FNV-1a with the finaliser of MurmurHash3: FNV alone leaves its high bits poorly mixed on short strings.
function mixedHash(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Number of differing bits of two simhashes, 0 to 64. */
export function hammingDistance(a: string, b: string): number {
  let distance = 0;
  for (let at = 0; at < 16; at += 8) {
    let bits = Number.parseInt(a.slice(at, at + 8), 16) ^ Number.parseInt(b.slice(at, at + 8), 16);
    for (; bits !== 0; bits &= bits - 1) distance += 1;
  }
  return distance;
}

/** What the near-duplicate rule looks at. */
export interface Fingerprint {
  readonly simhash: string;
  readonly words: number;
}

/** True when two texts are long enough to compare and almost the same. */
export function isNearDuplicate(a: Fingerprint, b: Fingerprint): boolean {
  if (Math.min(a.words, b.words) < nearDuplicateMinWords) return false;
  return hammingDistance(a.simhash, b.simhash) <= nearDuplicateBits;
}
