// Who is asking and what for: "I run a small farm. ...", "готую депутатське звернення". It is no part of what is asked.
const firstPerson =
  /^(?:[\s"«(—–-]*)(?:я|ми|мы|мій|моя|моє|мої|мой|мое|мои|у мене|у меня|у нас|маю|маємо|имею|имеем|працюю|працюємо|работаю|работаем|готую|готуємо|готовлю|готовим|пишу|пишемо|пишем|живу|живемо|живем|вивчаю|изучаю|навчаюсь?|учусь|роблю|делаю|збираю|собираю|чув|чула|чули|слышал[аи]?|читав|читала|читал|i(?! (?:see|saw|have seen))|i'm|i’m|i am|we|we're|we are|my|our|as an?)(?!\p{L})/iu;
const japaneseFirstPerson =
  /(?:を書いて|を調べて|を作って|に住んで|で働いて|を準備して|を勉強して)い(?:ます|る)|のため(?:に)?(?:です)?$|(?:です|ます)(?:が|けど)、?$|(?:記者|農家|学生|教師|職員|研究者)です$/u;
const asks =
  /[?？]|(?<![\p{L}\p{N}])(?:(?:на)?скільки|скіки|(?:на)?сколько|скоко|хто|кто|що|шо|что|де|где|коли|когда|як(?:ий|а|е|і|ого|у|ою|их|им)?|как(?:ой|ая|ое|ие|ую|их)?|чи|чому|почему|куди|куда|порівняй|сравни|назви|how|who|what|where|when|which|why|is|are|does|did|do|has|have|can|list|compare)(?!\p{L})|(?:ですか|ますか|ませんか|いくら|誰|どこ|いつ|何)/iu;
const leadingClause = /^(?:я|ми|мы|i am|i'm|i’m|we are|we're|as an?)\s[^,?!.]{3,80},\s*(?=\p{L})/iu;
const hearsay =
  /^(?:(?:я )?(?:чув|чула|чули|слышал[аи]?|читав|читала)(?:,)? (?:що|шо|что) |i (?:heard|read|was told) (?:that )?|(?:кажуть|говорят|пишуть|пишут)(?:,)? (?:що|шо|что) |(?:чи )?(?:це )?правда(?: ли)?,? (?:що|шо|что) |is it true (?:that )?)/iu;
const isItTrue =
  /,?\s{0,3}(?:чи (?:це )?правда(?: це)?|(?:це|это) правда|правда (?:ли )?(?:это|це)|is (?:it|that) true)(?=[\s,?.!]|$)/giu;
const leastLetters = 8;

// "I am from Kherson region, how much of our region is cleared": what "our" is was said before.
const leansOnWriter =
  /(?<!\p{L})(?:наш(?:а|е|і|ої|ому|у|ій|им|их|ого|ей|ем|ие)?|мо(?:є|ї|го|єї|му|єму|ю|ей|его|ем|и)|мій|мой|моя|our|my|us|here|тут|здесь)(?!\p{L})/iu;
// "I only plan to clear a field": part of the matter. "I saw 44" is a figure to be checked.
const isOfMatter =
  /[?？\d]|розмін|размин|(?<!\p{L})мін(?:и|н|у|ами)|(?<!\p{L})мин(?:ы|н|у|ами)|demin|mine|clear|地雷/iu;
// "We want to know how many": the sentence asks after all.
const opensAsking =
  /(?<!\p{L})(?:скільки|сколько|хто|кто|коли|когда|де|где|how (?:many|much)|who|when|where)(?!\p{L})/iu;

/** The question without what its writer says of himself or has heard, where a question is left without it. */
export function withoutIntroduction(text: string): string {
  const sentences = text.match(/[^.!?。？！\n]+[.!?。？！\n]*/gu) ?? [text];
  const others = sentences.filter((sentence) => !isSaidOfHimself(sentence));
  const kept = others.some((sentence) => asks.test(sentence)) ? others.join('').trim() : text;
  const clause = leadingClause.exec(kept)?.[0] ?? '';
  const opened = isOfMatter.test(clause) ? kept : kept.slice(clause.length);
  const rest = opened.replace(hearsay, '').replace(isItTrue, ' ').replace(/\s+/g, ' ').trim();
  const isLeft = (rest.match(/\p{L}/gu)?.length ?? 0) >= leastLetters && (rest === kept || asks.test(rest));
  if (rest !== text && leansOnWriter.test(rest)) return text;
  return isLeft ? rest : kept;
}

function isSaidOfHimself(sentence: string): boolean {
  if (isOfMatter.test(sentence)) return false;
  const isOwn = firstPerson.test(sentence) && !opensAsking.test(sentence);
  return isOwn || japaneseFirstPerson.test(sentence.replace(/[。.!！\s]{1,9}$/u, ''));
}
