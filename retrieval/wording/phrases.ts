import type { AnswerLanguage } from '../answer.ts';

/** The bot's own words around quotes, in one language. They hold no facts. */
export interface Phrases {
  readonly found: string;
  readonly foundMany: string;
  readonly short: (facts: string) => string;
  readonly older: (date: string) => string;
  /** Before a quote that tells of what was only said to come, beside others that tell of what has. */
  readonly announced: (date: string) => string;
  readonly updated: (newest: string, older: string) => string;
  readonly disagree: (sides: string) => string;
  /** Below the quotes of a comparison: what none of them names. */
  readonly sideNotFound: (names: string) => string;
  readonly undated: string;
  readonly brief: string;
  readonly unreviewed: string;
  readonly page: (page: number) => string;
  readonly reprints: (count: number) => string;
  readonly quoteLanguage: Readonly<Record<'uk' | 'en' | 'ru' | 'ja' | 'und', string>>;
  readonly notFound: string;
  readonly nearest: string;
  readonly outOfDomain: string;
  readonly refusal: string;
  readonly clarify: string;
  readonly greeting: string;
  readonly thanks: string;
  readonly about: string;
  readonly bye: string;
  /** Anger at the bot, taken calmly. */
  readonly complaint: string;
}

const uk: Phrases = {
  found: 'Ось що про це сказано в джерелах:',
  foundMany: 'Ось що про це сказано в кількох джерелах:',
  short: (facts) => `Коротко: ${facts}.`,
  older: (date) => `Раніше (${date}): `,
  announced: (date) => `Оголошено (${date}): `,
  updated: (newest, older) => `Число змінювалося: раніше — ${older}; найновіше — ${newest}.`,
  disagree: (sides) => `Джерела розходяться: ${sides}. Перевірте обидва, перш ніж спиратися на одне.`,
  sideNotFound: (names) => `У джерелах не знайдено: ${names}.`,
  undated: 'без дати',
  brief: 'стислий виклад',
  unreviewed: 'джерело на перевірці',
  page: (page) => `с. ${page}`,
  reprints: (count) =>
    `ще ${count} ${count === 1 ? 'видання повторює' : count < 5 ? 'видання повторюють' : 'видань повторюють'}`,
  quoteLanguage: {
    uk: 'українською',
    en: 'англійською',
    ru: 'російською',
    ja: 'японською',
    und: 'іншою мовою',
  },
  notFound:
    'Я не знайшов відповіді на це запитання у своїх джерелах. Я не вигадую, тому нічого не стверджую.',
  nearest: 'Найближче за темою:',
  outOfDomain:
    'Це поза межами моєї теми: я знаю лише про розмінування України та допомогу на нього, тож не знайшов би тут відповіді.',
  refusal:
    'Із цим я не допомагаю: поводитися з вибухонебезпечними предметами мають право лише фахівці. Якщо знайшли небезпечний предмет, відійдіть і зателефонуйте 101 або 102.',
  clarify:
    'Уточніть, будь ласка: про кого або про що йдеться? Наприклад: «Скільки машин розмінування передала Японія?»',
  greeting:
    'Вітаю! Запитайте, хто, що, кому й коли дав на розмінування України, — я покажу речення з джерел і посилання. Наприклад: «Що Японія передала ДСНС?»',
  thanks: 'Будь ласка! Якщо буде ще запитання про розмінування — пишіть.',
  about:
    'Я бот, що відповідає на запитання про допомогу на розмінування України дослівними цитатами з новин і документів. Якщо відповіді в джерелах немає, я так і кажу.',
  bye: 'До зустрічі! Якщо виникне запитання про розмінування — пишіть.',
  complaint:
    'Шкода, що я не допоміг. Спробуйте запитати інакше: хто, що, кому й коли дав на розмінування України, — я покажу, що про це є в джерелах.',
};

const en: Phrases = {
  found: 'This is what the sources say:',
  foundMany: 'This is what several sources say:',
  short: (facts) => `In short: ${facts}.`,
  older: (date) => `Earlier (${date}): `,
  announced: (date) => `Announced (${date}): `,
  updated: (newest, older) => `The figure changed: earlier it was ${older}; the newest is ${newest}.`,
  disagree: (sides) => `Sources disagree: ${sides}. Check both before you rely on one.`,
  sideNotFound: (names) => `Not found in the sources: ${names}.`,
  undated: 'no date',
  brief: 'our brief of the page',
  unreviewed: 'source on trial',
  page: (page) => `p. ${page}`,
  reprints: (count) => `${count} more ${count === 1 ? 'outlet repeats' : 'outlets repeat'} it`,
  quoteLanguage: {
    uk: 'in Ukrainian',
    en: 'in English',
    ru: 'in Russian',
    ja: 'in Japanese',
    und: 'in another language',
  },
  notFound: 'I could not find an answer to this in my sources. I do not guess, so I state nothing.',
  nearest: 'Nearest in topic:',
  outOfDomain:
    'That is outside my topic: I only know about demining in Ukraine and the aid for it, so I cannot answer here.',
  refusal:
    'I do not help with that: only trained specialists may handle explosive objects. If you have found something dangerous, move away and call 101 or 102.',
  clarify: 'Could you say who or what you mean? For example: "How many demining machines has Japan given?"',
  greeting:
    'Hello! Ask who gave what to whom, and when, for demining Ukraine: I show the sentences from the sources with links. For example: "What has Japan given to the State Emergency Service?"',
  thanks: 'You are welcome! If you have another question about demining, just write.',
  about:
    'I am a bot that answers questions about demining aid to Ukraine with verbatim quotes from news and documents. When my sources hold no answer, I say so.',
  bye: 'Goodbye! If a question about demining comes up, just write.',
  complaint:
    'I am sorry that I was no help. Try asking in another way who gave what to whom, and when, for demining Ukraine: I show what the sources say.',
};

const ru: Phrases = {
  found: 'Вот что об этом сказано в источниках:',
  foundMany: 'Вот что об этом сказано в нескольких источниках:',
  short: (facts) => `Коротко: ${facts}.`,
  older: (date) => `Ранее (${date}): `,
  announced: (date) => `Объявлено (${date}): `,
  updated: (newest, older) => `Число менялось: ранее — ${older}; самое новое — ${newest}.`,
  disagree: (sides) => `Источники расходятся: ${sides}. Проверьте оба, прежде чем полагаться на один.`,
  sideNotFound: (names) => `В источниках не найдено: ${names}.`,
  undated: 'без даты',
  brief: 'краткое изложение',
  unreviewed: 'источник на проверке',
  page: (page) => `с. ${page}`,
  reprints: (count) => `повторяют ещё издания: ${count}`,
  quoteLanguage: {
    uk: 'на украинском',
    en: 'на английском',
    ru: 'на русском',
    ja: 'на японском',
    und: 'на другом языке',
  },
  notFound:
    'Я не нашел ответа на этот вопрос в своих источниках. Я не выдумываю, поэтому ничего не утверждаю.',
  nearest: 'Ближе всего по теме:',
  outOfDomain:
    'Это вне моей темы: я знаю только о разминировании Украины и помощи на него, поэтому не нашел бы здесь ответа.',
  refusal:
    'С этим я не помогаю: обращаться со взрывоопасными предметами вправе только специалисты. Если вы нашли опасный предмет, отойдите и позвоните 101 или 102.',
  clarify:
    'Уточните, пожалуйста: о ком или о чём речь? Например: «Сколько машин разминирования передала Япония?»',
  greeting:
    'Здравствуйте! Спросите, кто, что, кому и когда дал на разминирование Украины, — я покажу предложения из источников и ссылки.',
  thanks: 'Пожалуйста! Если будет ещё вопрос о разминировании — пишите.',
  about:
    'Я бот, который отвечает на вопросы о помощи на разминирование Украины дословными цитатами из новостей и документов. Если ответа в источниках нет, я так и говорю.',
  bye: 'До встречи! Если появится вопрос о разминировании — пишите.',
  complaint:
    'Жаль, что я не помог. Попробуйте спросить иначе: кто, что, кому и когда дал на разминирование Украины, — я покажу, что об этом есть в источниках.',
};

const ja: Phrases = {
  found: '情報源には次のように書かれています。',
  foundMany: '複数の情報源には次のように書かれています。',
  short: (facts) => `要点：${facts}`,
  older: (date) => `以前（${date}）：`,
  announced: (date) => `発表（${date}）：`,
  updated: (newest, older) => `数値は更新されています。以前は${older}、最新は${newest}です。`,
  disagree: (sides) => `情報源によって異なります：${sides}。両方をご確認ください。`,
  sideNotFound: (names) => `情報源に見つかりませんでした：${names}`,
  undated: '日付なし',
  brief: '要約',
  unreviewed: '確認中の情報源',
  page: (page) => `${page}ページ`,
  reprints: (count) => `ほか${count}件の媒体が同じ内容を報道`,
  quoteLanguage: { uk: 'ウクライナ語', en: '英語', ru: 'ロシア語', ja: '日本語', und: 'その他の言語' },
  notFound: 'この質問への答えは私の情報源では見つかりませんでした。推測はしません。',
  nearest: '近い話題：',
  outOfDomain:
    'これは対象外の話題です。ウクライナの地雷除去と支援についてのみお答えします。答えは見つかりませんでした。',
  refusal:
    'その内容はお手伝いできません。爆発物を扱えるのは専門家だけです。危険物を見つけたら離れて、101または102に電話してください。',
  clarify: '何についてのご質問か、もう少し詳しく教えてください。例：「日本は地雷除去機を何台供与しましたか」',
  greeting:
    'こんにちは。ウクライナの地雷除去支援について、誰が何をいつ提供したかを、出典の文と共にお答えします。',
  thanks: 'どういたしまして。',
  about:
    'ウクライナの地雷除去支援について、ニュースや公文書の原文を引用して答えるボットです。情報源にない場合はそう伝えます。',
  bye: 'またいつでもご質問ください。',
  complaint:
    'お役に立てず申し訳ありません。ウクライナの地雷除去支援について、誰が何をいつ提供したか、別の言い方で聞いてみてください。',
};

const all: Readonly<Record<AnswerLanguage, Phrases>> = { uk, en, ru, ja };

/** The bot's words in a language. */
export function phrasesIn(language: AnswerLanguage): Phrases {
  return all[language];
}
