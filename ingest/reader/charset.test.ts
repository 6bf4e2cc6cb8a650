import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from './charset.ts';

const ukrainian =
  'Уряд передав піротехнічним підрозділам двадцять машин для розмінування. «Ґрунт, їжа і є життя», — сказав агроном. ';
const russian =
  'Правительство передало сапёрам двадцать машин для разминирования. Объём помощи вырос, это подъём. ';

const encodings = ['utf-8', 'windows-1251', 'koi8-u', 'cp866', 'utf-16'] as const;
/** The name that is wrong for a page in this encoding. */
const wrongName: Record<(typeof encodings)[number], string> = {
  'utf-8': 'windows-1251',
  'windows-1251': 'koi8-u',
  'koi8-u': 'windows-1251',
  cp866: 'utf-8',
  'utf-16': 'utf-8',
};
const states = ['right', 'wrong', 'none'] as const;

function page(text: string, meta: string | null): string {
  const tag = meta ? `<meta http-equiv="Content-Type" content="text/html; charset=${meta}">` : '';
  return `<!DOCTYPE html><html><head>${tag}<title>News</title></head><body><p>${text.repeat(2)}</p></body></html>`;
}

function nameIn(state: (typeof states)[number], encoding: (typeof encodings)[number]): string | null {
  return state === 'right' ? encoding : state === 'wrong' ? wrongName[encoding] : null;
}

const cases = encodings.flatMap((encoding) =>
  states.flatMap((header) => states.map((meta) => ({ encoding, header, meta }))),
);

describe('decodeText', () => {
  it.each(cases)(
    'reads $encoding with a $header header and a $meta meta tag',
    ({ encoding, header, meta }) => {
      for (const text of [ukrainian, russian]) {
        const bytes = iconv.encode(page(text, nameIn(meta, encoding)), encoding);
        // Not every encoding has every quotation mark, cp866 lacks і: what counts is what the bytes say.
        const html = iconv.decode(bytes, encoding);
        const name = nameIn(header, encoding);
        expect(decodeText(bytes, name ? `text/html; charset=${name}` : 'text/html')?.text).toBe(html);
      }
    },
  );

  it.each(['windows-1251', 'koi8-u', 'cp1125', 'iso-8859-5', 'utf-16le', 'utf-16be'])(
    'guesses %s from one sentence without any declaration',
    (encoding) => {
      const bytes = iconv.encode(ukrainian, encoding);
      expect(decodeText(bytes, null)?.text).toBe(iconv.decode(bytes, encoding));
    },
  );

  it.each(['windows-1251', 'koi8-u'])('guesses %s from a short headline', (encoding) => {
    const headline = 'Саперам передали нові машини';
    expect(decodeText(iconv.encode(headline, encoding), null)?.text).toBe(headline);
  });

  it('believes a meta tag for Western and Japanese pages', () => {
    const french = page('Le gouvernement a déjà financé le déminage des régions libérées. ', 'iso-8859-1');
    expect(decodeText(iconv.encode(french, 'latin1'), null)?.text).toBe(french);
    const japanese = page('日本政府は地雷除去のための機材をウクライナに供与しました。', 'shift_jis');
    expect(decodeText(iconv.encode(japanese, 'shift_jis'), null)?.text).toBe(japanese);
  });

  it('undoes a double encoding', () => {
    const twice = iconv.decode(
      Buffer.from(ukrainian.replaceAll('И', '').replaceAll('и', 'і')),
      'windows-1251',
    );
    expect(decodeText(Buffer.from(twice), null)?.text).toBe(ukrainian.replaceAll('и', 'і'));
  });

  it('refuses what stays unreadable', () => {
    const noise = Buffer.from(Array.from({ length: 2_000 }, (_, index) => 128 + ((index * 89) % 128)));
    expect(decodeText(noise, null)).toBeNull();
    expect(decodeText(Buffer.from('\ufffd\ufffd\ufffd\ufffd \ufffd\ufffdab'), null)).toBeNull();
  });

  it('tolerates a sequence cut off at the end of a UTF-8 file', () => {
    const bytes = Buffer.from(ukrainian).subarray(0, -2);
    expect(decodeText(bytes, null)?.charset).toBe('utf-8');
  });

  it('reads plain ASCII as UTF-8 whatever is declared', () => {
    expect(decodeText(Buffer.from('plain text'), 'text/plain; charset=koi8-r')?.charset).toBe('utf-8');
  });
});
