import { escapeAttribute, readAttributes } from './html-attributes.ts';

/** HTML made safe to parse: bounded depth, size and attributes, without comments, scripts and embedded media. */
export interface PreparedHtml {
  readonly html: string;
  /** Bodies of `<script type="application/ld+json">`. */
  readonly jsonLd: readonly string[];
  /** Bodies of `<style>`: only they tell which classes are hidden. */
  readonly styles: readonly string[];
}

/** linkedom with Readability takes 4 s at a depth of 1,000 and a minute at 5,000; real pages stay below 60. */
export const maxDepth = 256;
/** The longest real pages have 15,000 elements; 40,000 are read within two seconds, a million never end. */
export const maxElements = 40_000;

/** Characters of mark-up and text without scripts: long laws have 2 million. */
const maxLength = 4_000_000;

/** Stands for a shadow root without a place for what its element holds. */
export const shadowMark = 'data-shadow-root';

const voidTags = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
// Left out with everything inside: never text of the page, often text that must not be read as such.
const droppedTags = new Set(
  'script style noscript template textarea svg math iframe object canvas video audio select noframes noembed xmp plaintext map datalist progress meter'.split(
    ' ',
  ),
);
// Browsers read these to the end of the file when the closing tag is missing.
const rawTags = new Set(['script', 'style', 'textarea', 'xmp', 'plaintext']);
const blockTags = new Set(
  'address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'.split(
    ' ',
  ),
);
const impliedEnds: Readonly<Record<string, ReadonlySet<string>>> = {
  li: new Set(['li', 'p']),
  dt: new Set(['dt', 'dd', 'p']),
  dd: new Set(['dt', 'dd', 'p']),
  tr: new Set(['tr', 'td', 'th', 'p']),
  td: new Set(['td', 'th', 'p']),
  th: new Set(['td', 'th', 'p']),
  option: new Set(['option']),
};
const tagName = /[a-zA-Z][a-zA-Z0-9:-]{0,40}/y;

/** Lower case for ASCII only, so that offsets stay those of the original. */
function asciiLower(text: string): string {
  return text.replace(/[A-Z]+/g, (run) => run.toLowerCase());
}

/**
 * One pass over the source with a stack of open tags. Linear: every search that fails is remembered and never
 * repeated, so neither unclosed comments nor unclosed quotes nor a million tags cost more than their length.
 */
class HtmlPreparer {
  private readonly lower: string;
  private readonly out: string[] = [];
  private readonly stack: string[] = [];
  private readonly openCount = new Map<string, number>();
  private readonly missing = new Set<string>();
  private flattened = 0;
  private elements = 0;
  private readonly jsonLd: string[] = [];
  private readonly styles: string[] = [];

  constructor(private readonly source: string) {
    this.lower = asciiLower(source);
  }

  run(): PreparedHtml | 'too-large' {
    let position = 0;
    while (position < this.source.length) {
      const open = this.source.indexOf('<', position);
      if (open === -1) break;
      if (open > position) this.out.push(this.source.slice(position, open));
      position = this.markup(open);
      if (this.elements > maxElements) return 'too-large';
    }
    if (position < this.source.length) this.out.push(this.source.slice(position));
    const html = this.out.join('');
    return html.length > maxLength ? 'too-large' : { html, jsonLd: this.jsonLd, styles: this.styles };
  }

  /** Handles what starts at `<` and returns the offset behind it. */
  private markup(open: number): number {
    const next = this.source[open + 1];
    if (next === '!' || next === '?') return this.declaration(open);
    const isClose = next === '/';
    tagName.lastIndex = open + (isClose ? 2 : 1);
    const name = tagName.exec(this.lower)?.[0];
    if (!name) {
      // "</ words>" is a comment to browsers.
      if (isClose) return this.declaration(open);
      this.out.push('&lt;');
      return open + 1;
    }
    const nameEnd = tagName.lastIndex;
    const end = this.tagEnd(nameEnd);
    if (isClose) this.close(name);
    else return this.open(name, this.source.slice(nameEnd, end), end + 1);
    return end + 1;
  }

  private declaration(open: number): number {
    if (this.source.startsWith('<!--', open)) {
      const end = this.find('-->', open + 4);
      // `<!-->` is a whole comment to browsers.
      if (this.source.startsWith('<!-->', open)) return open + 5;
      return end === -1 ? this.source.length : end + 3;
    }
    if (this.source.startsWith('<![CDATA[', open)) {
      const end = this.find(']]>', open);
      if (end !== -1) return end + 3;
    }
    const end = this.find('>', open);
    return end === -1 ? this.source.length : end + 1;
  }

  private open(name: string, rawAttributes: string, after: number): number {
    if (droppedTags.has(name)) return this.drop(name, rawAttributes, after);
    this.elements += 1;
    this.closeImplied(name);
    if (voidTags.has(name)) {
      this.out.push(`<${name}${this.attributes(rawAttributes)}>`);
    } else if (this.stack.length >= maxDepth) {
      this.flattened += 1;
      this.out.push(' ');
    } else {
      this.push(name);
      this.out.push(`<${name}${this.attributes(rawAttributes)}>`);
      if (name === 'title') return this.rawTitle(after);
    }
    return after;
  }

  /** A title may hold "<" without being markup. */
  private rawTitle(after: number): number {
    const end = this.find('</title', after);
    if (end === -1 || end - after > 2_000) return after;
    this.out.push(this.source.slice(after, end).replaceAll('<', '&lt;'));
    return end;
  }

  private drop(name: string, rawAttributes: string, after: number): number {
    if (rawAttributes.endsWith('/') && !rawTags.has(name)) return after;
    const close = this.find(`</${name}`, after);
    if (close === -1) return rawTags.has(name) ? this.source.length : after;
    const body = this.source.slice(after, close);
    if (name === 'style') this.styles.push(body);
    if (name === 'script' && /ld\+json/i.test(rawAttributes)) this.jsonLd.push(body);
    const end = this.find('>', close);
    const isShadow = name === 'template' && /shadowroot/i.test(rawAttributes);
    // What stands beside a shadow root is shown only where the root has a place for it.
    this.out.push(isShadow && !/<slot(?![^>]{0,200}\sname=)/i.test(body) ? `<wbr ${shadowMark}>` : ' ');
    return end === -1 ? this.source.length : end + 1;
  }

  private close(name: string): void {
    if (voidTags.has(name) || droppedTags.has(name)) {
      if (name === 'br') this.out.push('<br>');
      return;
    }
    if (this.flattened > 0 && this.stack.length >= maxDepth) {
      this.flattened -= 1;
      return;
    }
    if (!this.openCount.get(name)) return;
    while (this.stack.length > 0) {
      const popped = this.pop();
      this.out.push(`</${popped}>`);
      if (popped === name) break;
    }
  }

  private closeImplied(name: string): void {
    const implied = impliedEnds[name];
    if (!implied && blockTags.has(name) && this.stack.at(-1) === 'p') this.out.push(`</${this.pop()}>`);
    while (implied?.has(this.stack.at(-1) ?? '')) this.out.push(`</${this.pop()}>`);
  }

  private push(name: string): void {
    this.stack.push(name);
    this.openCount.set(name, (this.openCount.get(name) ?? 0) + 1);
  }

  private pop(): string {
    const name = this.stack.pop()!;
    this.openCount.set(name, this.openCount.get(name)! - 1);
    return name;
  }

  private attributes(raw: string): string {
    if (raw.length < 2) return '';
    return readAttributes(raw)
      .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
      .join('');
  }

  /** Offset of the `>` that ends a tag, outside quotes while quotes in this source can be trusted. */
  private tagEnd(from: number): number {
    const plain = this.find('>', from);
    if (plain === -1) return this.source.length;
    if (this.missing.has('balanced quote')) return plain;
    let position = from;
    while (position < this.source.length) {
      const character = this.source[position];
      if (character === '>') return position;
      if (character === '"' || character === "'") {
        // A quote only opens a value after "="; apostrophes elsewhere are text of a broken tag.
        const isValue =
          this.source[position - 1] === '=' || /=\s{1,3}$/.test(this.source.slice(position - 4, position));
        if (isValue) {
          const end = this.find(character, position + 1);
          if (end === -1) break;
          position = end;
        }
      }
      position += 1;
    }
    this.missing.add('balanced quote');
    return plain;
  }

  private find(needle: string, from: number): number {
    if (this.missing.has(needle)) return -1;
    const at = this.lower.indexOf(needle, from);
    if (at === -1) this.missing.add(needle);
    return at;
  }
}

/**
 * Rewrites HTML so that a DOM parser cannot be brought down by it: depth over {@link maxDepth} is flattened (the text
 * stays), attributes are bounded, comments and everything that is never text are gone. `too-large` over
 * {@link maxElements} elements or 4 million characters.
 */
export function prepareHtml(source: string): PreparedHtml | 'too-large' {
  return new HtmlPreparer(source).run();
}
