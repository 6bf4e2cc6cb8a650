import { normalise } from '../../corpus/text/text.ts';
import { wordCue } from './measure-cues.ts';

const oneOf = (...alternatives: readonly string[]) => wordCue(alternatives.join('|'));

// What "how" is followed by: "how did the price change", "how has the number grown", "how it fell".
const englishMoves =
  'chang(?:e|es|ed|ing)|gr(?:ow|ows|ew|own|owing)|evolv\\p{L}*|develop(?:|s|ed|ing)|f(?:all|alls|ell|allen)|r(?:ise|ises|ose|isen)|increas\\p{L}*|decreas\\p{L}*|shr(?:ink|inks|ank|unk)|declin\\p{L}*|progress(?:|es|ed)';
const english = oneOf(
  'over (?:the years|the months|time)',
  '(?:by|per|each) (?:month|quarter|year)',
  '(month|quarter|year|stage) (?:by|after) \\1',
  'monthly|quarterly|yearly|annually',
  `how (?:it|they|this|that) (?:${englishMoves})`,
  `how (?:did|does|do|has|have|had|is|are|was|were) .{1,80} (?:${englishMoves})(?!\\p{L})`,
  '(?:growth|increase|decrease|decline|rise|fall|changes?) (?:in|of) (?:the |its |their )?(?:number|size|area|price|cost|budget|share|total|amount)',
  'from (?:the )?(?:pledge|promise|announcement|plan|idea|start|launch|contract|agreement) to',
  'trends?(?!\\p{L})|trajectory|evolution|milestones|progression',
  'stages of|timeline|chronolog\\p{L}*|in order(?! to)|(?:the )?sequence of|history|(?<!not )at first|(?<!not )initially',
);

const ukrainian = oneOf(
  'змінюва\\p{L}+|міня[влт]\\p{L}*|змінил\\p{L}+',
  '(?:збільш|зменш|скороч|розшир)(?:ува|юва)[влт]\\p{L}*|зроста[влт]\\p{L}*|нароста[влт]\\p{L}*',
  'як (?:\\S+ )?(?:зрос|зрі|рос|ріс|зменш|скороч|падал|падав|впал|підніма|збільш|нарощ|просува|рухал|розвива)\\p{L}*',
  'як (?:воно |вона |він |вони )?(?:змін|міня|рос|зрос|пада)\\p{L}*',
  'по (?:роках|місяцях|кварталах|тижнях|етапах)|поквартально|помісячно|щокварталу|щороку|щомісяця',
  '(?:рік за роком|місяць за місяцем|квартал за кварталом|кожного (?:року|місяця|кварталу))',
  'від (?:обіцян|анонс|оголош|план|іде|старт|початк|угод|догов)\\p{L}* до|по датах|тренд\\p{L}*|еволюці\\p{L}*|послідовн\\p{L}*',
  'поетапно|етап(?:и|і|ів|ах)(?!\\p{L})|хронолог\\p{L}*|історі[яїю](?!\\p{L})|хід (?:подій|робіт|справ)|по порядку',
  'динамік\\p{L}*|(?<!не )спочатку',
);

const russian = oneOf(
  'меня[лт]\\p{L}*|как (?:\\S+ )?(?:менял|рос|вырос|изменил|увелич|уменьш|сокра|падал|развива|продвига)\\p{L}*',
  '(?:увеличи|сокраща|уменьша|возраста|расширя)(?:ва)?(?:л(?:а|о|и|ся|ась|ось|ись)?)(?!\\p{L})',
  'по (?:годам|месяцам|кварталам|неделям|этапам)|поквартально|помесячно|ежеквартально|ежегодно|ежемесячно',
  'год за годом|месяц за месяцем|кажд(?:ый|ого) (?:год|месяц|квартал)\\p{L}*',
  'от (?:обещан|анонс|объявл|план|иде|старт|начал|догов|соглаш)\\p{L}* до|по датам|эволюци\\p{L}*|последовательн\\p{L}*',
  'поэтапно|этап(?:ы|ов|ах)(?!\\p{L})|истори[яию](?!\\p{L})|ход (?:событий|работ)|динамик\\p{L}*|(?<!не )сначала',
);

// "Step by step" is a story where it stands apart from the rest; within a sentence it is a name, and after "how to" it is advice.
const inSteps =
  /(?:^|[,;:—–-]\s*)(?:step[- ]by[- ]step|покроково|крок за кроком|пошагово|шаг за шагом)|(?:step[- ]by[- ]step|покроково|крок за кроком|пошагово|шаг за шагом)\s*(?:$|[,;:.?!])/iu;
const advice =
  /(?<!\p{L})(?:how (?:to|do i|can i|do we|can we)|як \p{L}+(?:ти|тися|тись)|как \p{L}+(?:ть|ться|ти))(?!\p{L})/iu;

// In Japanese nothing parts the words.
const japanese =
  /推移|変化|変遷|経緯|経過|年表|時系列|伸び|どのように(?:増|減|進)|どう変|どのように変|変わっ|変わり|増減|(?:月|年|四半期)(?:ごと|別)/u;

/** True when a development over time is asked for: a figure at several moments. */
export function asksForChange(question: string): boolean {
  const text = normalise(withoutTitles(question));
  return [english, ukrainian, russian, japanese].some((cue) => cue.test(text)) || tellsInSteps(text);
}

function tellsInSteps(text: string): boolean {
  return inSteps.test(text) && !advice.test(text);
}

const eventsCue =
  /хронолог|chronolog|timeline|in order(?! to)|sequence of|stages|етап|этап|по порядку|послідовн|последовательн|milestones|時系列|history|історі|истори|経緯|年表/iu;

/** True when what happened is asked for, one thing after the other, and not one figure at several times. */
export function tellsOfEvents(question: string): boolean {
  const text = normalise(withoutTitles(question));
  return eventsCue.test(text) || tellsInSteps(text);
}

// The campaigns "Step by Step" and «Крок за кроком» are names.
function withoutTitles(question: string): string {
  return question.replace(/(?<=\S\s{1,3})\p{Lu}\p{L}+ by \p{Lu}\p{L}+|[«“"][^»”"]{1,80}[»”"]/gu, ' ');
}
