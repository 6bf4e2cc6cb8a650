/** What decides whether the bot is ready; null stands for what cannot be known yet. */
export interface ReadinessFacts {
  readonly nowMs: number;
  /** When Telegram last answered a poll; not heeded in webhook mode, where silence may mean that nobody writes. */
  readonly lastPollMs: number | null;
  readonly polls: boolean;
  /** Free share of the disk of DATA_DIR, 0..1. */
  readonly diskFree: number;
  /** Why the database of people cannot be written, null when it can. */
  readonly writeProblem: string | null;
  /** Counts of what can be found and what the database holds; null while the corpus opens. */
  readonly index: {
    readonly passages: number;
    readonly words: number;
    /** Null when the bot answers from words alone. */
    readonly vectors: number | null;
    /** The file was replaced under the running bot, which goes on reading the old one. */
    readonly isReplaced: boolean;
  } | null;
}

const longestSilenceMs = 90_000;
const leastDiskFree = 0.1;

/** Why the bot is not ready, one line each; none means ready. Pure. */
export function readinessProblems(facts: ReadinessFacts): readonly string[] {
  const { nowMs, lastPollMs, polls, diskFree, writeProblem, index } = facts;
  const problems: string[] = [];
  if (polls && lastPollMs === null) problems.push('Telegram has not answered yet');
  if (polls && lastPollMs !== null && nowMs - lastPollMs > longestSilenceMs)
    problems.push(`Telegram has not answered for ${Math.round((nowMs - lastPollMs) / 1000)} s`);
  if (diskFree < leastDiskFree) problems.push(`only ${Math.floor(diskFree * 100)} % of the disk is free`);
  if (writeProblem !== null) problems.push(`the database of people cannot be written: ${writeProblem}`);
  if (index === null) problems.push('the corpus is being opened');
  else {
    if (index.isReplaced) problems.push('corpus.db was replaced or removed while the bot runs: restart it');
    if (index.words !== index.passages)
      problems.push(`the word index holds ${index.words} of ${index.passages} passages`);
    if (index.vectors !== null && index.vectors !== index.passages)
      problems.push(`the vector index holds ${index.vectors} of ${index.passages} passages`);
  }
  return problems;
}
