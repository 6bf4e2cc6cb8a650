import { normalise, tokenise } from '../corpus/text.ts';
import { asksForChange } from './change-cue.ts';
import { countedWord, japaneseCounter, verbForm } from './counted-word.ts';

/** The type of thing that must stand in a sentence for it to answer. `quantity` is a number of unknown measure. */
export type Wanted =
  | 'money'
  | 'area'
  | 'percent'
  | 'duration'
  | 'count'
  | 'quantity'
  | 'date'
  | 'who'
  | 'where'
  | 'why'
  | 'any';

const before = '(?<![\\p{L}\\p{N}])';
const pattern = (source: string) => new RegExp(`${before}(?:${source})`, 'iu');

const howMuch = pattern(
  'скільки|скіки|скілки|скилки|скільк|скоко|скок|скока|сколько|сколко|сколька|how much|how many|кіль?кіст\\p{L}*|кількост\\p{L}*|количеств\\p{L}*|(?:number|count|total) of',
);
const japaneseMoney =
  /いくら|金額|総額|(?:拠出|支援|供与|寄付|支出|契約|援助)額|費用|予算|値段|価格|何[億万千百]*(?:円|ドル|ユーロ|フラン|クローネ|クローナ|ポンド)/u;
const japanesePercent = /パーセント|何割|割合|何[%%]/u;
const japaneseArea = /面積|何[億万千百]*(?:平方|ヘクタール|㎢|km)|どのくらい(?:の広さ|広い)/u;
const japaneseHowMuch =
  /いくつ|どのくらい|どれくらい|どれだけ|人数|台数|件数|者数|国数|頭数|総数|数(?=は|が|の推移)/u;
const moneyCue = pattern(
  'грош\\p{L}*|кошт(?:ів|и|ом|ує|ують|уватиме|ували|увала|ував|уватимуть|ами)|бабл\\p{L}*|(?<!(?<!\\p{L})(?:в|у|з|із|под|під|до|м|г)\\.? )сум(?:[аиуі]|ою|ами)?(?!\\p{L})|сумм[аыеу]?(?!\\p{L})|суммой|виплат\\p{L}*|выплат\\p{L}*|почем(?!\\p{L})|почім|по ч[оеі]му?(?!\\p{L})|бюджет\\p{L}*|варт(?:ість|ості|ує)|цін[аиу]|ціною|цен[аыеу](?!\\p{L})|ценой|зарплат\\p{L}*|заплат\\p{L}*|сплат\\p{L}*|(?:ви|по)?трати(?:в|ла|ли|ло)(?!\\p{L})|долар\\p{L}*|євро(?!\\p{L})|єн\\p{L}{0,2}(?!\\p{L})|грн|грив\\p{L}*|франк(?:и|а|ів|ах|ами|ов)?(?!\\p{L})|крон(?:а|и|у|ах|ами)?(?!\\p{L})|денег|деньг\\p{L}*|стоит|стоимост\\p{L}*|доллар\\p{L}*|евро(?!\\p{L})|(?:money|costs?|prices?|pricey|worth|budgets?|dollars?|euros?|hryvnias?|francs?|yen|funding|sums?|pays?|paid|spen[dt]|salary|values? of|total pledges?|pledged in total)(?!\\p{L})|invest\\p{L}*',
);
// "Скільки стоїть" asks for a price in everyday speech; without "how much" the word stands for standing.
const standsForPrice =
  /(?<!\p{L})(?:скільки|скіки|скілки|скоко|скока|сколько|скок)\s+(?:\S+\s+){0,3}?(?:стої(?:ть|ли|ло)|стоят[ьъ]?|стоит|стоило|стоили|обійд\p{L}*|обход\p{L}*|обош\p{L}*)/iu;
const givingCue = pattern(
  'дав|дала|дали|дає|дают[ьъ]|дадут\\p{L}*|дасть|дал|виділи\\p{L}*|выдели\\p{L}*|пообіця\\p{L}*|вніс|внесла|вклав|вклала|вклали|обеща\\p{L}*|пожертв\\p{L}*|зібра\\p{L}*|собра\\p{L}*|give|gave|given|giving|pledge\\p{L}*|donate\\p{L}*|contribut\\p{L}*|allocat\\p{L}*|внес\\p{L}*|raise\\p{L}*|commit\\p{L}*|(?:по)?верну(?:в|ла|ли|л)(?!\\p{L})|компенсу\\p{L}*|відшкод\\p{L}*|возмест\\p{L}*|reimburs\\p{L}*|refund\\p{L}*',
);
const areaCue = pattern(
  'площ\\p{L}*|км|км²|кв\\.|гектар\\p{L}*|га(?!\\p{L})|територі\\p{L}*|территори\\p{L}*|площад\\p{L}*|territor\\p{L}*|(?:areas?|hectares?|square|sq|lands?|farmland|acres?)(?!\\p{L})|земл\\p{L}*|ділянк\\p{L}*',
);
const bigCue = /how (?:big|large)|яка площа|какая площадь|面積/iu;
const sizeCue = pattern(
  '(?:size|amount) of|розмір\\p{L}{0,3}(?!\\p{L})|размер\\p{L}{0,2}(?!\\p{L})|обсяг\\p{L}{0,3}(?!\\p{L})|объ[её]м\\p{L}{0,2}(?!\\p{L})|規模',
);
const fundingCue = pattern(
  'loans?|grants?|packages?|pledges?|contributions?|donations?|позик\\p{L}{0,4}|кредит\\p{L}{0,4}|грант\\p{L}{0,4}|пакет\\p{L}{0,4}|внес(?:ок|ку)|взнос\\p{L}{0,3}|займ\\p{L}{0,3}',
);
const percentCue = pattern(
  'відсот\\p{L}*|процент\\p{L}*|частк\\p{L}*|дол[яюи](?!\\p{L})|percent\\p{L}*|percentige|per cent|share of|what share|proportion',
);
const durationCue = pattern(
  '(?:скільки|скіки|сколько|how many) (?:днів|дні|тижн\\p{L}*|місяц\\p{L}*|років|часу|дней|недел\\p{L}*|месяц\\p{L}*|лет|времени|days|weeks|months|years)|how long|як довго|как долго|за який (?:час|термін|строк)|який термін|тривал\\p{L}*',
);
const dateCue = pattern(
  '(?:коли|когда|when)(?!\\p{L})|дат[аиуі](?!\\p{L})|what date|which (?:year|month|date)|якого (?:числа|року)|в якому році|до якого (?:року|числа)|which day|deadline|термін',
);
// "What happened to the funding" asks for an event, not for a sum, and "what is the money for" for purposes.
const happenedCue = pattern(
  '(?:на що|на шо|на что|куди|куда) (?:саме |именно )?(?:йд|піш|пійд|підуть|витра|потра|ід|идут|пойд|пош|потрат|тратя|использ|використ|спрям|направ|дали|дав|дала|дали|виділ|выдел)\\p{L}*|what (?:is|are|was|were|will) (?:the )?(?:\\S+ ){0,3}(?:money|funds?|funding|grant|aid) .{0,30}(?:for|on|used|spent|go(?:ing|es)?)(?!\\p{L})|what .{1,60} (?:spent|used|going|go) (?:on|for)|what (?:has )?happen|що (?:сталося|трапилося|трапилось|відбулося|відбувається)|что (?:произошло|случилось|стало)',
);
const japaneseDate = /いつ|何年|何月|何日|日付|時期|期限/u;
const japaneseWho =
  /誰|だれ|どの(?:国|企業|会社|団体|組織|機関)|どこの(?:国|企業|会社)|何という(?:国|企業|会社|団体)/u;
const japaneseWhere = /どこ|どの(?:州|地域|都市|町|場所|地方)|何州/u;
const japaneseWhy = /なぜ|どうして|理由/u;
const whoCue = pattern(
  '(?:хто|кто|кого|кому|ким|кем|who|whom|whose)(?!\\p{L})|чий|чиїм|чия|чиє|чьи\\p{L}*|which (?:[a-z]+ )?(?:company|firm|country|countries|organi[sz]ation|organi[sz]ations|minister|donors?|governments?|operator)|яка (?:компанія|країна|організація|фірма)|які (?:\\p{L}{3,20} )?(?:країни|компанії|організації|донори)|какая (?:компания|страна|организация)|какие (?:\\p{L}{3,20} )?(?:страны|компании|организации)',
);
const whereCue = pattern(
  '(?:де|где|where)(?!\\p{L})|куди|куда|звідки|откуда|в яких|у яких|в які|у які|в каких|(?:якої|яких|якому|якій|яким|какой|каких|каком|which) (?:області|областей|областях|громади|громад|районі|району|області|области|областей|районе|громады|region|regions|oblasts?|city|cities|province|areas)|в якому місті|в якій (?:області|громаді|країні)',
);
const whyCue = pattern(
  '(?<!по )чому|(?<!(?:з|із|для|до|від|крім|щодо|відносно)\\s)чого|навіщо|через що|почему|зачем|why|what caused|how come',
);
const latestCue = pattern(
  'зараз|щас|нині|тепер|сьогодні|останн\\p{L}*|найсвіжіш\\p{L}*|найновіш\\p{L}*|свіж\\p{L}*|досі|вже|актуальн\\p{L}*|поточн\\p{L}*|сейчас|теперь|сегодня|последн\\p{L}*|свеж\\p{L}*|до сих пор|уже|now(?!\\p{L})|nowadays|today|currently|current|latest|newest|most recent|recent|so far|these days|still|to date|already|as of|up to date|врешті|зрештою|остаточн\\p{L}*|уточнен\\p{L}*|виправлен\\p{L}*|скоригован\\p{L}*|оновлен(?:а|ий|і|их|ою|ими|е)(?!\\p{L})|правильн(?:а|ий|і|у|е)(?!\\p{L})|в (?:итоге|ітозі)|окончательн\\p{L}*|исправленн\\p{L}*|обновленн\\p{L}*|finally|in the end|eventually|ended up|corrected|revised|updated|як(?:ий|а|е|ою)? (?:тепер )?ста(?:в|ла|ло|ли)(?!\\p{L})|как(?:ой|ая|ое|им)? (?:теперь )?стал[аои]?(?!\\p{L})|has become|final (?:figure|number|total|count|toll|sum)',
);
const japaneseLatest = /現在|最新|今(?!年|月|回)|訂正|修正|最終/u;
const compareCue = pattern(
  'порівня\\p{L}*|у порівнянні|それぞれ|比較|різн(?:і|иця|яться)|розходят\\p{L}*|чи(?= \\d)|или(?= \\d)|сравн\\p{L}*|разниц\\p{L}*|compare\\p{L}*|versus|vs|differ\\p{L}*|disagree|contradict\\p{L}*|which (?:one )?is (?:right|correct)|both|хто (?:і |й |та )?скільки|кто (?:и )?сколько|(?:хто|кто|who|which|що|что|яка|який|какая|какой).{0,50}(?:більш\\p{L}*|больше|дорожч\\p{L}*|дешевш\\p{L}*|дороже|дешевле|more|less|larger|bigger|cheaper|higher)(?!\\p{L})|(?:де|где|where|коли|когда|when|скільки|сколько|кого|чого|у (?:якому|якій)) .{0,60}(?:більш|больш|вигідн|выгодн|менш|меньш|дорожч|дорож|дешевш|дешевл|краще|лучше|more|less|cheaper|better)\\p{L}*|(?:більш|больш|менш|меньш|more|less|fewer)\\p{L}* .{1,80}(?<!\\p{L})(?:чи|или|or)(?!\\p{L})|(?<!\\p{L})(?:чи|или|or) .{1,60}(?:більше|больше|менше|меньше|more|less|fewer)(?!\\p{L})|один\\p{L}{0,12} .{1,40} інш\\p{L}*|one .{1,40} other|another|(?:what|що|что) .{3,60} (?:and|і|й|та|и|а) (?:what|що|что) ',
);
const contrast =
  /(?:чому|почему|why|кажуть|каже|пише|пишуть|говорят|пишут|says?|один\p{L}{0,12}|одн[іи]) .{3,120}(?:,| а| while| but) (?:а|while|but|yet|others?|інш\p{L}*|друг\p{L}*)(?!\p{L})/iu;
const eitherFigure =
  /(?<![\d.,])\d[\d\s.,]{0,20}\S{0,20}(?:\s\p{L}{1,40})?\s(?:чи|или|or|vs|against|проти|против|,)\s(?:\p{L}{1,40}\s){0,2}[$€£¥]?\d/iu;
const listCue = pattern(
  'перелі[кч]\\p{L}*|назв(?:и|іть)|спис\\p{L}*|список|перечисл\\p{L}*|назови\\p{L}*|list|name the|which (?:countries|governments|companies|organi[sz]ations|instruments|machines|donors|regions|tasks|sites|items|equipment)|(?:what|which) (?:\\S+ ){0,2}(?:equipment|hardware|machines|vehicles|items|tasks|sites|kinds?|types?|aid|help)|what (?:has|have|did) .{2,60} (?:given?|gave|donated?|provided?|sen[dt]|supplied|supply|handed)|що (?:\\S+ ){0,5}(?:дал|дав|передал|передав|надал|надав|подарува|отрима|привез)\\p{L}*|что (?:\\S+ ){0,5}(?:дал|передал|предоставил|подарил|получил)\\p{L}*|яке обладнання|яку (?:техніку|допомогу)|які(?!\\p{L})|какие|в які|хто (?:саме )?і скільки|who gave|по пунктах|покроково|step by step|що входить|з чого',
);

const cueWords = new Set(
  'скільки грошей гроші кошти коштів коштує сума суму сумі суми сумою сколько денег деньги сумма стоит much many money amount total sum number кількість количество назви назвіть список перелік list name names порівняй compare дата date дати відомо known цифра цифру цифрою точна точну точная правильна правильну правильная уточнені уточненные кажуть пишуть say says said tell скажи розкажи расскажи please найсвіжіші найновіші найновіша найновіший найновішу найсвіжіша найсвіжіший новейшие свежие recently newest recent дані останні данные последние latest data now зараз нині тепер сьогодні сейчас current currently right today досі вже still already різні різна цифри figures кінця кінець кінці початку початок конца конце начала начало end beginning order chronology timeline count щас happened happen сталося трапилось произошло случилось словами словам according займе триватиме займет take takes sources джерела differ different чому why отримав got уточни саме рівно exactly exact хочу знати реально насправді взагалі врешті really actually mid загалом всього разом взагалі у цілому усього врешті решт зрештою итоге ітозі finally eventually скажіть підкажіть будь ласка'.split(
    ' ',
  ),
);

const cueStarts =
  /^(?:змінюва|змінил|зросл|зростал|росл|кількіст|кількост|кілкіст|количеств|динамік|хронолог|timelin|chang|grew|grow|evolv|порівня|сравн|compar|differ|різн|разн|бачу|бачив|вижу|покроково|розпов|рассказ)/u;

/** True for a word that shapes the question without being its topic ("money", "latest", "list"). */
export function isCueWord(token: string): boolean {
  return cueWords.has(token) || cueStarts.test(token);
}

/** What the answer must contain. */
export function wantedOf(question: string): Wanted {
  const text = normalise(question);
  if (durationCue.test(text)) return 'duration';
  if (percentCue.test(text) || japanesePercent.test(text)) return 'percent';
  if (standsForPrice.test(text)) return 'money';
  if (japaneseMoney.test(text)) return 'money';
  if (japaneseArea.test(text)) return 'area';
  if (japaneseCounter.test(text)) return 'count';
  const counts = howMuch.test(text) || japaneseHowMuch.test(text);
  if (asksForChange(question) && !counts) return changeWanted(text);
  if ((bigCue.test(text) || sizeCue.test(text)) && (moneyCue.test(text) || fundingCue.test(text)))
    return 'money';
  if (bigCue.test(text) || (counts && areaCue.test(text) && !moneyCue.test(text))) return 'area';
  if (japaneseDate.test(text)) return 'date';
  if (counts) return amountWanted(text);
  if (dateCue.test(text)) return 'date';
  if (happenedCue.test(text)) return 'any';
  if (moneyCue.test(text) && !whoCue.test(text)) return 'money';
  if (whoCue.test(text) || japaneseWho.test(text)) return 'who';
  if (whereCue.test(text) || japaneseWhere.test(text)) return 'where';
  if (whyCue.test(text) || japaneseWhy.test(text)) return 'why';
  return estimateCue.test(text) && areaCue.test(text) ? 'area' : 'any';
}

const numberCue = pattern(
  'кількост\\p{L}*|кіль?кіст\\p{L}*|чисельніст\\p{L}*|число|числа|членств\\p{L}*|количеств\\p{L}*|численност\\p{L}*|numbers?|membership|headcount|staff',
);
const estimateCue = pattern('оцінк\\p{L}*|оцінював\\p{L}*|оценк\\p{L}*|estimate\\p{L}*|推定|見積');

// "How did the mined area change" asks for areas, "how did membership grow" for numbers of members.
function changeWanted(text: string): Wanted {
  if (moneyCue.test(text)) return 'money';
  if (areaCue.test(text)) return 'area';
  if (numberCue.test(text)) return 'count';
  return dateCue.test(text) || /timeline|хронолог|history|історі/iu.test(text) ? 'date' : 'quantity';
}

const clearingCue = pattern(
  'surveyed|cleared|demined|обстежи(?:ли|ла|в)|обстежено|очисти(?:ли|ла|в)|очищено|розмінува(?:ли|ла|в)|розміновано|обследова(?:ли|но)|разминирова(?:ли|но)|очистили|очищено',
);
const grantCue = pattern(
  'grants?|packages?|aid|assistance|help|support|projects?|programmes?|programs?|loans?|donations?|contributions?|equipment|cost',
);

function amountWanted(text: string): Wanted {
  const asked = countedWord(text);
  // "How many dogs for the EU's money" counts dogs.
  const countsThing =
    asked !== null && !moneyCue.test(asked) && !areaCue.test(asked) && !verbForm.test(asked);
  if (moneyCue.test(text) && !countsThing) return 'money';
  if (asked !== null && (givingCue.test(asked) || measureCue.test(asked))) return 'quantity';
  if (clearingCue.test(text) && (asked === null || clearingCue.test(asked))) return 'area';
  if (/how much/iu.test(text)) return givingCue.test(text) || grantCue.test(text) ? 'money' : 'quantity';
  return givingCue.test(text) && asked === null ? 'quantity' : 'count';
}

const measureCue = pattern(
  'метр(?:а|и|ів|ов)?(?!\\p{L})|met(?:er|re)s?(?!\\p{L})|тонн\\p{L}*|кілограм\\p{L}*|килограмм\\p{L}*|кг|tonn?e?s?(?!\\p{L})|kilograms?|kg|кілометр\\p{L}*|километр\\p{L}*|kilomet\\p{L}*|km',
);

/** True when the newest figure is asked for. */
export function asksLatest(question: string): boolean {
  const text = normalise(question);
  return latestCue.test(text) || japaneseLatest.test(text);
}

/** True when two things or figures are held against each other, or a development is asked for. */
export function asksToCompare(question: string): boolean {
  const text = normalise(question);
  return compareCue.test(text) || eitherFigure.test(text) || contrast.test(text) || asksForChange(question);
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
const superlative = pattern(
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
const stillCue = pattern('досі|все ще|ще й досі|до сих пор|все еще|still');

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
