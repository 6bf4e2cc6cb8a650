import type { Origin } from './origin.ts';
import type { RankedPassage } from './rank.ts';
import type { Asked } from './search.ts';
import { logitOf, supportModel } from './support.ts';
import { supportOfEach } from './support-places.ts';

// Log odds are some ten times as wide as ranking scores. Of 1,095 answered questions the first quote alone answered 804 with this
// share, 791 with none and 803 with twice as much.
const supportShare = 0.07;
// Only the best ranked can become quotes; with twelve 1,148 of 1,261 questions were answered rightly, with eight 1,146, in less time.
const judged = 8;
// A passage less likely than one in twenty to answer is shown to nobody, unless it is hardly worse than the best one. Of the
// questions above one was answered less for it, and an answer has 2.8 quotes in place of 2.9. Each side of a comparison and each
// item of a list answers only a part and is not held to it.
const leastLogOdds = -3;
const asGoodLogOdds = 1;

/** A release with the log odds that its best sentence answers. */
export interface SupportedOrigin extends Origin {
  readonly logOdds: number;
}

/** Releases as quotes should come: ranking corrected by how likely the best sentence is to answer; those that hardly can are left out. */
export function supportedOrigins(origins: readonly Origin[], question: Asked): readonly SupportedOrigin[] {
  const scored = origins
    .slice(0, judged)
    .map((origin) => ({ ...origin, logOdds: best(origin.ranked, question) }));
  const top = Math.max(...scored.map(({ logOdds }) => logOdds));
  const { compares, lists } = question.understanding;
  const floor = compares || lists ? Number.NEGATIVE_INFINITY : Math.min(top - asGoodLogOdds, leastLogOdds);
  const worth = ({ ranked, logOdds }: SupportedOrigin) => ranked.score + supportShare * logOdds;
  return scored.filter(({ logOdds }) => logOdds > floor).sort((a, b) => worth(b) - worth(a));
}

function best(passage: RankedPassage, question: Asked): number {
  return Math.max(...supportOfEach(passage, question).map((features) => logitOf(features, supportModel)));
}
