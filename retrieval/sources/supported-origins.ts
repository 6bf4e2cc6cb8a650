import type { RankedPassage } from '../search/rank.ts';
import type { Asked } from '../search/search.ts';
import { logOddsOfEach } from '../support/support.ts';
import type { Origin } from './origin.ts';

// Log odds are some ten times as wide as ranking scores. Of 1,095 answered questions the first quote alone answered 804 with this
// share, 791 with none and 803 with twice as much.
const supportShare = 0.07;
// Only the best ranked can become quotes; with twelve 1,148 of 1,261 questions were answered rightly, with eight 1,146, in less time.
const judged = 8;
// A passage that hardly can answer is shown to nobody, unless it is hardly worse than the best one, nor is one that is far worse. Of
// quotes below these bounds one in seven was of a page that answers, of those above one in three: of 1,629 answers 1,526 in place of
// 1,532 hold all that was asked for, with 3,575 quotes in place of 4,219. An item of a list answers only a part, a side of a
// comparison often looks like no answer at all.
interface Bounds {
  readonly leastLogOdds: number;
  readonly widestLogOdds: number;
}
const ofOneThing: Bounds = { leastLogOdds: -2, widestLogOdds: 3.5 };
const ofItems: Bounds = { leastLogOdds: -3, widestLogOdds: 4 };
const ofSides: Bounds = { leastLogOdds: Number.NEGATIVE_INFINITY, widestLogOdds: 6 };
const asGoodLogOdds = 1;

/** A release with the log odds that its best sentence answers. */
export interface SupportedOrigin extends Origin {
  readonly logOdds: number;
}

/** Releases as quotes should come: ranking corrected by how likely the best sentence is to answer; those that hardly can are left out. */
export function supportedOrigins(origins: readonly Origin[], question: Asked): readonly SupportedOrigin[] {
  return withoutUnlikely(judgedOrigins(origins, question, judged), question);
}

/** The best ranked releases as quotes should come, unlikely ones too. */
export function judgedOrigins<T extends Origin>(
  origins: readonly T[],
  question: Asked,
  most: number,
): readonly (T & SupportedOrigin)[] {
  const scored = origins
    .slice(0, most)
    .map((origin) => ({ ...origin, logOdds: best(origin.ranked, question) }));
  const worth = ({ ranked, logOdds }: SupportedOrigin) => ranked.score + supportShare * logOdds;
  return scored.sort((a, b) => worth(b) - worth(a));
}

function withoutUnlikely<T extends SupportedOrigin>(origins: readonly T[], question: Asked): readonly T[] {
  const top = Math.max(...origins.map(({ logOdds }) => logOdds));
  const { leastLogOdds, widestLogOdds } = boundsOf(question);
  const floor = Math.max(top - widestLogOdds, Math.min(top - asGoodLogOdds, leastLogOdds));
  return origins.filter(({ logOdds }) => logOdds > floor);
}

function boundsOf({ understanding: { compares, lists } }: Asked): Bounds {
  if (compares) return ofSides;
  return lists ? ofItems : ofOneThing;
}

function best(passage: RankedPassage, question: Asked): number {
  return Math.max(...logOddsOfEach(passage, question).values());
}
