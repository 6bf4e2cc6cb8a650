// Longer quotes are named by their first and last words: addresses stay short and small changes inside do no harm.
const maxExactWords = 12;
const edgeWords = 5;

/**
 * The address of the page at the quote: a text fragment where the words occur once on the page, a page number in a
 * PDF, otherwise the address alone. `documentText` is the stored text of the page.
 */
export function quoteLink(options: {
  readonly url: string;
  readonly quote: string;
  readonly documentText: string;
  readonly page: number | null;
  /** True when the stored text is not the page's own words. */
  readonly isRetold: boolean;
}): string {
  const { url, page } = options;
  if (url.includes('#')) return url;
  if (page !== null) return `${url}#page=${page}`;
  const fragment = options.isRetold ? null : textFragment(options.quote, options.documentText);
  return fragment === null ? url : `${url}#:~:text=${fragment}`;
}

function textFragment(quote: string, documentText: string): string | null {
  // Browsers match within one block of the page, and blocks end where our lines end.
  const line = quote
    .split('\n')
    .find((part) => part.trim() !== '')
    ?.trim();
  if (line === undefined) return null;
  const words = line.split(/\s+/);
  if (words.length <= maxExactWords) return occursOnce(documentText, line) ? encodePart(line) : null;
  const [first, last] = [words.slice(0, edgeWords).join(' '), words.slice(-edgeWords).join(' ')];
  const flat = documentText.replace(/\s+/g, ' ');
  if (!occursOnce(flat, first) || !occursOnce(flat, last)) return null;
  return `${encodePart(first)},${encodePart(last)}`;
}

function occursOnce(text: string, part: string): boolean {
  const first = text.indexOf(part);
  return first >= 0 && text.indexOf(part, first + 1) < 0;
}

// A hyphen would be read as the sign for "before" and "after" the quote; half a surrogate pair cannot be encoded.
function encodePart(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).replaceAll('-', '%2D');
}
