import { type FigureState, statesIn } from '../question/land-state.ts';
import type { Wanted } from '../question/wanted-type.ts';
import type { AnalysedQuantity, AnalysedSentence } from './analysis.ts';
import { wantedQuantities } from './wanted.ts';

const reachAfter = 90;

/** The state a figure is told in: by the nearest word before it, or else the nearest after it; null where neither tells. */
export function stateOf(
  sentence: string,
  { start, end }: Pick<AnalysedQuantity, 'start' | 'end'>,
): FigureState | null {
  const states = statesIn(sentence);
  const before = states.filter(({ at }) => at < start).at(-1);
  if (before !== undefined) return before.state;
  return states.find(({ at }) => at >= end && at - end <= reachAfter)?.state ?? null;
}

/** True when every figure of the land that a sentence holds is told of another state than the one asked about. */
export function isOfOtherState(
  sentence: Pick<AnalysedSentence, 'text' | 'quantities'>,
  { state, wanted }: { readonly state: FigureState | null; readonly wanted: Wanted },
): boolean {
  if (state === null) return false;
  const states = wantedQuantities(wanted, sentence).map((figure) => stateOf(sentence.text, figure));
  return states.length > 0 && states.every((told) => told !== null && told !== state);
}
