import { japaneseCounter } from './counted-word.ts';
import type { Wanted } from './wanted-type.ts';

// What an answer names and hardly calls by this word: "which country" is answered by Japan.
const doers = '国々|国|企業|会社|メーカー|団体|組織|機関|財団|省庁|省|部隊|大学|研究所';
const places = '都市|地域|場所|地方|地区|病院|会場|部署|州|県|市|町|村|港|空港|訓練場|施設|学校';
const scales = '[億万千百十]*';

interface Cue {
  readonly wanted: Wanted;
  readonly source: string;
}

// Every question word with what it asks for; where several fit at one place the first is meant.
const cues: readonly Cue[] = [
  {
    wanted: 'duration',
    source: `何${scales}(?:年間|日間|週間|[かカヶケ箇]月|時間|分間|泊)|(?:期間|任期|保証)は(?:約|およそ)?何${scales}[年月日]`,
  },
  { wanted: 'duration', source: '(?:どの|どれ)(?:くらい|ぐらい|ほど|だけ)(?:の)?(?:期間|時間|長く|かけて)' },
  {
    wanted: 'area',
    source: `何${scales}(?:平方|ヘクタール|㎢|km)|(?:どの|どれ)(?:くらい|ぐらい|ほど|だけ)(?:の)?(?:面積|広さ|広い|広大)`,
  },
  {
    wanted: 'money',
    source: `いくら|何${scales}(?:円|ドル|ユーロ|フラン|クローネ|クローナ|ポンド|フリヴニャ|グリブナ)|(?:どの|どれ)(?:くらい|ぐらい|ほど|だけ)(?:の)?(?:費用|金額|資金|予算|お金|額)`,
  },
  { wanted: 'percent', source: '何(?:割|パーセント|[%％]|%)|(?:どの|どれ)(?:くらい|ぐらい|ほど)(?:の)?割合' },
  {
    wanted: 'count',
    source: `${japaneseCounter.source}|(?:どの|どれ)(?:くらい|ぐらい|ほど|だけ)(?:の)?(?:人数|台数|件数|数|多く)|いくつ`,
  },
  {
    wanted: 'quantity',
    source: `何${scales}(?:メートル|キロ|センチ|ミリ|トン|グラム|リットル|倍|度)`,
  },
  { wanted: 'date', source: 'いつ|何年|何月|何日|何曜' },
  { wanted: 'why', source: 'なぜ|どうして|何故' },
  { wanted: 'who', source: `誰|だれ|どなた|どこの(?:${doers})|(?:どの|何という|どちらの)(?:${doers})` },
  { wanted: 'where', source: `どこ|(?:どの|何という|どちらの)(?:${places})|何[州県市町村]` },
];
const questionWord = new RegExp(cues.map(({ source }, at) => `(?<c${at}>${source})`).join('|'), 'gu');
// "What is it for" and the like leave open what must stand in the answer, and so do "how" and "which of two".
const openThing = '何(?:[をがでの]|に(?!よ)|から|と(?!いう))';
const openWord = new RegExp(
  `${openThing}|何(?:ですか|でしょう|か|[?？]|$)|どう(?!して)|どのよう|どんな|どちら(?!の(?:${doers}|${places}))|どっち|どれ(?!くらい|ぐらい|ほど|だけ)`,
  'gu',
);
const opensThing = new RegExp(`^${openThing}`, 'u');

/** What the last question word of a Japanese question asks for; null where there is none or it does not tell. */
export function wantedInJapanese(question: string): Wanted | null {
  const last = [...question.matchAll(questionWord)].at(-1);
  const open = [...question.matchAll(openWord)].at(-1);
  if (open !== undefined && open.index > (last?.index ?? -1)) return opensThing.test(open[0]) ? 'any' : null;
  const at = cues.findIndex((_, index) => last?.groups?.[`c${index}`] !== undefined);
  return cues[at]?.wanted ?? null;
}

const askedOf = new RegExp(
  `(?:どの|どこの|何という|どちらの)(?<which>${doers}|${places})|(?<is>${doers}|${places})(?:名)?は(?:どこ|誰|だれ|何|どちら|どれ)|何(?<short>[州県市町村])(?:何(?<shorter>[市町村]))?(?:の(?<then>${doers}))?|(?<last>${doers}|${places})は?\\s{0,4}[?？]?\\s{0,4}$`,
  'gu',
);

/** The words for what a Japanese question asks for by kind ("which country"): an answer gives a name instead. */
export function askedKindInJapanese(question: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { groups } of question.matchAll(askedOf))
    for (const word of Object.values(groups ?? {})) if (word !== undefined) found.add(word);
  return found;
}
