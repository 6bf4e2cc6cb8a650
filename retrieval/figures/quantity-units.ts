/** What a quantity measures. `count` is a bare number of things; the unit then says of what. */
export type QuantityKind = 'money' | 'area' | 'percent' | 'length' | 'mass' | 'duration' | 'count';

/** How a unit is written after a number, in four languages. */
export interface UnitPattern {
  readonly kind: QuantityKind;
  readonly unit: string;
  readonly pattern: string;
}

/** Ordered: the more specific dollar or crown is tried before the plain one. */
export const units: readonly UnitPattern[] = [
  money('cad', String.raw`(?:канадськ\p{L}* дол\p{L}*|канадск\p{L}* дол\p{L}*|canadian dollars?|cad)`),
  money(
    'aud',
    String.raw`(?:австралійськ\p{L}* дол\p{L}*|австралийск\p{L}* дол\p{L}*|australian dollars?|aud)`,
  ),
  money('nzd', String.raw`(?:новозеландськ\p{L}* дол\p{L}*|new zealand dollars?|nzd)`),
  money(
    'usd',
    String.raw`(?:дол(?:ар\p{L}*|лар\p{L}*)?\.? сша|us dollars?|дол(?:ар\p{L}*|лар\p{L}*|\.)?|dollars?|usd|\$|米?ドル)`,
  ),
  money('eur', String.raw`(?:євро|евро|euros?|eur|€|ユーロ)`),
  money(
    'jpy',
    String.raw`(?:японськ\p{L}* (?:єн|ієн)\p{L}*|(?:єн|ієн)(?:а|и|у|ою|ам)?|иен\p{L}*|йен\p{L}*|(?:japanese )?yen|jpy|¥|円)`,
  ),
  money('gbp', String.raw`(?:фунт\p{L}*(?: стерл\p{L}*)?|pounds?(?: sterling)?|gbp|£)`),
  money(
    'chf',
    String.raw`(?:(?:швейцарськ|швейцарск)\p{L}* франк\p{L}*|swiss francs?|франк\p{L}*|francs?|chf)`,
  ),
  money(
    'nok',
    String.raw`(?:(?:норвезьк|норвежск)\p{L}* крон\p{L}*|norwegian (?:krone|kroner|crowns?)|kroner?|nok)`,
  ),
  money(
    'sek',
    String.raw`(?:(?:шведськ|шведск)\p{L}* крон\p{L}*|swedish (?:krona|kronor|crowns?)|kronor|sek)`,
  ),
  money('dkk', String.raw`(?:(?:данськ|датськ|датск)\p{L}* крон\p{L}*|danish (?:krone|kroner|crowns?)|dkk)`),
  money('czk', String.raw`(?:(?:чеськ|чешск)\p{L}* крон\p{L}*|czech (?:koruna|crowns?)|czk)`),
  money(
    'isk',
    String.raw`(?:(?:ісландськ|исландск)\p{L}* крон\p{L}*|icelandic (?:kr[oó]n(?:a|ur)|crowns?)|isk|アイスランドクローナ)`,
  ),
  money('krona', String.raw`(?:крон(?:а|и|у|ами)?|crowns?)`),
  money('pln', String.raw`(?:злот\p{L}*|zlot(?:y|ys|ych)|pln)`),
  money('krw', String.raw`(?:(?:південнокорейськ|южнокорейск)\p{L}* вон\p{L}?|вон|won|krw|ウォン)`),
  money(
    'try',
    String.raw`(?:(?:турецьк|турецк)\p{L}* л[іи]р\p{L}*|л[іи]р(?:а|и|у|ами)?|turkish liras?|liras?|トルコリラ)`,
  ),
  money('huf', String.raw`(?:форинт\p{L}*|forints?|huf)`),
  money('ron', String.raw`(?:(?:румунськ|румынск)\p{L}* ле[йїюяв]\p{L}{0,2}|romanian le[iu]|ron)`),
  money('bgn', String.raw`(?:(?:болгарськ|болгарск)\p{L}* лев\p{L}{0,3}|bulgarian lev[as]?|bgn)`),
  money('cny', String.raw`(?:юан\p{L}{0,3}|yuan|renminbi|cny|人民元)`),
  money('kwd', String.raw`(?:(?:кувейтськ|кувейтск)\p{L}* динар\p{L}*|kuwaiti dinars?|kwd)`),
  money('qar', String.raw`(?:(?:катарськ|катарск)\p{L}* р[іи]ял\p{L}*|qatari ri[y]?als?|qar)`),
  money('aed', String.raw`(?:дирхам\p{L}*|dirhams?|aed)`),
  money('ils', String.raw`(?:шекел\p{L}*|shekels?|ils)`),
  money('inr', String.raw`(?:рупі\p{L}{1,2}|рупи\p{L}{1,2}|rupees?|inr)`),
  money('kzt', String.raw`(?:тенге|tenge|kzt)`),
  money('gel', String.raw`(?:(?:грузинськ|грузинск)\p{L}* лар[іи]|georgian lari|gel)`),
  money('azn', String.raw`(?:манат\p{L}*|manats?|azn)`),
  money('rub', String.raw`(?:рубл\p{L}*|руб\.?|roubles?|rubles?|rub|₽)`),
  money('uah', String.raw`(?:гривень|грив\p{L}*|грн\.?|hryvnias?|hryvnia|uah|₴)`),
  {
    kind: 'area',
    unit: 'km2',
    pattern: String.raw`(?:тис\.? )?(?:кв\.? ?км|км ?[²2]|квадратн\p{L}* (?:кілометр|километр)\p{L}*|square (?:kilomet(?:er|re)s?|km)|sq\.? ?km|km ?[²2]|平方キロ(?:メートル)?)`,
  },
  {
    kind: 'area',
    unit: 'm2',
    pattern: String.raw`(?:кв\.? ?м|м ?[²2]|квадратн\p{L}* метр\p{L}*|square met(?:er|re)s?|sq\.? ?m|m ?[²2])`,
  },
  { kind: 'area', unit: 'ha', pattern: String.raw`(?:гектар\p{L}*|га|hectares?|ha|ヘクタール)` },
  {
    kind: 'percent',
    unit: 'percent',
    pattern: String.raw`(?:%|відсот\p{L}*|процент\p{L}*|per ?cent|パーセント)`,
  },
  {
    kind: 'length',
    unit: 'km',
    pattern: String.raw`(?:км|кілометр\p{L}*|километр\p{L}*|kilomet(?:er|re)s?|km)`,
  },
  {
    kind: 'length',
    unit: 'm',
    pattern: String.raw`(?:метр(?:а|и|ів|ов)?|met(?:er|re)s?|メートル|м(?= |$)|m(?= |$))`,
  },
  { kind: 'mass', unit: 't', pattern: String.raw`(?:тонн\p{L}*|tonnes?|tons?)` },
  { kind: 'mass', unit: 'kg', pattern: String.raw`(?:кг|кілограм\p{L}*|килограмм\p{L}*|kilogram\p{L}*|kg)` },
  { kind: 'duration', unit: 'day', pattern: String.raw`(?:дн(?:і|ів|я|ей)|день|діб|доб\p{L}*|days?|日間)` },
  {
    kind: 'duration',
    unit: 'week',
    pattern: String.raw`(?:тижн\p{L}*|тижден\p{L}*|недел\p{L}*|weeks?|週間)`,
  },
  {
    kind: 'duration',
    unit: 'month',
    pattern: String.raw`(?:місяц\p{L}*|месяц\p{L}*|months?|か月|ヶ月|カ月)`,
  },
  { kind: 'duration', unit: 'year', pattern: String.raw`(?:рок(?:и|ів)|лет|years?|年間)` },
];

function money(unit: string, pattern: string): UnitPattern {
  return { kind: 'money', unit, pattern };
}

/** Scale words and what they multiply by, each spelled so that the longer form is tried first. */
export const scales: readonly (readonly [number, string])[] = [
  [1e12, String.raw`(?:трлн\.?|трильйон\p{L}*|триллион\p{L}*|trillions?)(?!\p{L})`],
  [1e9, String.raw`(?:млрд\.?|мільярд\p{L}*|миллиард\p{L}*|billions?|bn)(?!\p{L})`],
  [1e6, String.raw`(?:млн\.?|мільйон\p{L}*|миллион\p{L}*|millions?|mln\.?|m(?![\d²]))(?!\p{L})`],
  [1e3, String.raw`(?:тисяч\p{L}*|тис\.?|тысяч\p{L}*|тыс\.?|thousands?|k)(?!\p{L})`],
];
