import { isStopword } from '../text/stopwords.ts';
import { type Token, tokenise } from '../text/text.ts';

/** How a listed form is recognised in a text; see "Markers" in lexicon/README.md. */
export interface FormPattern {
  /** The form without its markers, as it may be shown to people. */
  readonly text: string;
  /** Stems of its words, in order; never empty for a form that {@link readForm} accepts. */
  readonly stems: readonly string[];
  /** The words themselves when only they match; null when any inflection does. */
  readonly exact: readonly string[] | null;
  /** What the first word must look like in the text. */
  readonly writing: 'any' | 'capitalised' | 'capitals';
}

/**
 * Any word with the stem that was looked up: most forms say no more. Fifty thousand patterns of their own would take 10 MB.
 */
export const anyInflection: FormPattern = { text: '', stems: [''], exact: null, writing: 'any' };

/** Marker of a form that matches letter by letter instead of by stem. */
export const exactMarker = '=';
/** Marker of a form that only counts with a capital letter, as a name has and the common word has not. */
export const capitalMarker = '^';

const markers = /^[=^]+\s*/;
// Porter takes the last letter off IED, GCS and CIS, and "ha" is the stem of "has"; ИИ is "її" once the alphabet is
// folded. Longer words lose only endings.
const longestExact = 3;

/** The form as it may be shown. */
export function withoutMarkers(written: string): string {
  const first = written[0];
  return first === exactMarker || first === capitalMarker ? written.replace(markers, '') : written;
}

/** Reads one form of a lexicon cell; a form without a single word has no stems. */
export function readForm(written: string): FormPattern {
  const text = withoutMarkers(written);
  const marked = written.slice(0, written.length - text.length);
  const tokens = tokenise(text, false);
  // One string in place of two equal ones: there are fifty thousand forms.
  const words = tokens.map((token) => (token.text === text ? text : token.text));
  const exact = marked.includes(exactMarker) || (tokens.length === 1 && isLetterByLetter(tokens[0]!));
  return {
    text,
    stems: tokens.map((token) => token.stem),
    exact: exact ? words : null,
    writing: writingOf(tokens, marked),
  };
}

/** True for a word too short for its stem to be trusted: Latin, or a Cyrillic abbreviation in capitals. */
function isLetterByLetter({ text, capitals }: Token): boolean {
  return text.length <= longestExact && (capitals || /^[a-z]+$/.test(text));
}

// "US" and "IT" read as function words unless they stand in capitals.
function writingOf(tokens: readonly Token[], marked: string): FormPattern['writing'] {
  const only = tokens.length === 1 ? tokens[0]! : null;
  if (only?.capitals === true && isStopword(only.text)) return 'capitals';
  return marked.includes(capitalMarker) ? 'capitalised' : 'any';
}

/** True when the words of a text from position `at` on are this form. */
export function matchesForm(form: FormPattern, tokens: readonly Token[], at: number): boolean {
  if (form === anyInflection) return true;
  const { writing, exact, stems } = form;
  const first = tokens[at]!;
  if (writing === 'capitals' && !first.capitals) return false;
  if (writing === 'capitalised' && !first.capitalised) return false;
  // Loops, because this runs for every form that begins with a word, at every word of a hundred passages a question.
  for (let offset = 0; offset < stems.length; offset += 1) {
    const token = tokens[at + offset];
    if (token === undefined) return false;
    if (exact === null ? token.stem !== stems[offset] : token.text !== exact[offset]) return false;
  }
  return true;
}
