import { createHash } from 'node:crypto';
import { normaliseAddress } from './address.ts';

const passageKeyLength = 12;

/** Lower-case hexadecimal SHA-256 of a text's UTF-8 bytes. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Public name of a document that brings none: `d` and 15 hex digits of its address. A brief is not its page. */
export function documentKey(draft: { readonly url: string; readonly isBrief?: boolean }): string {
  const address = normaliseAddress(draft.url);
  return `d${sha256(draft.isBrief === true ? `brief of ${address}` : address).slice(0, 15)}`;
}

/**
 * Public names of a document's passages, [a-z0-9]{12} each. They depend on the document and the text alone, so a
 * rebuild and an edit elsewhere on the page leave them; passages with the same text are told apart by their order.
 */
export function passageKeys(ofDocument: string, texts: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const occurrence = (seen.get(text) ?? 0) + 1;
    seen.set(text, occurrence);
    return base36(`${ofDocument}\n${text}${occurrence === 1 ? '' : `\n#${occurrence}`}`);
  });
}

function base36(text: string): string {
  const digits = BigInt(`0x${sha256(text)}`).toString(36);
  return digits.padStart(passageKeyLength, '0').slice(-passageKeyLength);
}

/** What an embedding model is given of a passage: its context helps to place it and is never quoted. */
export function embeddingText(passage: { readonly text: string; readonly context: string }): string {
  return passage.context === '' ? passage.text : `${passage.context}\n${passage.text}`;
}

/** Names the input of an embedding; 128 bits of SHA-256 are plenty for telling texts apart. */
export function contentHash(passage: { readonly text: string; readonly context: string }): string {
  return sha256(embeddingText(passage)).slice(0, 32);
}
