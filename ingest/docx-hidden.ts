import { isNearWhite } from './css-colour.ts';

const pieces =
  /<w:(r|rPr|pPr|tbl|p)(?:\s[^<>]{0,500})?(?<!\/)>|<\/w:(r|rPr|pPr|tbl|p)>|<w:(vanish|sz|color|shd|highlight|rStyle|pStyle)(\s[^<>]{0,300})?\/>|(<w:t(?:\s[^<>]{0,100})?>)[^<]*(<\/w:t>)/g;

// Half points: Word's own smallest size is 2, and nobody reads two points.
const smallestHalfPoints = 4;

interface Looks {
  hidden: boolean;
  white: boolean;
  ground: boolean;
}

const plainLooks = (): Looks => ({ hidden: false, white: false, ground: false });

/**
 * Empties the runs of a Word document part that its readers do not see: hidden font, white letters on no ground of their
 * own, letters of two points. White letters in tables stay, for the ground may come from the table's style.
 * @param hiddenStyles ids of styles that hide, from {@link hidingStyles}.
 */
export function withoutHiddenRuns(xml: string, hiddenStyles: ReadonlySet<string>): string {
  let run = plainLooks();
  let paragraph = plainLooks();
  let tables = 0;
  let isParagraphProperties = false;
  // The run properties inside paragraph properties are those of the paragraph mark alone.
  let isMark = false;
  return xml.replace(pieces, (whole, opened, closed, property, attributes, textOpen, textClose) => {
    if (opened === 'p') paragraph = plainLooks();
    else if (opened === 'r') run = plainLooks();
    else if (opened === 'tbl') tables += 1;
    else if (closed === 'tbl') tables -= 1;
    else if (opened === 'pPr' || closed === 'pPr') isParagraphProperties = opened === 'pPr';
    else if (opened === 'rPr' || closed === 'rPr') isMark = isParagraphProperties && opened === 'rPr';
    else if (property && !isMark)
      note(isParagraphProperties ? paragraph : run, property, attributes ?? '', hiddenStyles);
    else if (textOpen) {
      const isWhite = run.white && !run.ground && !paragraph.ground && tables === 0;
      if (run.hidden || paragraph.hidden || isWhite) return `${textOpen}${textClose}`;
    }
    return whole;
  });
}

function note(looks: Looks, property: string, attributes: string, hiddenStyles: ReadonlySet<string>): void {
  const value = /w:val="([^"]{0,100})"/.exec(attributes)?.[1] ?? '';
  const isOff = /^(?:0|false|off|none)$/.test(value);
  if (property === 'vanish') looks.hidden ||= !isOff;
  else if (property === 'sz') looks.hidden ||= Number(value) > 0 && Number(value) <= smallestHalfPoints;
  else if (property === 'color') looks.white = isNearWhite(`#${value.toLowerCase()}`);
  else if (property === 'highlight') looks.ground ||= !isOff && value !== 'white';
  else if (property === 'shd')
    looks.ground ||= isDark(/w:fill="([^"]{0,20})"/.exec(attributes)?.[1] ?? 'auto');
  else looks.hidden ||= hiddenStyles.has(value);
}

function isDark(fill: string): boolean {
  return fill !== 'auto' && !isNearWhite(`#${fill.toLowerCase()}`);
}

/** Ids of the styles of a document whose font is hidden. */
export function hidingStyles(stylesXml: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const style of stylesXml.split(/<w:style\s/).slice(1)) {
    const id = /w:styleId="([^"]{1,100})"/.exec(style)?.[1];
    const vanish = /<w:vanish(?:\s+w:val="([^"]{0,10})")?\s?\/>/.exec(style);
    if (id !== undefined && vanish !== null && !/^(?:0|false|off)$/.test(vanish[1] ?? '')) ids.add(id);
  }
  return ids;
}
