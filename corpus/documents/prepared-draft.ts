import type { DocumentDraft, PassageDraft } from '../document.ts';
import { normaliseAddress } from '../keys/address.ts';
import { contentHash, documentKey, passageKeys, sha256 } from '../keys/keys.ts';
import { fingerprintWords, simhashOfWords } from '../keys/simhash.ts';
import type { PassageInput } from './save-passages.ts';

/** A draft with everything derived from it. */
export interface PreparedDraft {
  readonly draft: DocumentDraft;
  readonly key: string;
  readonly address: string;
  readonly contentHash: string;
  readonly simhash: string;
  readonly words: number;
  readonly passages: readonly PassageInput[];
}

/**
 * Derives what storing a draft needs; pure.
 * @param storedKey the key of the document that the draft will replace, null for a new one.
 * @throws RangeError for a passage that is blank or reaches outside the text.
 */
export function prepareDraft(draft: DocumentDraft, storedKey: string | null): PreparedDraft {
  for (const passage of draft.passages) {
    if (isInside(passage, draft.text.length) && /\S/.test(draft.text.slice(passage.start, passage.end)))
      continue;
    throw new RangeError(
      `passage ${passage.start}-${passage.end} is blank or outside the ${draft.text.length} characters of ${draft.url}`,
    );
  }
  const key = storedKey ?? draft.key ?? documentKey(draft);
  const texts = draft.passages.map(({ start, end }) => draft.text.slice(start, end));
  const keys = passageKeys(key, texts);
  const words = fingerprintWords(draft.text);
  return {
    draft,
    key,
    address: normaliseAddress(draft.url),
    contentHash: sha256(draft.text),
    simhash: simhashOfWords(words),
    words: words.length,
    passages: draft.passages.map((passage, ordinal) => {
      const text = texts[ordinal]!;
      return {
        ...passage,
        text,
        ordinal,
        key: keys[ordinal]!,
        contentHash: contentHash({ ...passage, text }),
      };
    }),
  };
}

function isInside({ start, end }: PassageDraft, length: number): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length;
}
