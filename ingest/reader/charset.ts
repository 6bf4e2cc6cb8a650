import iconv from 'iconv-lite';
import { plausibility } from './charset-score.ts';

/** Text and the encoding it was read with. */
export interface DecodedText {
  readonly text: string;
  /** Lower-case name: `utf-8`, `windows-1251`, `koi8-u`, … */
  readonly charset: string;
}

/** Tried when nothing is declared, or when what is declared reads as nonsense. cp1125 is cp866 with і ї є ґ. */
const guesses = [
  'windows-1251',
  'koi8-u',
  'koi8-r',
  'cp866',
  'cp1125',
  'iso-8859-5',
  'windows-1252',
  'maccyrillic',
];
/** Below this mean nothing readable is left: right readings score above -4.5, wrong ones below -5.5. */
const leastPlausible = -5.4;
/** A declaration is believed unless a guess is clearly better; texts of ten letters vary by about this much. */
const benefitOfDoubt = 0.35;
/** One broken sequence in a hundred is damage (a cut file, one bad comment), not another encoding. */
const toleratedDamage = 0.01;
const headLength = 4_096;

/**
 * Decodes bytes of unknown honesty. A byte order mark wins, then valid UTF-8, then the HTTP header and the `<meta>` or
 * XML declaration if they read sanely, then the likeliest of the Cyrillic encodings. Null when nothing reads as text.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): DecodedText | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = byOrderMark(buffer) ?? byZeroBytes(buffer);
  if (marked) return readable(marked);
  const utf8 = asUtf8(buffer);
  const declared = declarations(buffer, contentType);
  // Seven-bit encodings of Japanese look like ASCII; everything else that is valid UTF-8 is UTF-8.
  const sevenBit = declared.find((name) => name.startsWith('iso-2022'));
  if (sevenBit && buffer.includes(0x1b))
    return readable({ text: iconv.decode(buffer, sevenBit), charset: sevenBit });
  if (utf8) return readable(repaired(utf8));
  return best(buffer, declared);
}

function byOrderMark(buffer: Buffer): DecodedText | null {
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) {
    return { text: buffer.toString('utf8', 3), charset: 'utf-8' };
  }
  if (buffer[0] === 0xff && buffer[1] === 0xfe)
    return { text: buffer.toString('utf16le', 2), charset: 'utf-16le' };
  if (buffer[0] === 0xfe && buffer[1] === 0xff)
    return { text: iconv.decode(buffer, 'utf-16be'), charset: 'utf-16be' };
  return null;
}

/**
 * UTF-16 without a mark: in Latin text every other byte is zero, in Cyrillic it is 4; spaces and line ends keep their
 * zero in both. No other encoding of text holds zero bytes.
 */
function byZeroBytes(buffer: Buffer): DecodedText | null {
  const sample = buffer.subarray(0, headLength);
  const counts = { even: 0, odd: 0, zero: 0 };
  for (let index = 0; index < sample.length; index += 1) {
    const byte = sample[index]!;
    if (byte === 0) counts.zero += 1;
    if (byte === 0 || byte === 4) counts[index % 2 === 0 ? 'even' : 'odd'] += 1;
  }
  if (counts.zero < 2) return null;
  const half = sample.length / 2;
  if (counts.odd > 0.7 * half && counts.even < 0.2 * half)
    return { text: buffer.toString('utf16le'), charset: 'utf-16le' };
  if (counts.even > 0.7 * half && counts.odd < 0.2 * half) {
    return { text: iconv.decode(buffer, 'utf-16be'), charset: 'utf-16be' };
  }
  return null;
}

function asUtf8(buffer: Buffer): DecodedText | null {
  const text = buffer.toString('utf8');
  const broken = count(text, /\ufffd/g) - countBytes(buffer);
  if (broken <= 0) return { text, charset: 'utf-8' };
  const letters = count(text, /[\u0080-\ufffc]/g);
  return broken <= toleratedDamage * letters + 1 && letters > 20 ? { text, charset: 'utf-8' } : null;
}

/** Replacement characters that stand in the file itself. */
function countBytes(buffer: Buffer): number {
  let found = 0;
  const mark = Buffer.from('\ufffd');
  for (let at = buffer.indexOf(mark); at !== -1; at = buffer.indexOf(mark, at + 3)) found += 1;
  return found;
}

const xmlDeclaration = /^\s{0,20}<\?xml[^>]{0,200}encoding\s{0,5}=\s{0,5}["']([\w:-]{2,30})/;
const metaCharset = /<meta\s[^>]{0,300}charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w:-]{2,30})/i;
const headerCharset = /charset\s{0,5}=\s{0,5}["']?([\w:-]{2,30})/i;

function declarations(buffer: Buffer, contentType: string | null): string[] {
  const head = buffer.toString('latin1', 0, headLength);
  const names = [headerCharset.exec(contentType ?? ''), metaCharset.exec(head), xmlDeclaration.exec(head)]
    .map((match) => match?.[1]?.toLowerCase())
    .filter((name): name is string => name !== undefined && !/^(?:utf-?8|utf-?16|us-ascii|ascii)/.test(name))
    .map((name) => (name === 'cp1251' || name === 'win-1251' || name === '1251' ? 'windows-1251' : name))
    .map((name) => (name === 'ibm866' ? 'cp866' : name))
    // Labels of Latin-1 mean windows-1252 on the web.
    .map((name) => (/^(?:iso-8859-1|latin1?)$/.test(name) ? 'windows-1252' : name));
  return [...new Set(names)].filter((name) => iconv.encodingExists(name));
}

function best(buffer: Buffer, declared: readonly string[]): DecodedText | null {
  let winner: (DecodedText & { readonly score: number }) | null = null;
  // cp1125 is cp866 with the Ukrainian і, which no Ukrainian text does without; its other letters tell nothing.
  const dos = /[іІ]/.test(iconv.decode(buffer, 'cp1125')) ? ['cp1125'] : [];
  for (const charset of new Set([...declared, ...dos, ...guesses])) {
    const text = iconv.decode(buffer, charset);
    const bonus = declared.includes(charset) ? benefitOfDoubt / (declared.indexOf(charset) + 1) : 0;
    const score = plausibility(text) + bonus;
    if (!winner || score > winner.score) winner = { text, charset, score };
  }
  return winner && winner.score >= leastPlausible
    ? readable(repaired({ text: winner.text, charset: winner.charset }))
    : null;
}

/**
 * Text that was UTF-8, was read as windows-1251 or windows-1252 and saved again ("РџСЂРёРІС–С‚"): the second reading
 * is undone when that gives valid UTF-8 back.
 */
function repaired(decoded: DecodedText): DecodedText {
  const doubled = doublyEncodedAs(decoded.text);
  if (!doubled) return decoded;
  const bytes = iconv.encode(decoded.text, doubled);
  const text = bytes.toString('utf8');
  const isClean = !text.includes('\ufffd') && iconv.decode(bytes, doubled) === decoded.text;
  return isClean ? { text, charset: decoded.charset } : decoded;
}

function doublyEncodedAs(text: string): string | null {
  const sample = text.slice(0, 200_000);
  const cyrillic = count(sample, /[\u0400-\u04ff]/g);
  const lead = count(
    sample,
    /[РС](?=[\u0080-\u00bf\u0400-\u040f\u0452-\u045f\u0490\u0491\u2010-\u2044\u20ac\u2116\u2122])/g,
  );
  if (cyrillic > 8 && lead > 0.3 * cyrillic) return 'windows-1251';
  const latin = count(sample, /[\u00c0-\u00ff]/g);
  const latinLead = count(
    sample,
    /[ÐÑ](?=[\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2010-\u2044\u20ac\u2122])/g,
  );
  return latin > 8 && latinLead > 0.5 * latin ? 'windows-1252' : null;
}

/** Refuses text that is still doubly encoded or full of replacement characters: it must never be indexed. */
function readable(decoded: DecodedText): DecodedText | null {
  const { text } = decoded;
  const outside = count(text, /[\u0080-\uffff]/g);
  const broken = count(text, /\ufffd/g);
  if (broken > 3 && broken > 0.03 * outside) return null;
  return doublyEncodedAs(text) === null ? decoded : null;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
