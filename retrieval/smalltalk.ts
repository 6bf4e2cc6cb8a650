import { normalise, tokenise } from '../corpus/text.ts';

/** Talk that is no question about anything: answered kindly, without search. */
export type Smalltalk = 'greeting' | 'thanks' | 'about';

const patterns: readonly (readonly [Smalltalk, RegExp])[] = [
  [
    'thanks',
    /^(?:дуже |щиро |велике |большое )?(?:дякую|дяки|спасибі|спасибо|благодарю|thanks?|thank you|thx|ty|ありがとう\p{L}*|どうも)(?!\p{L})/u,
  ],
  [
    'about',
    /^(?:хто ти|ти хто|що ти (?:вмієш|можеш|таке)|як(?:им чином)? ти працюєш|ти бот|кто ты|что ты (?:умеешь|можешь)|как ты работаешь|who are you|what are you|what can you do|what do you do|how do you work|are you (?:a |an )?(?:bot|ai|human|real)|(?:help|допомога|помощь)$|あなたは誰|何ができ)/u,
  ],
  [
    'greeting',
    /^(?:привіт\p{L}*|вітаю|доброго|добрий|добридень|здоров\p{L}*|здрастуй\p{L}*|хай|привет\p{L}*|здравствуй\p{L}*|добрый|hello|hi|hey|good (?:morning|day|afternoon|evening)|yo|こんにちは|こんばんは|はじめまして|おはよう\p{L}*|як справи|как дела|how are you)(?!\p{L})/u,
  ],
];
const mostWords = 6;

/** What kind of small talk a message is, null for everything that may be a question. */
export function smalltalkOf(text: string): Smalltalk | null {
  const clean = normalise(text).trim();
  if (tokenise(clean).length > mostWords) return null;
  for (const [kind, pattern] of patterns) {
    const match = pattern.exec(clean);
    if (match === null) continue;
    // "Привіт, скільки дала Японія" is a question with a greeting in front.
    const rest = tokenise(clean.slice(match[0].length)).filter(({ text: word }) => !politeWords.has(word));
    if (rest.length <= (kind === 'about' ? 3 : 1)) return kind;
  }
  return null;
}

const politeWords = new Set(
  'дня день ранку ранок вечора вечір вечер утро боте бот bot there всім всем вам тобі дуже за very much so you for the your відповідь допомогу ответ помощь help answer і та'.split(
    ' ',
  ),
);
