import { normalise } from '../../corpus/text/text.ts';

/**
 * A property that a question asks of something it names: a price, a weight, a salary. A sentence that only names the
 * thing does not answer; it must speak of the property, in whatever language. Ordered; the first that fits is taken.
 */
export interface Attribute {
  readonly name: string;
  readonly asked: RegExp;
  readonly told: RegExp;
}

// Japanese writes no spaces: a word of it may follow any letter of its own scripts.
const before = '(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}])';
const words = (source: string) => new RegExp(`${before}(?:${source})`, 'iu');

const attributes: readonly Attribute[] = [
  {
    name: 'phone',
    asked: /телефон|номер(?:а)? (?:тел|картк)|phone|hotline number|電話番号/iu,
    told: /\+?\d[\d\s()-]{7,}\d|гаряч\p{L}{1,12} ліні|hotline/iu,
  },
  {
    name: 'address',
    asked:
      /(?:яка|за якою|какой|what(?:'s| is) the) (?:адрес|email|e-mail|website address)|домашн\p{L}{1,12} адрес|住所/iu,
    told: /вул\.|вулиц|street|avenue|@|адрес|просп/iu,
  },
  {
    name: 'salary',
    asked: words(
      'зарплат|платня|скільки (?:заробля|отриму)\\p{L}*|оклад|salary|wages?|how much (?:do|does) .{2,40} earn|зарабатыва|給料|給与',
    ),
    told: words('зарплат|оклад|заробітн|заробля|винагород|salary|wage|earn|paid monthly|给|給'),
  },
  {
    name: 'weight',
    asked: words('важить|ваг(?:а|и|у|ою)(?!\\p{L})|весит|скільки кілограм|weigh|how heavy|重さ|重量'),
    told: words(
      'ваг(?:а|и|у|ою)(?!\\p{L})|важить|масою|маса|тонн|кг|кілограм|weigh|tonne|tons?|kg|kilogram|重さ|重量|トン|キロ',
    ),
  },
  {
    name: 'speed',
    asked: words('швидк(?:ість|о)|скорост|speed|how fast|速度'),
    told: /км\/год|km\/h|mph|швидк|скорост|speed|速度|時速|速さ|кв\. ?м (?:за|на) (?:годину|добу)|(?:square met|hectares?).{1,20}(?:hour|day)|га (?:за|на) (?:день|добу|годину)|м² (?:за|на)/iu,
  },
  {
    name: 'depth',
    asked: words('глибин|на якій глибині|глубин|how deep|depth|深さ'),
    told: words(
      'глибин|глубин|занур|погруж|deep|depth|div(?:e|es|ing)(?!\\p{L})|submer|см(?!\\p{L})|cm(?!\\p{L})|centimet|сантиметр|метр|(?<=\\d )(?:м|m)(?!\\p{L})|met(?:er|re)s?(?!\\p{L})|深さ|センチ|メートル',
    ),
  },
  {
    name: 'head',
    asked: words(
      "(?:хто|кто) (?:є |зараз |тепер |нині |сейчас |теперь |там |у них |тут ){0,2}(?:директор|керу|очол|голова|гендиректор|міністр|посол|посолк|президент|прем|командувач|речни|головний|руковод|возглав|министр|премьер|командующ|глав)|who (?:heads|leads|runs)(?!\\p{L})|who(?: is|'s) (?:now |currently )?(?:the |an? )?(?:\\p{L}+ ){0,3}(?:director|head|chief|president|chair\\p{L}*|leader|minister|ambassador|commander|spokes\\p{L}*)|ceo|社長|所長|(?:大臣|大使|理事長|長官)は(?:誰|だれ)",
    ),
    told: words(
      '社長|所長|代表|団長|大臣|大使|長官|理事長|責任者|率い|директор|керівн|керує|очіль|очол|голова|глава|гендиректор|руковод|возглав|head|ceo|director|chief|leads?|led|chair|manager|президент|president|founder|мініст|minister|command|командувач|représent',
    ),
  },
  {
    name: 'name',
    asked: words(
      'як (?:звати|звуть|називається|називаються|називалась|називався)|как (?:зовут|звали|называется|называются)|(?:ім.я|прізвищ|имя|фамили)\\p{L}*|what (?:is|was|are) (?:the )?names?(?!\\p{L})|names? of the|名前|氏名|という名',
    ),
    told: /\p{Lu}[\p{Ll}'’]+(?:\s\p{Lu}[\p{Ll}.'’]+)|[«“"]\p{Lu}|[\p{Ll},]\s\p{Lu}[\p{Ll}'’]{2,}|[ァ-ヴー・]{4,}|[「『]/u,
  },
  {
    name: 'age',
    asked: words('(?:який|якого) вік|вік(?:у|ом)?(?!\\p{L})|возраст|how old|what age|何歳|年齢'),
    told: words(
      'вік(?:у|ом)?(?!\\p{L})|возраст|age[ds]?(?!\\p{L})|\\d{1,3}[- ]?річн|\\d{1,3}[- ]?летн|\\d{1,3} (?:років|роки|рік|лет|года|years|歳)|years?[- ]old|[0-9０-９]+歳|歳',
    ),
  },
  {
    name: 'buy',
    asked: words('де (?:можна )?(?:купити|придбати|замовити)|где купить|where (?:can i|to) buy|どこで買'),
    told: words('продаж|прода[юєн]|магазин|купити можна|придбати можна|for sale|shop|store|sold at|продает'),
  },
  {
    name: 'budget',
    asked: words('бюджет|budget|予算'),
    told: words('бюджет|budget|закла(?:ден|дал)|передбач|allocat|set aside|予算|総額|費用'),
  },
  {
    name: 'price per hectare',
    asked:
      /за (?:скільки|скіки|сколько) (?:\S+ ){0,3}(?:1 )?гектар(?!\p{L})|(?:кошту|ціна|цін[іи]|вартіст|стои|цена|price|cost|почем|почім).{0,60}(?:гектар|(?<!\p{L})га(?!\p{L})|hectare)|(?:гектар|hectare).{0,40}(?:кошту|ціна|вартіст|стои|price|cost)/iu,
    told: /(?:цін|варт|кошт|обійш|стои|price|cost|clear|pay|average|середн|грив|долар|доллар|євро|евро|euro).{0,60}(?:гектар|(?<!\p{L})га(?!\p{L})|hectare)|(?:гектар|hectare|грн\/га).{0,60}(?:цін|варт|кошт|обійш|стои|price|cost|грн|hryvnia|dollar)|грн\/га|ヘクタール(?:当|あ)た/iu,
  },
  {
    name: 'price',
    asked: words(
      '(?:скільки|скіки|скоко|сколько) (?:\\S+ ){0,2}(?:кошту|стої|стои)|(?:яка |какова )?(?:ціна|вартість|стоимость|цена)|unit price|price|(?:how much )?(?:does|do|did) .{2,60} cost|cost of|値段|価格|単価|[1一](?:台|個|頭|本|機|基|枚)(?:あたり|当たり)?(?:は|で)?いくら',
    ),
    told: words(
      'кошту|вартіст|варті|вартує|вартост|коштор|ціна|ціни|ціною|цін|оцін|стоит|стоим|стоил|цен|price|cost|worth|valued?|estimate|обійш|обход|требу|requires?|потріб|needs?|річн\\p{L}{1,4} внес|внес\\p{L}{1,4} (?:на|за) (?:люд|одн|рік)|премі[яюї]|премия|premium|annual (?:fee|contribution)|価格|値段|単価|費用|相当|かかる|かかり',
    ),
  },
  {
    name: 'made',
    asked: words(
      '(?:виготов|вироб)\\p{L}+|произв(?:ел|од)\\p{L}*|manufactur|produced?(?!\\p{L})|built by|who makes|製造(?:元|会社|業者)|メーカー',
    ),
    told: words(
      '製造|開発|製作|メーカー|製(?!度)|вигот|вироб|виробни|произв|manufactur|produc|maker|made|build|built|company|компан|фірм|завод|plant',
    ),
  },
  {
    name: 'killed',
    asked: words('загинул|погибл|killed|died|deaths?|死者|死亡'),
    told: words(
      '死亡|死者|亡くな|犠牲|死傷|загин|загибл|погиб|вбит|убит|смерт|killed|died|dead|death|fatal|lives|жертв',
    ),
  },
  {
    name: 'injured',
    asked: words('поранен|травмован|ранен|injured|wounded|負傷'),
    told: words('負傷|けが|怪我|死傷|重傷|軽傷|поран|травм|ранен|injur|wound|постражда|hurt|casualt'),
  },
];

/** The property a question asks for, null when it asks for none of those that a sentence must name. */
export function attributeOf(question: string): Attribute | null {
  const text = normalise(question);
  return attributes.find(({ asked }) => asked.test(text)) ?? null;
}

const casualties: ReadonlySet<string> = new Set(['killed', 'injured']);

/** True for a property of people who came to harm. */
export function isOfCasualties({ name }: Attribute): boolean {
  return casualties.has(name);
}
