/**
 * Characters without a glyph of their own: zero-width spaces and joiners, soft hyphens, direction marks, tag characters,
 * variation selectors. They hide orders from readers or split words for searching.
 */
const invisible = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to go
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text as a reader sees it: no invisible or control characters, NFC; white space is left alone. */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, '').replace(control, ' ').replace(loneSurrogate, '\uFFFD').normalize('NFC');
}

/** One line of visible text: every run of white space (NBSP and line breaks too) becomes one space. */
export function visibleLine(text: string): string {
  return withoutInvisible(text).replace(/\s+/g, ' ').trim();
}
