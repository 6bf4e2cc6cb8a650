import { conceptTerm } from '../../corpus/terms/lexical.ts';

const general = ['equipment', 'machinery-fleet'].map(conceptTerm);
/** Terms of the things that equipment is made up of. */
export const kindTerms: readonly string[] = [
  'machine',
  'demining-machine',
  'mine-detector',
  'metal-detector',
  'detector',
  'ground-penetrating-radar',
  'bomb-suit',
  'robotic-system',
  'vehicle',
  'pickup',
  'truck',
  'armoured-vehicle',
  'excavator',
  'radio-station',
  'generator',
  'tools',
  'drone',
].map(conceptTerm);

/**
 * Terms of what a word of the question is the general name of: who asks which equipment was given is answered by machines and
 * detectors. Empty for all other words.
 */
export function kindsOf(concepts: readonly string[]): readonly string[] {
  return concepts.some((concept) => general.includes(concept)) ? kindTerms : [];
}
