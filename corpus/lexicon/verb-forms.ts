import { stem } from '../text/stem.ts';

const shortStem = 4;

/** What is cut off an infinitive and what is put in its place for its past, present and passive forms and its noun. */
interface Conjugation {
  readonly infinitive: RegExp;
  readonly endings: readonly string[];
}

const words = (list: string): readonly string[] => list.split(' ');

// The first that fits an infinitive counts: roots that change come before the regular kinds. Regular roots shorter than two
// letters ("дати", "пить") bend in ways of their own.
const conjugations: readonly Conjugation[] = [
  {
    infinitive: /нести$/u,
    endings: words('ніс несла несло несли несе несуть несено несення нес несет несут'),
  },
  {
    infinitive: /везти$/u,
    endings: words('віз везла везло везли везе везуть везено везення вез везет везут'),
  },
  { infinitive: /вести$/u, endings: words('вів вела вело вели веде ведуть ведено ведення вел ведет ведут') },
  { infinitive: /класти$/u, endings: words('клав клала клало клали кладе кладуть кладено') },
  { infinitive: /красти$/u, endings: words('крав крала крали краде крадуть крадено') },
  { infinitive: /пасти$/u, endings: words('пав пала пали паде падуть') },
  { infinitive: /р[оа]сти$/u, endings: words('ріс росла росло росли росте ростуть рос растет растут') },
  { infinitive: /могти$/u, endings: words('міг могла могло могли може можуть') },
  { infinitive: /сягти$/u, endings: words('сяг сягла сягло сягли сягне сягнуть') },
  { infinitive: /йти$/u, endings: words('йшов йшла йшло йшли йде йдуть шел шла шло шли йдет йдут') },
  { infinitive: /мочь$/u, endings: words('мог могла могло могли может могут') },
  { infinitive: /нуть$/u, endings: words('нул нула нуло нули нет нут') },
  { infinitive: /(?<=\p{L}{3})ювати$/u, endings: words('ював ювала ювали ює юють ювання ювано юваний') },
  {
    infinitive: /(?<=\p{L}{3})увати$/u,
    endings: words('ував увала ували ує ують уємо уйте ували уватиме ування увано ований'),
  },
  {
    infinitive: /(?<=\p{L}{2})ати$/u,
    endings: words('ав ала ало али ає ають аємо айте атиме ання ано аний'),
  },
  {
    infinitive: /(?<=\p{L}{2})яти$/u,
    endings: words('яв яла яло яли яє яють яємо яйте ятиме яння яно яний'),
  },
  { infinitive: /(?<=\p{L}{2})ити$/u, endings: words('ив ила ило или ить ять итиме ення ено ений') },
  { infinitive: /(?<=\p{L}{2})іти$/u, endings: words('ів іла іло іли іє іють ітиме іння') },
  { infinitive: /(?<=\p{L}{2})ути$/u, endings: words('ув ула уло ули уть утий') },
  {
    infinitive: /(?<=\p{L}{2})овать$/u,
    endings: words('овал овала овало овали ует уют ование овано ованный'),
  },
  { infinitive: /(?<=\p{L}{2})ать$/u, endings: words('ал ала ало али ает ают ание ано анный') },
  { infinitive: /(?<=\p{L}{2})ять$/u, endings: words('ял яла яло яли яет яют яние яно янный') },
  { infinitive: /(?<=\p{L}{2})ить$/u, endings: words('ил ила ило или ит ят ение ено енный') },
  { infinitive: /(?<=\p{L})ыть$/u, endings: words('ыл ыла ыло ыли оет оют ыто ытый') },
  { infinitive: /(?<=\p{L}{2})еть$/u, endings: words('ел ела ело ели еет еют ение') },
];

/**
 * Forms of a Ukrainian or Russian verb that people write and that do not share the stem of its infinitive ("збирати": збирав,
 * збирають). By rule, so some are no words; such never stand in a text. Empty for what is no infinitive of a regular kind.
 */
export function verbForms(infinitive: string): readonly string[] {
  const plain = infinitive
    .trim()
    .toLowerCase()
    .replace(/(?:ся|сь)$/u, '');
  if (/\s/.test(plain)) return [];
  const conjugation = conjugations.find((one) => one.infinitive.test(plain));
  if (conjugation === undefined) return [];
  const root = plain.replace(conjugation.infinitive, '');
  const bent = conjugation.endings.map((ending) => root + ending);
  return [...bent.filter((form) => keepsRoot(stem(form), root)), ...softForms(plain)];
}

// The stemmer takes "намірений" for a form of "нами": a short stem that lacks letters of the root is another word.
function keepsRoot(stemmed: string, root: string): boolean {
  return stemmed.length > shortStem || stemmed.length >= root.length;
}

/** What the last consonant of a root turns into before some endings of verbs in -ити and -ить. */
const softened: readonly (readonly [root: RegExp, soft: readonly string[]])[] = [
  [/ст$/u, ['щ']],
  [/т$/u, ['ч', 'щ']],
  [/д$/u, ['дж', 'ж', 'жд']],
  [/с$/u, ['ш']],
  [/з$/u, ['ж']],
  [/(?<=[бвмпф])$/u, ['л']],
];
const softEndings = { ити: words('ено ений ена ення ять'), ить: words('ено енный ены ение ен') } as const;

// "Запустити": запущено, "купити": куплять, "запретить": запрещено.
function softForms(infinitive: string): readonly string[] {
  const parts = /^(\p{L}{3,})(ити|ить)$/u.exec(infinitive);
  if (parts === null) return [];
  const [, root = '', ending = ''] = parts;
  const change = softened.find(([hard]) => hard.test(root));
  const endings = softEndings[ending as keyof typeof softEndings];
  return (change?.[1] ?? []).flatMap((soft) => endings.map((end) => root.replace(change![0], soft) + end));
}
