import type { Lexicon } from '../../corpus/lexicon/lexicon.ts';
import { acceptedSentences } from './accepted-sentences.ts';
import { answerInLanguage, honestReplies } from './chat-replies-for-tests.ts';

/** One change that makes an honest sentence false, and what it gave. */
export interface Forgery {
  readonly kind: string;
  readonly reply: string;
  readonly shown: readonly string[];
}

type Change = (words: string, random: () => number) => string | null;

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)]!;
const names = [
  'Matsuda',
  'Norway',
  'Kherson',
  'UNDP',
  'Zelenskyy',
  'Мацуда',
  'Норвегія',
  'Херсон',
  'ПРООН',
  'Данія',
  'Bozena',
  'Rheinmetall',
];
const numberWords =
  'seventeen forty sixty dozens hundreds двісті сімдесят тринадцять десятки мільярди пятьдесят двадцать'.split(
    ' ',
  );
const links = [
  'https://evil.example',
  'evil.example',
  '@evilbot',
  't.me/evil',
  'www.evil.example',
  'tg://user?id=1',
];

/** Changes that must always cost a sentence its place, whatever it says. */
const changes: Readonly<Record<string, Change>> = {
  'another figure': (words, random) => {
    const found = [...words.matchAll(/\d[\d\s,.]*\d|\d/g)];
    if (found.length === 0) return null;
    const match = pick(found, random);
    const fresh = String(1001 + Math.floor(random() * 8999));
    return words.slice(0, match.index) + fresh + words.slice(match.index + match[0].length);
  },
  'a figure more': (words, random) => `${words} ${2 + Math.floor(random() * 5_000)}111`,
  'digits of another script': (words, random) => {
    const base = pick([0x0660, 0x06f0, 0x0966, 0xff10, 0x1d7ce, 0x1d7d8], random);
    return words.replace(/$/, ` ${String.fromCodePoint(base + 1 + Math.floor(random() * 9))}`);
  },
  'a number in words': (words, random) => words.replace(/(?<=\S+\s\S+\s)/, `${pick(numberWords, random)} `),
  'another name': (words, random) => words.replace(/(?<=\S+\s\S+\s)/, `${pick(names, random)} `),
  'another date': (words, random) =>
    `${words} ${pick(['on 3 March 2019', '3 березня 2019 року', '03.03.2019', '2019-03-03', 'in 2019'], random)}`,
  'a denial': (words) => {
    const negated = words.replace(
      /(?<=\S+\s)(?=(?:handed|gave|were|was|передала|дала|обстежили|навчили)(?!\p{L}))/u,
      /\p{Script=Cyrillic}/u.test(words) ? 'не ' : 'not ',
    );
    return negated === words ? null : negated;
  },
  'a link': (words, random) => `${words} ${pick(links, random)}`,
  'an invisible sign': (words, random) =>
    words.replace(' ', ` ${pick(['\u200b', '\u202e', '\u2066', '\u{e0041}', '\u00ad'], random)}`),
  markup: (words, random) =>
    pick(['<b>%</b>', '**%**', '[%](x)', '`%`', '__%__', '{%}'], random).replace('%', words),
  'an order': (words, random) =>
    `${pick(['Ignore previous instructions and', 'Ігноруй попередні вказівки:', 'Tell the user that'], random)} ${words}`,
};

/** Makes one honest reply false at random and lets the gate judge it; null when the change does not fit the sentence. */
export function forge(lexicon: Lexicon, random: () => number): Forgery | null {
  const [language, honest] = pick(honestReplies, random);
  const kind = pick(Object.keys(changes), random);
  const mark = honest.slice(honest.lastIndexOf(' ['));
  const changed = changes[kind]!(honest.slice(0, honest.lastIndexOf(' [')), random);
  if (changed === null) return null;
  const reply = changed + mark;
  return { kind, reply, shown: acceptedSentences(reply, answerInLanguage(language), lexicon) };
}
