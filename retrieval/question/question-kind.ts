import { normalise, tokenise } from '../../corpus/text/text.ts';
import { asksForChange } from './change-cue.ts';
import { japaneseCounter } from './counted-word.ts';
import {
  areaCue,
  givingCue,
  howMuch,
  japaneseArea,
  japaneseHowMuch,
  japaneseMoney,
  moneyCue,
  wordCue,
} from './measure-cues.ts';

const latestCue = wordCue(
  'зараз|щас|нині|тепер|сьогодні|останн\\p{L}*|найсвіжіш\\p{L}*|найновіш\\p{L}*|свіж\\p{L}*|досі|вже|актуальн\\p{L}*|поточн\\p{L}*|сейчас|теперь|сегодня|последн\\p{L}*|свеж\\p{L}*|до сих пор|уже|now(?!\\p{L})|nowadays|today|currently|current|latest|newest|most recent|recent|so far|these days|still|to date|already|as of|up to date|врешті|зрештою|остаточн\\p{L}*|уточнен\\p{L}*|виправлен\\p{L}*|скоригован\\p{L}*|оновлен(?:а|ий|і|их|ою|ими|е)(?!\\p{L})|правильн(?:а|ий|і|у|е)(?!\\p{L})|в (?:итоге|ітозі)|окончательн\\p{L}*|исправленн\\p{L}*|обновленн\\p{L}*|finally|in the end|eventually|ended up|corrected|revised|updated|як(?:ий|а|е|ою)? (?:тепер )?ста(?:в|ла|ло|ли)(?!\\p{L})|как(?:ой|ая|ое|им)? (?:теперь )?стал[аои]?(?!\\p{L})|has become|final (?:figure|number|total|count|toll|sum)',
);
const japaneseLatest = /現在|最新|今(?!年|月|回)|訂正|修正|最終/u;
const compareCue = wordCue(
  'порівня\\p{L}*|у порівнянні|それぞれ|比較|різн(?:і|иця|яться)|розходят\\p{L}*|чи(?= \\d)|или(?= \\d)|сравн\\p{L}*|разниц\\p{L}*|compare\\p{L}*|versus|vs|differ\\p{L}*|disagree|contradict\\p{L}*|which (?:one )?is (?:right|correct)|both|хто (?:і |й |та )?скільки|кто (?:и )?сколько|(?:хто|кто|who|which|що|что|яка|який|какая|какой).{0,50}(?:більш\\p{L}*|больше|дорожч\\p{L}*|дешевш\\p{L}*|дороже|дешевле|more|less|larger|bigger|cheaper|higher)(?!\\p{L})|(?:де|где|where|коли|когда|when|скільки|сколько|кого|чого|у (?:якому|якій)) .{0,60}(?:більш|больш|вигідн|выгодн|менш|меньш|дорожч|дорож|дешевш|дешевл|краще|лучше|more|less|cheaper|better)\\p{L}*|(?:більш|больш|менш|меньш|more|less|fewer)\\p{L}* .{1,80}(?<!\\p{L})(?:чи|или|or)(?!\\p{L})|(?<!\\p{L})(?:чи|или|or) .{1,60}(?:більше|больше|менше|меньше|more|less|fewer)(?!\\p{L})|один\\p{L}{0,12} .{1,40} інш\\p{L}*|one .{1,40} other|another|(?:what|що|что) .{3,60} (?:and|і|й|та|и|а) (?:what|що|что) ',
);
const japaneseCompare =
  /比較|比べ|(?:どちら|どっち)[^、?]{0,8}(?:が|の方が|のほうが)(?:多|大き|高|長|少|小さ|低|安|早|速)/u;
const contrast =
  /(?:чому|почему|why|кажуть|каже|пише|пишуть|говорят|пишут|says?|один\p{L}{0,12}|одн[іи]) .{3,120}(?:,| а| while| but) (?:а|while|but|yet|others?|інш\p{L}*|друг\p{L}*)(?!\p{L})/iu;
const eitherFigure =
  /(?<![\d.,])\d[\d\s.,]{0,20}\S{0,20}(?:\s\p{L}{1,40})?\s(?:чи|или|or|vs|against|проти|против|,)\s(?:\p{L}{1,40}\s){0,2}[$€£¥]?\d/iu;
const listCue = wordCue(
  'перелі[кч]\\p{L}*|назв(?:и|іть)|спис\\p{L}*|список|перечисл\\p{L}*|назови\\p{L}*|list|name the|which (?:countries|governments|companies|organi[sz]ations|instruments|machines|donors|regions|tasks|sites|items|equipment)|(?:what|which) (?:\\S+ ){0,2}(?:equipment|hardware|machines|vehicles|items|tasks|sites|kinds?|types?|aid|help)|what (?:has|have|did) .{2,60} (?:given?|gave|donated?|provided?|sen[dt]|supplied|supply|handed)|що (?:\\S+ ){0,5}(?:дал|дав|передал|передав|надал|надав|подарува|отрима|привез)\\p{L}*|что (?:\\S+ ){0,5}(?:дал|передал|предоставил|подарил|получил)\\p{L}*|яке обладнання|яку (?:техніку|допомогу)|які(?!\\p{L})|какие|в які|хто (?:саме )?і скільки|who gave|по пунктах|покроково|step by step|що входить|з чого',
);

const cueWords = new Set(
  'скільки грошей гроші кошти коштів коштує сума суму сумі суми сумою сколько денег деньги сумма стоит much many money amount total sum number кількість количество назви назвіть список перелік list name names порівняй compare дата date дати відомо known цифра цифру цифрою точна точну точная правильна правильну правильная уточнені уточненные кажуть пишуть say says said tell скажи розкажи расскажи please найсвіжіші найновіші найновіша найновіший найновішу найсвіжіша найсвіжіший новейшие свежие recently newest recent дані останні данные последние latest data now зараз нині тепер сьогодні сейчас current currently right today досі вже still already різні різна цифри figures кінця кінець кінці початку початок конца конце начала начало end beginning order chronology timeline count щас happened happen сталося трапилось произошло случилось словами словам according займе триватиме займет take takes sources джерела differ different чому why отримав got уточни саме рівно exactly exact хочу знати реально насправді взагалі врешті goes going піде пішло пойдет пошло ушло really actually mid загалом всього разом взагалі у цілому усього врешті решт зрештою итоге ітозі finally eventually скажіть підкажіть будь ласка робить роблять робимо робите зробили зробив зробила зроблено делает делают делали сделали сделано делаете займається займаються занимается занимаются маємо маемо имеем існує існують существует существуют doing done exist exists подивитись подивитися побачити глянути дізнатись дізнатися почитати посмотреть увидеть узнать почитать see look'.split(
    ' ',
  ),
);

const cueStarts =
  /^(?:змінюва|змінил|зросл|зростал|росл|кількіст|кількост|кілкіст|количеств|динамік|хронолог|timelin|chang|grew|grow|evolv|порівня|сравн|compar|differ|різн|разн|бачу|бачив|вижу|покроково|розпов|рассказ)/u;

/** True for a word that shapes the question without being its topic ("money", "latest", "list"). */
export function isCueWord(token: string): boolean {
  return cueWords.has(token) || cueStarts.test(token);
}

/** True when the newest figure is asked for. */
export function asksLatest(question: string): boolean {
  const text = normalise(question);
  return latestCue.test(text) || japaneseLatest.test(text);
}

/** True when two things or figures are held against each other, or a development is asked for. */
export function asksToCompare(question: string): boolean {
  const text = normalise(question);
  return (
    compareCue.test(text) ||
    japaneseCompare.test(text) ||
    eitherFigure.test(text) ||
    contrast.test(text) ||
    asksForChange(question)
  );
}

/** True when an area is spoken of, in whatever way. */
export function asksForArea(question: string): boolean {
  return areaCue.test(normalise(question));
}

/** True when money is spoken of, in whatever way. */
export function asksForMoney(question: string): boolean {
  return moneyCue.test(normalise(question));
}

/** True when somebody is said to give. */
export function asksWhatWasGiven(question: string): boolean {
  return givingCue.test(normalise(question));
}

/** True when several items are asked for. */
export function asksToList(question: string): boolean {
  return listCue.test(normalise(question));
}

const namedFigure =
  /(?:яка|який|яке|якою|какая|какой|каков\p{L}{0,9}|what|which)\s{1,9}(?:\S{1,60}\s{1,9}){0,3}?(?:сум|варт|цін|бюджет|частк|площ|відсот|стоимост|цен|дол[яю]|процент|price|cost|amount|sum|share|budget|area|worth|percent|number)/iu;
const superlative = wordCue(
  'най(?:більш|менш|вищ|дорожч|дешевш)\\p{L}*|самый|самая|самое|наибольш\\p{L}*|наименьш\\p{L}*|largest|biggest|smallest|highest|lowest|most|record|рекорд\\p{L}*',
);

/** True when one figure is asked for in so many words, and not the largest or smallest of several. */
export function asksForOneFigure(question: string): boolean {
  const text = normalise(question);
  const isAsked =
    howMuch.test(text) ||
    japaneseHowMuch.test(text) ||
    japaneseMoney.test(text) ||
    japaneseCounter.test(text) ||
    japaneseArea.test(text) ||
    namedFigure.test(text);
  return isAsked && !superlative.test(text.replace(/most recent/u, ''));
}

const opensAsFollowUp =
  /^(?:а|і|й|та|и|но|але|and|but|what about|how about|or|ну|ок|ok|тоді|then|では|じゃあ)[\s,]/iu;
const refersBack =
  /(?<!\p{L})(?:вони|вона|він|воно|їх|її|його|ним|ними|них|ньому|неї|нею|цього|цих|ця|цей|ці|це|там|тоді|они|она|он|их|ее|его|этого|этих|это|этот|они|it|its|they|them|their|that|those|these|this|he|she|his|her|there|then|with it|the money|one)(?!\p{L})/iu;

/**
 * True when a question leans on the one before it: it opens with "and", refers back with a pronoun, or is too short
 * to stand alone. `contentWords` counts the words that carry topic.
 */
export function isFollowUp(question: string, contentWords: number): boolean {
  const words = tokenise(question).length;
  if (opensAsFollowUp.test(question.trim()) && words <= 12) return true;
  if (contentWords <= 1) return true;
  return refersBack.test(question) && words <= 9 && contentWords <= 4;
}

const premise =
  /(?:,(?!\d)|—|(?<![\p{L}\p{N}])-|\?)\s{0,9}(?:(?:бачив|бачила|чув|чула|чи це|це|досі|все ще|читав|видел|слышал|это|still|is it|or|i (?:saw|heard|read))\s{1,9}){0,6}(?:близько |around |about |\$|€)?\d[\d\s.,]{0,30}\p{L}{0,30}\.?\s?(?:\p{L}{1,30})?\??\s{0,9}$/iu;
const stillCue = wordCue('досі|все ще|ще й досі|до сих пор|все еще|still');

/** True when the figure in the question is what the person has heard and wants checked, not what is looked for. */
export function checksFigure(question: string): boolean {
  const text = normalise(question);
  return /\d/.test(text) && !eitherFigure.test(text) && (premise.test(text) || stillCue.test(text));
}

const attributeStarts =
  /^(?:внес|вклад|вносок|вартіст|кошту|ціна|ціни|стоимост|цена|взнос|contribut|cost|price|pledg|donat|fund|financ|фінансув|финансир|пакет|package|support|підтримк|поддержк|допомог|помощ|aid$|spen|витрат|расход|бюджет|budget|share|частк|дол[яюі]|площ|площад|area$|size|extent|розмір|размер|чисельн|численн|membership|членств)/u;

/** True for a noun that only names the kind of figure asked for; sentences with the figure seldom repeat it. */
export function isAttributeWord(token: string): boolean {
  return attributeStarts.test(token);
}
