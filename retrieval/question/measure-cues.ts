const before = '(?<![\\p{L}\\p{N}])';

/** An expression that finds one of the alternatives where a word begins. */
export const wordCue = (source: string) => new RegExp(`${before}(?:${source})`, 'iu');

/** "How much" and "how many", and the nouns that ask the same. */
export const howMuch = wordCue(
  'скільки|скіки|скілки|скилки|скільк|скоко|скок|скока|сколько|сколко|сколька|how much|how many|кіль?кіст\\p{L}*|кількост\\p{L}*|количеств\\p{L}*|(?:number|count|total) of',
);

/** The same in Japanese. */
export const japaneseHowMuch =
  /いくつ|どのくらい|どれくらい|どれだけ|人数|台数|件数|者数|国数|頭数|総数|数(?=は|が|の推移)/u;

/** Money asked for in Japanese. */
export const japaneseMoney =
  /いくら|金額|総額|(?:拠出|支援|供与|寄付|支出|契約|援助)額|費用|予算|値段|価格|何[億万千百]*(?:円|ドル|ユーロ|フラン|クローネ|クローナ|ポンド)/u;

/** An area asked for in Japanese. */
export const japaneseArea = /面積|何[億万千百]*(?:平方|ヘクタール|㎢|km)|どのくらい(?:の広さ|広い)/u;

/** Words of money. */
export const moneyCue = wordCue(
  'грош\\p{L}*|кошт(?:ів|и|ом|ує|ують|уватиме|ували|увала|ував|уватимуть|ами)|бабл\\p{L}*|(?<!(?<!\\p{L})(?:в|у|з|із|под|під|до|м|г)\\.? )сум(?:[аиуі]|ою|ами)?(?!\\p{L})|сумм[аыеу]?(?!\\p{L})|суммой|виплат\\p{L}*|выплат\\p{L}*|почем(?!\\p{L})|почім|по ч[оеі]му?(?!\\p{L})|бюджет\\p{L}*|варт(?:ість|ості|ує)|цін[аиу]|ціною|цен[аыеу](?!\\p{L})|ценой|зарплат\\p{L}*|заплат\\p{L}*|сплат\\p{L}*|платит[ьи]?(?!\\p{L})|плат(?:ять|ят)(?!\\p{L})|(?:ви|по)?трати(?:в|ла|ли|ло)(?!\\p{L})|долар\\p{L}*|євро(?!\\p{L})|єн\\p{L}{0,2}(?!\\p{L})|грн|грив\\p{L}*|франк(?:и|а|ів|ах|ами|ов)?(?!\\p{L})|крон(?:а|и|у|ах|ами)?(?!\\p{L})|денег|деньг\\p{L}*|стоит|стоимост\\p{L}*|доллар\\p{L}*|евро(?!\\p{L})|(?:money|costs?|prices?|pricey|worth|budgets?|dollars?|euros?|hryvnias?|francs?|yen|funding|sums?|pays?|paid|paying|spen[dt]|salary|values? of|total pledges?|pledged in total)(?!\\p{L})|invest\\p{L}*',
);

/** Somebody gives, promises or collects. */
export const givingCue = wordCue(
  'дав|дала|дали|дає|дают[ьъ]|дадут\\p{L}*|дасть|дал|виділи\\p{L}*|выдели\\p{L}*|пообіця\\p{L}*|вніс|внесла|вклав|вклала|вклали|обеща\\p{L}*|пожертв\\p{L}*|зібра\\p{L}*|обіця\\p{L}*|collect(?:s|ed)?(?!\\p{L})|собра\\p{L}*|give|gave|given|giving|pledge\\p{L}*|donate\\p{L}*|contribut\\p{L}*|allocat\\p{L}*|внес\\p{L}*|raise\\p{L}*|commit\\p{L}*|(?:по)?верну(?:в|ла|ли|л)(?!\\p{L})|компенсу\\p{L}*|відшкод\\p{L}*|возмест\\p{L}*|reimburs\\p{L}*|refund\\p{L}*',
);

/** Words of land and its measures. */
export const areaCue = wordCue(
  'площ\\p{L}*|км²|кв(?!\\p{L})|квадрат\\p{L}*|гектар\\p{L}*|га(?!\\p{L})|територі\\p{L}*|территори\\p{L}*|площад\\p{L}*|territor\\p{L}*|(?:ha|areas?|hectares?|square|sq|lands?|farmland|acres?)(?!\\p{L})|земл\\p{L}*|земель(?!\\p{L})|\\p{L}{4,10}земел(?:ь|ьних)?|\\p{L}{4,10}земл[ія]|\\p{L}{0,10}угід\\p{L}*|\\p{L}{0,10}угодий|угод(?:ь|ья|ий)|ріллі|пашни|ділянк\\p{L}*',
);
