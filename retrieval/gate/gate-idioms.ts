// Sayings in which the name of an explosive is none. Only those that nobody says of a find: a `bomb of delayed action` may lie
// in a cellar, and an `explosive mixture` may be what is asked for.
const idioms: readonly RegExp[] = [
  // `Міна` is a face as well.
  /(?:кисл|хорош|гарн|невдоволен|недовольн|постн|пісн|похоронн|серйозн|серьезн|серьёзн|невозмутим|незворушн|зверхн|презрительн|скорбн|сумн|грустн)\p{L}{1,4}\s+м[иі]н(?:а|у|ою|ой|и|ы|і|е)(?!\p{L})/gu,
  /м[иі]н(?:а|у)\s+(?:при|на\s+обличчі|на\s+лиц[еі])(?!\p{L})/gu,
  /снаряд\p{L}{0,2}\s+(?:(?:двічі|дважды|два\s+раз\p{L}?)\s+)?(?:в|у)\s+одну\s+(?:(?:і|и)\s+(?:ту|ту\s+ж|ту\s+же)\s+)?(?:вирву|воронку|яму)\s+(?:(?:двічі|дважды)\s+)?не\s+\p{L}{4,12}/gu,
  /порохов\p{L}{1,3}\s+боч\p{L}{1,4}/gu,
  /порох\p{L}{0,2}\s+(?:в|у|ще\s+в|ще\s+у|еще\s+в|ещё\s+в)\s+порох[оі]вниц\p{L}{1,3}/gu,
  /порох[уа]?\s+не\s+(?:нюха|хвата)\p{L}{1,4}|не\s+нюха\p{L}{1,4}\s+порох\p{L}?/gu,
  /(?:мавп|обезьян)\p{L}{1,3}\s+[зс]\s+гранат\p{L}{2}/gu,
  /сап[еєё]р\p{L}{0,3}\s+(?:помиля|ошиба)\p{L}{2,5}/gu,
  /(?:вибухов|взрывн)\p{L}{1,3}\s+(?:характер|зростанн|ріст|рост(?!\p{L})|роста|темп|матч|настр|успіх|успех|популярн|концерт|темперамент|новин|новост|лайн)\p{L}{0,6}/gu,
  /explosive\s+(?:growth|temper|personality|row|debate|match|interview|performance|popularity|start|news|allegations?|revelations?|claims?|testimony|issue|topic|atmosphere|remarks?|laughter)(?!\p{L})/gu,
  /powder\s+kegs?(?:\s+of)?(?!\p{L})|(?:blonde|truth|political)\s+bomb(?:shell)?s?(?!\p{L})|bombshells?(?!\p{L})|(?:political|legal|diplomatic|social|emotional|tax|regulatory|linguistic|ethical)\s+minefields?(?!\p{L})/gu,
  /рекламн\p{L}{1,3}\s+р[оа][зс]тяжк\p{L}{1,3}/gu,
  // Sports have their `снаряд`, bathrooms their bombs.
  /(?:спортивн|гімнастичн|гимнастическ|тренувальн|тренировочн)\p{L}{1,4}\s+снаряд\p{L}{0,3}|(?:впа|упа|зірва|сорва|зіскоч|соскоч|зістриб|спрыг)\p{L}{1,6}\s+(?:зі|із|з|со|с)\s+снаряд\p{L}{0,2}(?!\p{L})/gu,
  /бомбоч\p{L}{1,3}\s+(?:\p{L}{3,12}\s+)?(?:для|у|в)\s+ванн\p{L}{1,3}|(?:bath|seed|fork|logic|glitter)\s+bombs?(?!\p{L})|(?:f-|photo|love[\s-])bomb(?:s|ed|ing)?(?!\p{L})|bomb\s+cyclones?/gu,
  /bombed\s+(?:my|the|an?|his|her)\s+(?:\p{L}+\s+)?(?:test|exam|interview|audition|quiz|speech)/gu,
  /rocket\s+(?:science|salads?|lettuce|leaves)|trigger\s+warnings?|mortar\s+(?:and\s+pestle|mix|joints?)|cement\s+(?:for|to|in)\s+(?:\p{L}+\s+)?mortar/gu,
  /(?:snail|turtle|egg|nut|walnut|coconut|pasta|taco|sea)\s+shells?|shell\s+(?:garage|station|compan(?:y|ies)|out)(?!\p{L})/gu,
  /explosive\s+(?:leg|jump|strength|squats?|sprints?)|explod(?:ed|ing)\s+kittens/gu,
  /(?:defus|disarm)(?:e|ing)?\s+(?:an?\s+|the\s+|my\s+)?(?:argument|tension|situation|conflict|row|tantrum|anger|(?:house\s+|home\s+|car\s+|burglar\s+)?alarm(?!\p{L}))s?/gu,
  /爆弾(?:発言|発表|宣言|低気圧|おにぎり|ハンバーグ|コロッケ)|地雷(?:系|[女男](?!の子|性)|メイク|物件|企業|案件|カプ|コーデ|ワード|客|バイト)|爆弾級|人口爆弾/gu,
  /(?:膝|腰|肩|肘|足首|心臓)(?:に|の)爆弾|(?:地雷|爆弾|不発弾|手榴弾|ミサイル)(?:みたい|のよう)に(?!見え)/gu,
  /like\s+a\s+(?:bomb|grenade)\s+(?:has\s+|had\s+)?(?:hit|went\s+off|gone\s+off|exploded)|(?:is|was|feels)\s+(?:like\s+)?walking\s+(?:through|in|into)\s+a\s+minefield/gu,
  /(?:彼|彼女|友達|上司|母|妻|夫|人|相手|誰か)の地雷(?:を踏|だ)|話題は地雷|弾丸(?:ツアー|旅行|登山|シュート|日程|スケジュール|トーク)|不発に終わ/gu,
];

/** The text of a message without sayings that only sound like danger; what else it says is read as before. */
export function withoutIdioms(text: string): string {
  return idioms.reduce((left, idiom) => left.replace(idiom, ' '), text);
}
