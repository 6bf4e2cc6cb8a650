import { normalise } from '../../corpus/text/text.ts';
import { askedCurrency } from './asked-currency.ts';
import { asksForChange } from './change-cue.ts';
import { countedWord, japaneseCounter, verbForm } from './counted-word.ts';
import { wantedInJapanese } from './japanese-question.ts';
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
import type { Wanted } from './wanted-type.ts';

const bigCue =
  /how (?:big|large)|як(?:а|у|ою|ої) (?:загальн\p{L}{1,3} )?площ|как(?:ая|ую|ой) (?:общ\p{L}{1,3} )?площад|what area|面積/iu;
const sizeCue = wordCue(
  '(?:size|amount) of|розмір\\p{L}{0,3}(?!\\p{L})|размер\\p{L}{0,2}(?!\\p{L})|обсяг\\p{L}{0,3}(?!\\p{L})|объ[её]м\\p{L}{0,2}(?!\\p{L})|規模',
);
const fundingCue = wordCue(
  'loans?|grants?|packages?|guarantees?|deals?|contracts?|funds?|pledges?|contributions?|donations?|позик\\p{L}{0,4}|кредит\\p{L}{0,4}|грант\\p{L}{0,4}|пакет\\p{L}{0,4}|внес(?:ок|ку)|взнос\\p{L}{0,3}|займ\\p{L}{0,3}',
);
const percentCue = wordCue(
  'відсот\\p{L}*|процент\\p{L}*|частк\\p{L}*|дол[яюи](?!\\p{L})|percent\\p{L}*|percentige|per cent|share of|what share|proportion',
);
const durationCue = wordCue(
  '(?:скільки|скіки|сколько|how many) (?:днів|дні|тижн\\p{L}*|місяц\\p{L}*|років|часу|хвилин\\p{L}*|годин\\p{L}*|часов|минут\\p{L}*|дней|недел\\p{L}*|месяц\\p{L}*|лет|времени|days|weeks|months|years|hours|minutes)|how much time|how long(?! an?(?!\\p{L}))|як довго|как долго|(?:скільки|сколько) (?:\\S+ ){0,2}(?:чекати|чекають|чекали|ждать|ждут)|how (?:quickly|soon)|як швидко|за який (?:час|термін|строк)|який термін|тривал\\p{L}*',
);
const dateCue = wordCue(
  '(?:коли|когда|when)(?!\\p{L})|дат[ау](?!\\p{L})|(?:які|всі|точні|ключові|основні) дати(?!\\p{L})|what date|which (?:years?|months?|dates?)|на які роки|в какие годы|на какие годы|якого (?:числа|року)|в якому році|до якого (?:року|числа)|which day|deadline|термін',
);
// "What happened to the funding" asks for an event, not for a sum, and "what is the money for" for purposes.
const happenedCue = wordCue(
  '(?:на що|на шо|на что|куди|куда) (?:саме |именно )?(?:йд|піш|пійд|підуть|витра|потра|ід|идут|пойд|пош|потрат|тратя|использ|використ|спрям|направ|дали|дав|дала|дали|виділ|выдел)\\p{L}*|what (?:is|are|was|were|will) (?:the )?(?:\\S+ ){0,3}(?:money|funds?|funding|grant|aid) .{0,30}(?:for|on|used|spent|go(?:ing|es)?)(?!\\p{L})|what .{1,60} (?:spent|used|going|go) (?:on|for)|what (?:has )?happen|що (?:сталося|трапилося|трапилось|відбулося|відбувається)|что (?:произошло|случилось|стало)',
);
// "Скільки стоїть" asks for a price in everyday speech; without "how much" the word stands for standing.
const standsForPrice =
  /(?<!\p{L})(?:скільки|скіки|скілки|скоко|скока|сколько|скок)\s+(?:\S+\s+){0,3}?(?:стої(?:ть|ли|ло)|стоят[ьъ]?|стоит|стоило|стоили|обійд\p{L}*|обход\p{L}*|обош\p{L}*)/iu;
const japanesePercent = /パーセント|何割|割合|何[%%]/u;
const japaneseDate = /いつ|何年|何月|何日|日付|時期|期限/u;
const japaneseWho =
  /誰|だれ|どの(?:国|企業|会社|団体|組織|機関)|どこの(?:国|企業|会社)|何という(?:国|企業|会社|団体)/u;
const japaneseWhere = /どこ|どの(?:州|地域|都市|町|場所|地方)|何州/u;
const japaneseWhy = /なぜ|どうして|理由/u;
const whoCue = wordCue(
  '(?:хто|кто|кого|кому|ким|кем|who|whom|whose)(?!\\p{L})|чий|чиїм|чия|чиє|чьи\\p{L}*|which (?:[a-z]+ )?(?:company|firm|country|countries|organi[sz]ation|organi[sz]ations|minister|donors?|governments?|operator)|яка (?:компанія|країна|організація|фірма)|які (?:\\p{L}{2,20} )?(?:країни|держави|установи|компанії|організації|донори)|какая (?:компания|страна|организация)|какие (?:\\p{L}{2,20} )?(?:страны|государства|компании|организации)',
);
const whereCue = wordCue(
  '(?:де|где|where)(?!\\p{L})|куди|куда|звідки|откуда|в яких|у яких|в які|у які|в каких|(?:якої|яких|якому|якій|яким|какой|каких|каком|which) (?:town|village|області|областей|областях|громади|громад|районі|району|області|области|областей|районе|громады|region|regions|oblasts?|city|cities|province|areas)|(?:в|у) якому (?:місті|селі|селищі|районі)|(?:в|у) якій (?:області|громаді|країні)|в каком (?:городе|селе|районе)|what (?:city|town|village|region|province)',
);
const whyCue = wordCue(
  '(?<!по )чому|(?<!(?:з|із|для|до|від|крім|щодо|відносно)\\s)чого|навіщо|через що|почему|зачем|why|what caused|how come',
);
const numberCue = wordCue(
  'кількост\\p{L}*|кіль?кіст\\p{L}*|чисельніст\\p{L}*|число|числа|членств\\p{L}*|количеств\\p{L}*|численност\\p{L}*|numbers?|membership|headcount|staff',
);
const estimateCue = wordCue('оцінк\\p{L}*|оцінював\\p{L}*|оценк\\p{L}*|estimate\\p{L}*|推定|見積');
const clearingCue = wordCue(
  'surveyed|cleared|demined|обстежи(?:ли|ла|в)|обстежено|очисти(?:ли|ла|в)|очищено|розмінува(?:ли|ла|в)|розміновано|обследова(?:ли|но)|разминирова(?:ли|но)|очистили|очищено|заміновано|заминировано|забруднено|загрязнено|(?<!de)mined|contaminated',
);
const grantCue = wordCue(
  'grants?|packages?|aid|assistance|help|support|projects?|programmes?|programs?|loans?|donations?|contributions?|equipment|cost',
);
const measureCue = wordCue(
  'км|метр(?:а|и|ів|ов)?(?!\\p{L})|met(?:er|re)s?(?!\\p{L})|тонн\\p{L}*|кілограм\\p{L}*|килограмм\\p{L}*|кг|tonn?e?s?(?!\\p{L})|kilograms?|kg|кілометр\\p{L}*|километр\\p{L}*|kilomet\\p{L}*|km',
);

// "For how much": the price of a job, and with a word of haste its time.
const forHowMuch = /(?<!\p{L})за (?:скільки|скіки|скілки|сколько|скоко)(?!\p{L})/iu;
const haste = wordCue(
  '(?:най)?швид\\p{L}*|быстр\\p{L}*|устиг\\p{L}*|встиг\\p{L}*|успе[вл]\\p{L}*|про(?:йти|йде|йдуть|ходять|ходить|ходят|йдут)(?!\\p{L})|(?:на|ви)?вч(?:ати|ають|ити|или)\\p{L}*|підготу\\p{L}*|подготов\\p{L}*',
);
// "By how much did it grow": a difference in any measure.
const byHowMuch =
  /(?:на скільки|наскільки|на скіки|на сколько|насколько|by how (?:much|many))(?!\p{L}).{0,40}(?:зрос|зрі|впа|вирос|вырос|збільш|зменш|поменш|скоро|знизи|сниз|увелич|уменьш|упал|grow|grew|rise|rose|fall|fell|increas|decreas|cut|drop|shr[iau]nk)/iu;
// What is paid out to people; beside a thing that is counted ("hectares under the compensation programme") it is no sum.
const payoutCue = wordCue(
  'комп[еи]н[сц]аці\\p{L}*|компенсаци\\p{L}*|штраф\\p{L}*|премі\\p{L}*|преми\\p{L}*|пенсі\\p{L}*|пенси\\p{L}*|стипенді\\p{L}*|стипенди\\p{L}*|допомог[аи](?!\\p{L})|грант\\p{L}*|аванс\\p{L}*|позик\\p{L}*|кредит\\p{L}*|compensation|fines?(?!\\p{L})|penalt\\p{L}*|stipends?|wages?|fees?(?!\\p{L})|grants?(?!\\p{L})|loans?(?!\\p{L})|rent(?!\\p{L})',
);
const payoutAsked = new RegExp(`${payoutCue.source}.{0,60} (?:як|как)(?:ий|а|е|ой|ая)(?!\\p{L})`, 'iu');
const scaleAsked =
  /(?:скільки|скіки|скілки|сколько|скоко|how many) (?:мільйон|мільярд|міліон|мільон|миллион|миллиард|млн|млрд|million|billion)/iu;
// "How much forest" and "скільки лісу": land without a word of area.
const landAsked =
  /(?:скільки|скіки|скілки|сколько|скоко) (?:\p{L}{4,20}(?:ої|их|ой|ых) )?(?:ліс[уі]в?|леса|лесов|земл[іи]|території|территории)(?!\p{L})|how much (?:\S+ ){0,2}?(?:forest|woodland|land|farmland|ground|territory|pasture)(?!\p{L})/iu;
const determiner =
  "(?:як(?:ий|а|е|і|ого|ої|у|им|ою|их|ими)|как(?:ой|ая|ое|ие|ого|ую|им|их|ими)|каков\\p{L}{0,3}|what(?:'s| is| was| are| were)?|which)";
const namedSum = new RegExp(
  `(?<![\\p{L}\\p{N}])${determiner} (?:\\S{1,60} ){0,3}?(?:сум[аиуоміу]|варт|цін|бюджет|виплат|зарплат|стоимост|цен[аыу]|выплат|вклад|внес|взнос|грант|штраф|компенсац|пакет|позик|кредит|оренд[аиу](?!\\p{L})|аренд[аыу](?!\\p{L})|price|cost|amount|sum|budget|worth|grant|loan|fine|fee|rent|salary|contribution|pledge|value)`,
  'iu',
);
// "Which instruments pay for it" asks for instruments, whatever is said of money after.
const namedThing = new RegExp(
  `(?<![\\p{L}\\p{N}])(?!what(?:'s)? (?:is|was|are|were) the)${determiner} (?:\\p{L}{2,30} )?\\p{L}{4,}`,
  'iu',
);
// "What will the money buy", "що зроблять за ці гроші": purposes.
const purposeCue = wordCue(
  'what (?:exactly )?(?:will|does|did|is|are|do|would|can) .{1,60}(?:buy|cover|finance|fund|going to pay|(?:pay|paid|paying) for(?= (?:in|at|on|with|under|from|and)(?!\\p{L})|[^\\p{L}]*$))(?!\\p{L})|(?:на що|на шо|на что)(?!\\p{L})|(?:що|шо|что) .{0,40} за (?:ці|ті|эти|те) (?:гроші|кошти|деньги|средства)',
);
// "What did Korea pay for the ten machines" asks for a sum, "what did Korea pay for" for things.
const sumPaid =
  /(?<!\p{L})what (?:exactly )?(?:did|does|do|will|would|has|have) .{1,60} (?:pay|paid|charge) (?:for|per) (?!(?:in|at|on|with|under|from|and)(?!\p{L}))(?=\p{L}|\d)|(?<!\p{L})(?:що|шо|что) (?:\S+ ){0,4}(?:за|с)?плат\p{L}{2,6} .{0,40}(?<!\p{L})за (?!що|шо|что)(?=\p{L}|\d)/iu;
// "What part of the budget" is answered by a share or by a sum.
const partAsked =
  /(?:яку|яка|якої|какую|какая|какой|what|which) (?:частин|часть|части|part|portion|fraction)/iu;
const squareCue = /(?:км|km)\s?[²2]|кв(?:\.|адратн\p{L}{1,4})?\s?(?:км|кілом|килом|м)|sq|square|平方/iu;
const percentsHeld =
  /\d ?%.{1,60}\d ?%|(?:як|как)\p{L}{1,4} (?:\S+ )?ставк|(?<!\p{L})ставк[аи] .{0,40}(?:як|как)\p{L}{1,4}|interest rate/iu;
const worthOf =
  /(?:на скільки|на сколько) (?:(?:усього|всього|всего) )?(?:обладнан|технік|допомог|оборудован|техник|помощ|матеріал|материал|$|[?,.])/iu;
// "Why do some write 35.7 million and the government billions".
const figuresHeld = /\d.{0,80}\s\D{0,5}\d|різн|разн|differ|, а |while/iu;
const kindOfPeople = wordCue(
  '(?:хто|кто|who) (?:\\S+ ){0,4}?(?:найчастіше|частіше|переважно|чаще всего|чаще|в основном|most often|mostly|mainly|usually)(?!\\p{L})|(?:хто|кто|who) .{1,60}(?:за професі|за родом занят|по профессии|по роду занят|by (?:profession|occupation|trade))',
);
const relative =
  /,\s(?:де|где|where|коли|когда|when|хто|кто|who|що|шо|что|як(?:ий|а|е|і|ого|ої|у|им|ою|их|ими|що)|котр\p{L}{1,4}|which)\s.{3,300}$/iu;

/** What the answer must contain. */
export function wantedOf(question: string): Wanted {
  const text = mainClause(normalise(question));
  const inJapanese = asksForChange(question) ? null : wantedInJapanese(text);
  if (inJapanese !== null) return inJapanese;
  const measure = measureOf(text);
  if (measure !== null) return measure;
  const counts = howMuch.test(text) || japaneseHowMuch.test(text);
  if (asksForChange(question) && !counts) return changeWanted(text);
  if (asksForSize(text)) return moneyCue.test(text) || fundingCue.test(text) ? 'money' : 'area';
  if (japaneseDate.test(text)) return 'date';
  if (counts) return amountWanted(text);
  if (partAsked.test(text)) return 'quantity';
  if (dateCue.test(text)) return 'date';
  if (namedSum.test(text) && !whoCue.test(text) && !purposeCue.test(text)) return 'money';
  if (happenedCue.test(text) || purposeCue.test(text)) return 'any';
  return thingWanted(text);
}

/** True when it is asked what money is for. */
export function asksForPurpose(question: string): boolean {
  const text = normalise(question);
  return happenedCue.test(text) || purposeCue.test(text);
}

// What is said after a comma about a thing asked for decides only where nothing is asked before it.
function mainClause(text: string): string {
  const main = text.replace(relative, '');
  return main !== text && asksSomething.test(main) ? main : text;
}

const asksSomething = new RegExp(
  `${howMuch.source}|(?<![\\p{L}\\p{N}])(?:${determiner}|хто|кто|who|де|где|where|коли|когда|when|чому|почему|why)(?!\\p{L})`,
  'iu',
);

/** The measure where it is named in so many words. */
function measureOf(text: string): Wanted | null {
  if (durationCue.test(text)) return 'duration';
  if (percentCue.test(text) || japanesePercent.test(text) || percentsHeld.test(text)) return 'percent';
  if (worthOf.test(text) || sumPaid.test(text)) return 'money';
  if (forHowMuch.test(text)) return haste.test(text) ? 'duration' : 'money';
  if (standsForPrice.test(text) || japaneseMoney.test(text) || askedCurrency(text) !== null) return 'money';
  if (japaneseArea.test(text)) return 'area';
  return japaneseCounter.test(text) ? 'count' : null;
}

function asksForSize(text: string): boolean {
  return bigCue.test(text) || (sizeCue.test(text) && (moneyCue.test(text) || fundingCue.test(text)));
}

function thingWanted(text: string): Wanted {
  // "Who is hurt most often" asks for a kind of people and not for a name.
  if (kindOfPeople.test(text)) return 'any';
  if (whoCue.test(text) || japaneseWho.test(text)) return 'who';
  if (whereCue.test(text) || japaneseWhere.test(text)) return 'where';
  // "Why do some write 584 and others 60" asks for figures.
  const asksReason = whyCue.test(text) || japaneseWhy.test(text);
  if (asksReason && !(moneyCue.test(text) && figuresHeld.test(text))) return 'why';
  if (payoutAsked.test(text) || (moneyCue.test(text) && !namedThing.test(text))) return 'money';
  return estimateCue.test(text) && areaCue.test(text) ? 'area' : 'any';
}

// "How did the mined area change" asks for areas, "how did membership grow" for numbers of members.
function changeWanted(text: string): Wanted {
  if (moneyCue.test(text)) return 'money';
  if (areaCue.test(text)) return 'area';
  if (numberCue.test(text)) return 'count';
  return dateCue.test(text) || /timeline|хронолог|history|історі/iu.test(text) ? 'date' : 'quantity';
}

// "How much has been cleared", "скільки землі": nothing says in what.
const landMeasure = wordCue(
  'площ\\p{L}*|км²|км2|кв(?!\\p{L})|квадрат\\p{L}*|гектар\\p{L}*|га(?!\\p{L})|площад\\p{L}*|(?:ha|areas?|hectares?|square|sq|acres?)(?!\\p{L})',
);

function landWanted(text: string): Wanted {
  return landMeasure.test(text) ? 'area' : 'extent';
}

function amountWanted(text: string): Wanted {
  if (landAsked.test(text)) return landWanted(text);
  if (byHowMuch.test(text)) return 'quantity';
  const word = countedWord(text);
  const noun = word === null || verbForm.test(word) ? null : word;
  return noun === null ? unnamedAmount(text) : countedAmount(noun, text);
}

// "А лісів скільки?": woods are told in hectares.
const forest = /^(?:ліс(?:у|ів|и)?|лес(?:а|ов)?|forests?|woods?|woodland)$/iu;

// "How many dogs for the EU's money" counts dogs.
function countedAmount(noun: string, text: string): Wanted {
  if (areaCue.test(noun) || forest.test(noun)) return landWanted(text);
  if (measureCue.test(noun) && squareCue.test(text)) return 'area';
  if (moneyCue.test(noun)) return 'money';
  return givingCue.test(noun) || measureCue.test(noun) ? 'quantity' : 'count';
}

function unnamedAmount(text: string): Wanted {
  if (moneyCue.test(text)) return 'money';
  if (clearingCue.test(text)) return landWanted(text);
  if (scaleAsked.test(text) || payoutCue.test(text)) return 'money';
  if (/how much/iu.test(text) && (givingCue.test(text) || grantCue.test(text))) return 'money';
  return areaCue.test(text) && !givingCue.test(text) ? landWanted(text) : 'quantity';
}
