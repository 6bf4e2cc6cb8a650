/** Pieces of text that have broken programs before, written for this project; for trials with random messages. */
export const naughtyPieces: readonly string[] = [
  ...['', ' ', '\t', '\r\n', '\n', '\n\n\n', '\u00a0', '\u2028', '\u3000', '\ufeff', '\u200b', '\u200d', '\u2060', '\u00ad', '\u0000', '\u0007', '\u001b[31m', '\u007f', '\u0085'],
  ...['\ud83d', '\udc00', '\ud83d\ud83d', '\udc00\ud83d', 'a\ud800', '\ufffe', '\uffff', '\u{10ffff}', '\u{e0041}', '\u{f0000}'],
  ...['\u202ethgir', '\u202dleft\u202c', '\u2066iso\u2069', 'שלום', 'مرحبا بالعالم', 'مُنَاقَشَةُ', '﷽', '‏rtl‏'],
  ...['é', 'e\u0301', 'ї', 'i\u0308', 'Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308', `a${'\u0301'.repeat(400)}`, 'ﬀ', 'ǅ', 'ß', 'İ', 'ı', 'Ⱥ', 'Å', 'ﬁ'],
  ...['👍', '👍🏽', '👨‍👩‍👧‍👦', '🏴‍☠️', '🇺🇦', '🇺', '1️⃣', '❤️‍🔥', '🏳️‍🌈', '🧑🏿‍🚒', '𝕿𝖊𝖝𝖙', '𠜎', '가각', '각', 'กำ', 'क्षि', '日本語', '㍿', '①②③', '½', '٣', '५'],
  ...['<b>', '</b>', '<script>alert(1)</script>', '&amp;', '&#0;', '<![CDATA[', '<!--', '"><img src=x onerror=alert(1)>', '*bold*', '_it_', '[a](tg://user?id=1)', '`code`', '```', '~~x~~', '||spoiler||', '\\', '\\n', '>quote', '# h1', '{{7*7}}', `$${'{7*7}'}`, '%s%n%d', '%00', '{0}', '{ $x }', '{"a":1}', '[]', '[object Object]'],
  ...["'", '"', "' OR 1=1 --", "'; DROP TABLE documents;--", '" OR ""="', 'NEAR("a" "b")', 'a AND NOT b', '*', 'col:term', '^', '()', '(((', ')))', '-', '--', '/*', '|', ';', '$(id)', '`id`', '../../etc/passwd', '..\\..\\', 'C:\\con', 'file:///etc/passwd', '%2e%2e%2f', 'con', 'nul', '.', '..', '~', '/'],
  ...['undefined', 'null', 'NULL', 'None', 'NaN', 'Infinity', '-0', '0x0', '1e309', '-1', '9007199254740993', '1/0', 'true', 'false', '__proto__', 'constructor', 'hasOwnProperty', 'toString', 'then'],
  ...['https://example.org', 'http://a.b/c?d=e&f=g#h', 'www.x.ua', 'президент.укр', 't.me/joinchat/x', 'tg://resolve?domain=a', 'javascript:alert(1)', 'data:text/html,x', 'mailto:a@b.c', '@everyone', '@a', '#tag', '$USD', '/start', '/start@bot', '/delete_all', 'a@b.co', '+380 44 123 45 67', '127.0.0.1:80', 'x'.repeat(300), 'ш'.repeat(300), '🙂'.repeat(150), 'a.'.repeat(100), 'а б '.repeat(60)],
  ...['Скільки машин дала Японія?', 'How many machines did Japan give?', 'ґанок', 'об’єкт', "об'єкт", 'обʼєкт', 'СКІЛЬКИ', 'сКіЛьКи'],
]; // biome-ignore format: a list is read by kinds

/** A random text of naughty pieces, words and random characters. */
export function naughtyText(random: () => number, mostPieces: number): string {
  const count = Math.floor(random() ** 2 * mostPieces);
  let text = '';
  for (let at = 0; at < count; at += 1) text += piece(random);
  return text;
}

function piece(random: () => number): string {
  const kind = random();
  if (kind < 0.55) return naughtyPieces[Math.floor(random() * naughtyPieces.length)]!;
  if (kind < 0.75) return String.fromCharCode(Math.floor(random() * 0x10000));
  if (kind < 0.85) return String.fromCodePoint(Math.floor(random() * 0x10ffff));
  return random() < 0.5 ? ' ' : `слово${Math.floor(random() * 1000)}${random() < 0.3 ? '. ' : ' '}`;
}
