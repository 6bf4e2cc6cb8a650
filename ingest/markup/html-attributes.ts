/** What reading a page looks at; everything else (inline images, long data, handlers) is dropped unparsed. */
const keptAttributes = new Set(
  (
    'class id style hidden aria-hidden aria-label role itemprop itemtype href rel name content property datetime ' +
    'colspan rowspan scope lang type http-equiv charset title color bgcolor size width start value open popover data-nosnippet'
  ).split(' '),
);
const maxAttributes = 200;
const maxValueLength = 8_000;
/** Style sheets pick elements by short data attributes; long ones hold data of scripts. */
const maxDataLength = 60;

const attribute =
  /([^\s"'<>/=]{1,100})(?:\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'<>`]{1,4000})))?|["'/=<>`\s]/y;

/** Name and value pairs of the kept attributes, first occurrence wins. Linear: every match moves on by what it read. */
export function readAttributes(raw: string): readonly (readonly [string, string])[] {
  const found = new Map<string, string>();
  attribute.lastIndex = 0;
  for (let seen = 0; seen < maxAttributes && attribute.lastIndex < raw.length; ) {
    const from = attribute.lastIndex;
    const match = attribute.exec(raw);
    if (!match) {
      // A name of more than 100 characters: step over a piece of it.
      attribute.lastIndex = from + 100;
      continue;
    }
    const name = match[1]?.toLowerCase();
    if (name === undefined) continue;
    seen += 1;
    const value = match[2] ?? match[3] ?? match[4] ?? '';
    const isKept = keptAttributes.has(name) || (name.startsWith('data-') && value.length <= maxDataLength);
    if (isKept && !found.has(name)) found.set(name, value.slice(0, maxValueLength));
  }
  return [...found];
}

/** Quotes a value that may still hold entities: those stay as they are. */
export function escapeAttribute(value: string): string {
  return value.replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
