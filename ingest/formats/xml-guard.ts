import type { UnreadableCode } from '../page/page.ts';

const maxDepth = 256;
const maxElements = 500_000;

/**
 * Why a piece of XML must not be parsed: entities of its own (they grow without bound), nesting or size beyond any
 * feed. Null when it may. One linear scan; searches that fail are not repeated.
 */
export function refuseXml(source: string): { readonly code: UnreadableCode; readonly reason: string } | null {
  if (/<!ENTITY|<!DOCTYPE[^>[]{0,2000}\[/i.test(source.slice(0, 200_000))) {
    return { code: 'damaged', reason: 'the XML defines entities of its own, which feeds never need' };
  }
  let depth = 0;
  let elements = 0;
  for (let at = source.indexOf('<'); at !== -1; at = source.indexOf('<', at + 1)) {
    const next = source[at + 1];
    if (next === '!' || next === '?') {
      const isData = source.startsWith('<![CDATA[', at);
      const isComment = source.startsWith('<!--', at);
      const end = source.indexOf(isData ? ']]>' : isComment ? '-->' : '>', at);
      if (end === -1) return { code: 'damaged', reason: 'the XML ends inside a comment or data section' };
      at = end;
    } else if (next === '/') depth = Math.max(0, depth - 1);
    else {
      const end = source.indexOf('>', at);
      if (end === -1) break;
      elements += 1;
      if (source[end - 1] !== '/') depth += 1;
      if (depth > maxDepth)
        return { code: 'too-deep', reason: `the XML is nested more than ${maxDepth} deep` };
      if (elements > maxElements) {
        return { code: 'too-large', reason: `the XML has more than ${maxElements} elements` };
      }
    }
  }
  return null;
}
