import { asCyrillicKeys, asLatinKeys } from './gate-fold.ts';
import { withinOneEdit } from './gate-vocabulary.ts';
import {
  aboutBot,
  addressed,
  anger,
  angryWords,
  chatWords,
  fillers,
  idleChat,
  japanese,
  openers,
  type Smalltalk,
} from './smalltalk-phrases.ts';

const opening = openers.map(([kind, words]) => [kind, compiled(`^(?:${joined(words)})(?= |$)`)] as const);
const filling = compiled(`^(?:${joined(fillers)})(?= |$)`);
// Some fillers begin like others: each further turn may double the ways to read them, and nobody says ten in a row.
const onlyFilling = compiled(`^(?:${joined(fillers)})(?: (?:${joined(fillers)})){0,9}$`);
const whole: readonly (readonly [Smalltalk, RegExp])[] = [
  ['about', compiled(`^(?:${joined(aboutBot)})$`)],
  ['about', compiled(`^(?:${joined(idleChat)})$`)],
  ['complaint', compiled(`^(?:${joined(anger)})$`)],
];
const toBot = wordSet(addressed);
const angry = wordSet(angryWords);
const chat = wordSet(chatWords);
const inJapanese = japanese.map(([kind, words]) => [kind, compiled(`^(?:${words})$`)] as const);
const japaneseOpening = new RegExp(
  `^(?:${japanese
    .filter(([kind]) => kind === 'greeting' || kind === 'thanks')
    .map(([, words]) => words)
    .join('|')})`,
  'u',
);
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
// Nobody greets at greater length; a longer text says something.
const mostChars = 90;
const mostRounds = 6;
const politeWords = [
  'привіт',
  'вітаю',
  'дякую',
  'спасибі',
  'спасибо',
  'привет',
  'здравствуйте',
  'здрастуйте',
];
const shortestTypo = 5;

/** What kind of small talk a message is, null for everything that may be a question. */
export function smalltalkOf(text: string): Smalltalk | null {
  if (text.length > mostChars) return null;
  const clean = cleaned(text);
  if (clean === '') return ofSigns(text);
  if (kana.test(clean)) return ofJapanese(clean.replaceAll(' ', ''));
  // On another keyboard these marks are letters.
  return (
    ofWords(
      clean
        .replace(/[[\];,.]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    ) ?? ofWords(otherKeyboard(text))
  );
}

function ofWords(text: string): Smalltalk | null {
  let rest = text;
  let kind: Smalltalk | null = null;
  for (let round = 0; round < mostRounds && rest !== ''; round += 1) {
    const sentence = whole.find(([, pattern]) => pattern.test(rest));
    if (sentence !== undefined) return sentence[0];
    if (kind !== null && onlyFilling.test(rest)) return kind;
    const chatter = ofChat(rest);
    if (chatter !== null) return chatter;
    const opener = opening.find(([, pattern]) => pattern.test(rest));
    if (opener !== undefined) {
      kind ??= opener[0];
      rest = rest.replace(opener[1], '').trim();
    } else if (kind !== null && filling.test(rest)) rest = rest.replace(filling, '').trim();
    else return isMistyped(rest) ? (kind ?? 'greeting') : null;
  }
  return rest === '' ? kind : null;
}

// Every word is everyday talk and the bot is spoken to: nothing is left that an answer could be about.
function ofChat(text: string): Smalltalk | null {
  const words = text.split(' ');
  if (!words.every((word) => toBot.has(word) || chat.has(word) || angry.has(word))) return null;
  if (words.some((word) => angry.has(word))) return 'complaint';
  return words.some((word) => toBot.has(word)) ? 'about' : null;
}

function ofJapanese(text: string): Smalltalk | null {
  const find = (part: string) => inJapanese.find(([, pattern]) => pattern.test(part))?.[0] ?? null;
  const rest = text.replace(japaneseOpening, '');
  return find(text) ?? (rest === text || rest === '' ? null : find(rest));
}

// A thumb up or a heart is thanks, another face a nod; question marks alone ask for nothing.
function ofSigns(text: string): Smalltalk | null {
  if (/[👍🙏❤💙💛👌👏🤝]/u.test(text)) return 'thanks';
  return /\p{Extended_Pictographic}/u.test(text) ? 'greeting' : null;
}

function isMistyped(rest: string): boolean {
  if (rest.includes(' ') || rest.length < shortestTypo) return false;
  return politeWords.some((word) => withinOneEdit(rest, word));
}

function otherKeyboard(text: string): string {
  const typed = text.toLowerCase();
  return cleaned(/\p{Script=Cyrillic}/u.test(typed) ? asLatinKeys(typed) : asCyrillicKeys(typed));
}

// `Привееет!!` is `привет`; `п'ять` and `what's` are single words.
function cleaned(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/['’ʼ`´]/gu, '')
    .replace(/[^\p{L}\p{N}[\];,.]+/gu, ' ')
    .replace(/[[\];,.](?!\p{L})|(?<!\p{L})[[\];,.]/gu, ' ')
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

function joined(words: string): string {
  return words.replace(/\n\s*/g, '').trim();
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.replaceAll('ё', 'е').split(/\s+/));
}

function compiled(source: string): RegExp {
  return new RegExp(source, 'u');
}
