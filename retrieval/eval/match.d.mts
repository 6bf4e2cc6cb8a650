/** A question as the scorer needs it; each entry of `answer` is a list of alternatives of which one must appear. */
export interface JudgedQuestion {
  readonly kind: string;
  readonly answer: readonly (readonly string[])[];
  /** Figures that must not appear; with a leading `~` they may, in a sentence that marks them as former. */
  readonly must_not?: readonly string[];
}

/** What the scorer found; `missing` are indices into `answer`. */
export interface Verdict {
  readonly ok: boolean;
  readonly missing: readonly number[];
  readonly forbidden: readonly string[];
  readonly abstained: boolean;
}

/** Brings figures, units, currencies and spelling to one form. */
export function normalise(input: string): string;
/** Whether a normalised text holds an alternative. */
export function contains(textNorm: string, alternative: string): boolean;
/** Judges the text of an answer. */
export function judge(question: JudgedQuestion, answer: string): Verdict;
