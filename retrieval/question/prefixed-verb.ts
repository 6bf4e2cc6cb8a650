import { type Concept, isAct, type Lexicon } from '../../corpus/lexicon/lexicon.ts';

// Slavic verbs take a prefix for nearly every shade of an act: назбирали, позбирали, зібрали. People use more of them than any list.
const prefix =
  /^(?:пере|при|про|под|під|роз|раз|рас|від|пре|по|на|за|до|об|ви|вы|от|из|ис|вз|с|з|о|у)(?=\p{Script=Cyrillic}{4,}$)/u;
const otherPrefixes = ['', 'о', 'з', 'ви', 'за', 'роз', 'по', 'с', 'вы', 'рас'];

/** Acts that the lexicon knows under the same verb with another prefix or none; empty for any other word. */
export function prefixedVerbConcepts(word: string, lexicon: Lexicon): readonly Concept[] {
  const root = word.replace(prefix, '');
  if (root === word) return [];
  for (const other of otherPrefixes) {
    const acts = lexicon.mentions(other + root).flatMap(({ concept }) => (isAct(concept) ? [concept] : []));
    if (acts.length > 0) return acts;
  }
  return [];
}
