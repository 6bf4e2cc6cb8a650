import { isStopword } from '../../corpus/text/stopwords.ts';
import { tokenise } from '../../corpus/text/text.ts';

/** Japanese asks for a number by what stands for the thing counted: 何台, 何人. */
export const japaneseCounter =
  /何[億万千百十]*(?:台|人|頭|匹|個|基|機(?![関構])|件|校|本|名(?!前)|[カかヶケ箇](?:国|所)|チーム|団体|社|部(?![門署隊])|回|種類|両|隻|組|世帯|セット|点|発)/u;

/** What a verb ends in that may follow "how many". */
export const verbForm =
  /(?:ли|ла|ло|но|лось|лося|лася|лась|лись|лися|ть|ться|ють|ає|є|ив|ав|ить|ют|ят|ет|ed)$|^(?:did|does|do|is|was|has|have|will)$/;

const adverbs =
  /(?<![\p{L}\p{N}])(?:(?:в|у|on|середньому|среднем|average|зараз|нині|тепер|наразі|врешті|загалом|всього|усього|разом|вже|уже|ще|досі|взагалі|приблизно|сумарно|насправді|точно|реально|там|тут|було|буде|є|саме|сейчас|всего|вообще|примерно|уже|еще|вместе|были|было|будет|спершу|спочатку|сначала|теперь|сразу|щороку|щорічно|ежегодно|разово|одноразово|єдиноразово|цьогоріч|торік|зрештою|наприкінці|спочатку|восени|взимку|навесні|влітку|осенью|зимой|весной|летом|максимум|мінімум|минимум|задарма|безкоштовно|бесплатно|серед|среди|initially|now|currently|really|exactly|roughly|about|so|far|total|in)(?!\p{L}))/iu;

/**
 * The word after "how many" that says what is counted: in English the last of its group ("demining machines"), otherwise
 * the first that is no adjective ("японських машин"). Null when nothing follows.
 */
export function countedWord(text: string): string | null {
  const after = withoutPlace(tokenise(afterHowMany(text) ?? '').map((token) => token.text));
  // "How many of them for machines": what follows is what it is for.
  if (/^(?:на|для|for)$/u.test(after.find((word) => !partOf.test(word)) ?? '')) return null;
  const words = withoutScale(after);
  const from = words.findIndex((word) => !adverbs.test(word) && !isStopword(word));
  if (from < 0 || verbForm.test(words[from]!)) return countedBefore(text) ?? words[from] ?? null;
  if (opensWithGiver(words.slice(from, from + 4))) return null;
  const rest = words.slice(from);
  // "Demining machines" opens with a word in -ing.
  const length = rest.findIndex((word, at) => isStopword(word) || (at > 0 && endsGroup.test(word)));
  const group = rest.slice(0, Math.max(1, length < 0 ? rest.length : length));
  if (/^[a-z]/.test(group[0]!)) return group.slice(0, longestGroup).at(-1) ?? null;
  return group.find((word) => !adjective.test(word)) ?? group[0] ?? null;
}

// "А водолазів скільки?"
function countedBefore(text: string): string | null {
  return (
    /(?<!\p{L})(\p{L}{2,20}(?:ів|їв|ов|ев))\s(?:скільки|скіки|сколько|скоко)(?!\p{L})/iu.exec(text)?.[1] ??
    null
  );
}

const givers =
  /^(?:держава|уряд|міністерство|мінекономіки|фонд|компанія|країна|донор|донори|партнери|європа|посольство|громада|область|бюджет|государство|правительство|министерство|компания|страна|доноры|партнеры|европа|посольство|община|область)$/u;

// "Скільки держава повернула", "скільки страховий пул виплатив": what follows is who gave. What is counted stands in the genitive.
function opensWithGiver([first, ...next]: readonly string[]): boolean {
  if (givers.test(first!)) return next.slice(0, 2).some((word) => verbForm.test(word));
  return nominative.test(first!) && next.some((word) => verbForm.test(word));
}

// "Скільки в країні собак" counts dogs.
function withoutPlace(words: readonly string[]): readonly string[] {
  const [first, second, third] = words;
  if (third === undefined || !/^(?:в|у|на|во)$/u.test(first!) || adverbs.test(second!)) return words;
  return words.slice(adjective.test(second!) || /(?:ській|ском|цькій|ній|ном)$/u.test(second!) ? 3 : 2);
}

// "Скільки мільйонів обіцяли" counts nothing but asks for a sum, "how many million people" counts people.
function withoutScale(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !adverbs.test(word) && !isStopword(word));
  return first >= 0 && scaleWord.test(words[first]!) ? words.slice(first + 1) : words;
}

const partOf = /^(?:з|із|зі|из|of|них|цього|того|цих|тих|этого|того|them|that|this|these|those|суми|суммы)$/u;
const scaleWord =
  /^(?:мільйон|мільярд|міліон|мільон|миллион|миллиард|тисяч|тысяч|млн|млрд|million|billion|thousand)/u;
const longestGroup = 4;
const endsGroup =
  /(?:ed|ing)$|^(?:among|amongst|between|within|across|during|near|under|per|are|is|were|was|did|does|do|has|have|will|work|need|take|use|in|for|from|on)$/;
const nominative = /.(?:ий|ый|ая|ська|цька|зька|льна|енна|ічна|івна|авна|йна)$/u;
const adjective = /(?:их|ых|іх|ої|ой|ого|ему|ому)$/;

// "死者数": the number of the dead.
const japaneseNumber = /(?:の総|総)?数(?=[はがのを]|$)/u;

// "Each", "altogether", "a year", "at first" and dates stand between the thing and its number.
const besideNumber =
  /(?:それぞれ|各々|合計|合わせて|全部|全体|総計|計|約|およそ|年間|毎年|月間|毎月|当初|最初|最大|最低|最高|少なくとも|現在|今|これまで|今まで|いままで|すでに|既に|新た|さらに|一体|昨年|今年|去年|来年|先月|今月|実際|当時|同時|追加|一度|[0-9]{1,4}[年月日]|までに?)(?:間)?(?:には|では|にも|に|で|は|の|、)?$/u;

/**
 * The words that end in what a Japanese question counts: before "何台" or "数", its particle left out, or behind "何台の". Empty where
 * it does not say what (何人が訓練を), null when nothing is counted.
 */
export function countedInJapanese(question: string): string | null {
  const counter = japaneseCounter.exec(question);
  if (counter !== null) {
    const behind = question.slice(counter.index + counter[0].length);
    const thing = /^の(?!予定|見込|見通|計画|方針)([^をがはにでへとも、?]+)/u.exec(behind)?.[1];
    // "Meant for how many": people, and not what is meant for them.
    const isPeople = /[人名]$/u.test(counter[0]) && /^[をに]/u.test(behind);
    return thing ?? (isPeople ? '' : withoutParticle(withoutAdverbs(question.slice(0, counter.index))));
  }
  const number = japaneseNumber.exec(question);
  return number === null ? null : question.slice(0, number.index).replace(/[をはがのに、]{1,9}$/u, '');
}

function withoutAdverbs(text: string): string {
  let left = text;
  for (let before = ''; before !== left; ) {
    before = left;
    left = left.replace(besideNumber, '');
  }
  return left;
}

// "To the company", "in the course": what stands before is not counted, but what is given may stand before that.
function withoutParticle(text: string): string {
  const place = /(?:[にでへ]|から)[はも]?[、]?$/u.test(text);
  if (!place) return text.replace(/[をはがのも、]{1,9}$/u, '');
  const given = text.lastIndexOf('を');
  return given < 0 ? '' : text.slice(0, given);
}

function afterHowMany(question: string): string | null {
  return (
    /(?<!\p{L})(?:скільки|скіки|скілки|скилки|скільк|скоко|скока|скок|сколько|сколко|сколька|how many|(?:number|count|total) of|кіль?кіст\p{L}{0,6}|кількост\p{L}{0,6}|количеств\p{L}{0,6}|(?<!(?:якого|какого)\s)числ[оауі]|чисельн\p{L}{0,6}|численн\p{L}{0,6})\s+(?=\S)(.+)/iu.exec(
      question,
    )?.[1] ?? null
  );
}
