// What people say around a question: it names nothing, and the correction of slips would turn it into something else.
const greetings =
  'доброго (?:дня|ранку|вечора|здоров\\p{L}*)|добр(?:ий|ый|ого) (?:день|вечір|ранок|вечер|утро|дня|вечора|вечера)|доброе утро|вітаю|вітання|привіт\\p{L}*|привет\\p{L}*|здрастуйте|здравствуйте|слава україні|hello|hi(?: there)?|hey|good (?:morning|afternoon|evening|day)|dear (?:bot|team|sir|madam)|こんにちは|こんばんは|おはようございます|はじめまして';
const pleas =
  'будь ?ласка|будьте ласкаві|будьте добрі|прошу|пожалуйста|плз|будьте добры|please|kindly|pls|お願いします|すみませんが|すみません|恐れ入りますが';
const askings =
  "(?:чи )?(?:не )?(?:могли|можете|можеш|міг|могла) (?:б(?:и)? )?(?:ви |ти )?(?:мені |нам )?(?:підказати|сказати|розповісти|пояснити|повідомити)|(?:не )?(?:могли|можете|можешь) (?:бы )?(?:вы |ты )?(?:мне )?(?:подсказать|сказать|рассказать|объяснить)|підкажіть|підкажи|скажіть|скажи|розкажіть|повідомте|поясніть|подскажите|подскажи|скажите|расскажите|(?:could|can|would|will) you (?:please |kindly )?(?:tell|inform|explain to|let) (?:me|us)(?: know)?|(?:tell|inform) (?:me|us)|let me know|do you (?:happen to )?know|does anyone know|(?:i|we) (?:would like|want|need|wish|am trying|are trying) to (?:know|learn|find out|ask)|i(?:’|')?d like to (?:know|learn|ask)|i(?: was|(?:’|')m| am)? wonder(?:ing)?|(?:я )?хо(?:тів|тіла|чу|тілося|чеш|тел|тела|телось) (?:би |б |бы )?(?:дізнатися|знати|спитати|запитати|уточнити|узнать|знать|спросить|уточнить)|(?:мене|меня|мне) цікавить|меня интересует|мені потрібно знати|цікаво|интересно|здається|кажется|教えてください|教えて下さい|教えて(?:ほしい|欲しい)(?:です)?|知りたい(?:です)?";
const thanks =
  '(?:щиро |дуже |наперед )?дякую(?: (?:наперед|заздалегідь))?|(?:заранее |большое )?спасибо(?: заранее)?|thank you(?: (?:very much|in advance))?|thanks(?: in advance)?|ありがとうございます';
const courtesy = new RegExp(
  `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}])(?:${[greetings, askings, pleas, thanks].join('|')})(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}])[\\s,.!:;–—-]*`,
  'giu',
);

/** The question without greetings, pleas and thanks around it; as it was when nothing else is left. */
export function withoutCourtesies(text: string): string {
  const rest = text
    .replace(courtesy, ' ')
    .replace(/^[\s,.!:;–—-]+/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return /[\p{L}\p{N}]{2}/u.test(rest) ? rest : text;
}
