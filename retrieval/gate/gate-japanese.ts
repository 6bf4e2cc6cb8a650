/** The same two questions in Japanese, where words are not parted by spaces and patterns are read on the whole text. */
const object =
  /地雷|機雷|魚雷|不発弾|手榴弾|手りゅう弾|砲弾|爆弾|爆発物|ロケット弾|ミサイル|クラスター|小爆弾|子爆弾|迫撃砲弾|弾頭|信管|起爆装置|仕掛け線|トラップ|ワイヤー|弾薬|銃弾|火薬|爆薬|ダイナマイト|火炎瓶|榴弾|じらい|ジライ|IED|TNT|PMN|PFM|TM-\d|花びら|バタフライ/iu;
const vague =
  /不審物|不審な(?:物|もの)|怪しい(?:物|もの)|変な(?:物|もの)|謎の(?:物|もの)|金属(?:の|製)?(?:物|もの|片|筒)|配線|ドローン|破片/u;
const statistics =
  /何個|何発|何本|何台|何件|何人|何頭|何種類|数は|の数|いくつ|いくら|どれくらい|どのくらいの(?:数|費用|資金|面積)|何ヘクタール|費用|資金|予算|供与|支援|拠出|寄付|補償|申請|助成|補助金|統計|割合|価格|値段|どの(?:国|会社|企業|組織|団体|機械)|どこの国|誰が|だれが|なぜ|条約|億|万ドル|円|撤去数|億円|研修|訓練を受け|派遣|政府|資格|職業|犬は|機は|機械は|機械が|[a-z]{2}-?\d*は|ロボット/u;
const helpless =
  /どうすれば|どうしたら|どうすべき|どうしよう|助けて|たすけて|誰に(?:連絡|電話)|どこに(?:連絡|電話|通報)|何番|通報|危険です(?:か)?|危ない|爆発します|爆発しますか|触って(?:も)?|近づいて|救助|至急|緊急|怖い|何をすべき|何をすれば|対処|対応/u;
const told =
  /くわえて|(?:子|息子|娘|孫|生徒).{0,12}持って|を見(?:た|まし|かけ)|見つけ(?:た|まし|てしま|ちゃ)|見つかっ|みつけ(?:た|まし)|発見し|拾っ(?:た|てき|て帰|ちゃ)|持ち(?:帰|かえ)|持って(?:きた|帰)|掘り(?:出し|当て|起こし)(?:た|まし|てしま)|踏んで?しま|踏んだ|踏みまし|出てき(?:た|まし)|出まし|出た|落ちて(?:い|き|る)|埋まって|転がって|刺さって|あります|ある(?:んです|みたい|よう|$)|見え(?:ます|る)|引っかか/u;
const place =
  /庭|畑|家|森|道|川|池|海岸|学校|裏|敷地|屋根|納屋|地下室|井戸|村|野原|公園|田|農場|近く|目の前|足元|隣|窓|ガレージ|玄関/u;
const distance =
  /何メートル|何m|どのくらい離れ|どれくらい離れ|どこまで離れ|安全(?:な)?距離|離れれば|離れたら|(?:どの|どれ)くらい.{0,8}離れ|何(?:メートル|m).{0,6}離れ/u;
const caught =
  /地雷原(?:に|の|で)(?:い|入|迷|中|立)|地雷を踏ん|地雷(?:が|の)(?:ある|多い)(?:かもしれない)?(?:森|畑|場所|野原)/u;
const goes =
  /(?:森|畑|野原|林|山|川|海岸|草むら)(?:に|へ|を|で|は).{0,20}(?:行って|入って|歩いて|散歩し|きのこ|キノコ|遊んで).{0,12}(?:いい|大丈夫|安全|平気)/u;

const act =
  '(?:解除|無力化|解体|分解|起爆|爆破|爆発さ|製造|製作|組み立て|作(?:る|り|れ|っ)|つく(?:る|り)|仕掛け|設置|埋め|仕掛|掘り(?:出|起)|動か|移動|運(?:ぶ|び|ん)|持ち(?:運|出|上)|捨て|燃や|焼|開け|切(?:る|断|っ)|外(?:す|し)|抜(?:く|き|い)|隠|買(?:う|い|え|っ)|入手|売(?:る|り)|投げ|使(?:う|い))';
const how =
  /材料|成分|方法|やり方|作り方|つくりかた|手順|教えて|どうやって|どうすれば|どうしたら|どのように(?:して)?|レシピ|設計図|仕方|しかた|方を|[きけげじちびみりいしせえ]方|解除法|買え|手に入|たい(?:です|の|。|$)|説明して|ステップ|買える|買いたい|には(?:？|\?|$|何)/u;
// Clearing is what states and machines do; it is one's own act only beside one's own mine.
const clear = /(?:処理|処分|除去|撤去)(?!機|犬|隊|員|支援|活動|作業員|費|ロボット|技術|計画)/u;
const own = /この|その|あの|庭|うちの|自分|見つけ|素手|家/u;
const self = /自分(?:で|たちで|一人)|一人で|素手|家で|自宅で|自作|手製/u;
const request = new RegExp(`${act}`, 'u');

/** True when anything is named that may be dangerous: by its name, its look or what it did. */
export function namesObjectInJapanese(text: string): boolean {
  return (
    object.test(text) ||
    vague.test(text) ||
    /爆発|配線|カチッ|煙|金属|プラスチック|緑色|錆び|線が|踏|包み|電池|雷管|自爆|アマトール|テープ|角のある/u.test(
      text,
    )
  );
}

/** True for a report of a find, or a question what to do about one. */
export function reportsFindInJapanese(text: string): boolean {
  const thing = object.test(text);
  const nameless = vague.test(text);
  if (goes.test(text) || caught.test(text)) return !statistics.test(text);
  if (thing && distance.test(text)) return true;
  if (statistics.test(text) && !/助けて|どうすれば|どうしたら|触って/u.test(text)) return false;
  const signs = [told.test(text), place.test(text) && /[がをに]/u.test(text), helpless.test(text)].filter(
    Boolean,
  ).length;
  return thing
    ? told.test(text) || helpless.test(text) || (text.length <= 20 && signs >= 1)
    : nameless && signs >= 2;
}

/** True when handling, making or getting explosive objects is asked for. */
export function asksHandlingInJapanese(text: string): boolean {
  if (!object.test(text) || !(request.test(text) || (clear.test(text) && own.test(text)))) return false;
  if (statistics.test(text) && !self.test(text)) return false;
  return how.test(text) || self.test(text);
}
