import { describe, expect, it } from 'vitest';
import { askedKindInJapanese, wantedInJapanese } from './japanese-question.ts';
import { wantedOf } from './wanted-of.ts';

describe('wantedInJapanese', () => {
  it.each([
    ['犬の費用を出すイタリアの町はどこですか', 'where'],
    ['車両の予算を決めた大臣は誰ですか', 'who'],
    ['どこのメーカーが作りましたか', 'who'],
    ['地雷除去機を作る会社は何県何市の会社?', 'where'],
    ['日本のどの県の会社ですか', 'where'],
    ['プログラムは何年間ですか', 'duration'],
    ['保証期間は何年ですか', 'duration'],
    ['費用を負担すると約束したのは何年ですか', 'date'],
    ['総額を発表したのはいつですか', 'date'],
    ['支援額が減ったのはなぜですか', 'why'],
    ['年間何人が訓練を受けますか', 'count'],
    ['教材は何部つくられましたか', 'count'],
    ['何メートル離れるべきですか', 'quantity'],
    ['どのくらいの期間がかかりますか', 'duration'],
    ['どれくらいの広さですか', 'area'],
    ['40億円の資金は何に使われますか', 'any'],
  ])('is told by the last question word: %s', (question, wanted) => {
    expect(wantedInJapanese(question)).toBe(wanted);
    expect(wantedOf(question)).toBe(wanted);
  });

  it.each(['規模はどのくらいですか', 'どのような機関ですか', '総額は？', 'яка сума'])(
    'is left open by %s',
    (question) => {
      expect(wantedInJapanese(question)).toBeNull();
    },
  );
});

describe('askedKindInJapanese', () => {
  it.each([
    ['資金を出している国はどこですか', ['国']],
    ['どの組織に渡りますか', ['組織']],
    ['日建は何県何市の会社?', ['県', '市', '会社']],
    ['9月に連合に加わった国は?', ['国']],
    ['国の予算はいくらですか', []],
  ])('names what the answer gives a name for: %s', (question, expected) => {
    expect([...askedKindInJapanese(question)]).toEqual(expected);
  });
});
