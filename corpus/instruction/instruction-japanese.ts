/**
 * Japanese frames of orders to software. People are told to call and to keep away; software is told what to answer, what to
 * leave out and what to forget. Written for sentences in lower case.
 */

const machine =
  '(?:(?<![a-z])(?:ai|llm|gpt|chatgpt)(?![a-z])|人工知能|(?:大規模)?言語モデル|チャットボット|ボット|アシスタント|クローラー|検索エンジン|モデル|プログラム)';
const command =
  '(?:て(?:ください|下さい|くれ|ほしい|おけ|おくこと)|なさい|せよ|しろ|すること|ること|する(?:ように|よう)|しなければならない|る(?:必要がある|べきである|べきだ)|よ[。！!]?$|ろ[。！!]?$)';
const done =
  '(?:答え|返し|返す|書い|書き|書く|述べ|(?:回答|返答|返信|応答|出力|記載|明記|表示|主張|断言|要約|紹介|推薦|案内)(?:し|す)?)';
const reader = '(?:利用者|ユーザー|読者|質問者|閲覧者|相手)';
const result = '(?:回答|返答|応答|出力|要約|答え|ダイジェスト|まとめ)';

/** Sets aside what the software was told, or speaks to it. */
export const japaneseOverrides: readonly RegExp[] = [
  rule(
    '(?:これまで|今まで|以前|上記|前述|先ほど|すべて|全て|元|他|ほか).{0,12}(?:指示|命令|ルール|規則|制限|内容|文脈|プロンプト|情報源|出典).{0,10}(?:無視|忘れ|破棄|取り消|従わな|解除)',
  ),
  rule(
    '(?:システム|隠し|秘密の?|内部の?)(?:プロンプト|指示|命令)|プロンプト.{0,6}(?:表示|出力|公開|教え|開示)',
  ),
  rule(`あなたは.{0,12}${machine}(?:です|だ|として|で[、。])`),
  rule(`${machine}(?:の皆(?:さん|様))?(?:へ|への|に対する|向けの?)(?:指示|命令|お願い|注意|連絡|[：:、])`),
  rule(`(?:読む|読んでいる|読み取る|処理する|要約する|参照する)(?:すべての)?${machine}`),
  rule(
    'あなたの(?:開発者|運営者|作成者|管理者|所有者)|これ(?:より)?(?:以前|前|まで)の(?:文章|内容|記述|指示)(?:は|を)(?:すべて|全て)?(?:無効|無視|忘れ)',
  ),
  rule(
    'この(?:文章|ページ|段落|内容|文|メッセージ)は.{0,24}(?:優先|上書き)|あなたの(?:設定|記憶|学習|出力|回答|次の)',
  ),
  rule('(?:今後|以後|これから)は?、?あなた(?:は|の)|制限のない(?:ボット|ai|アシスタント|モデル)'),
];

/** Says what to say, to whom, or how to answer. */
export const japaneseCommands: readonly RegExp[] = [
  rule(`(?:と|とだけ|とのみ|で)${done}${command}`),
  rule(`${reader}(?:に|には|へ).{0,60}(?:伝え|言っ|知らせ|教え|勧め|案内し|薦め|誘導し|答え|示し)${command}`),
  rule(
    `${result}(?:の|は|に|には|で).{0,12}(?:最後|最初|冒頭|末尾|常に|必ず|かならず).{0,40}(?:${command}|とする|付け|含め|入れ)`,
  ),
  rule(`${result}(?:に|には).{0,10}(?:含め|入れ|書い|載せ|加え)(?:${command}|るよう)|であると${result}`),
  rule(
    `(?:他の|ほかの|別の)(?:出典|情報源|資料|ページ|サイト|文書)(?:は|を)?.{0,4}(?:隠|除外|省|消|無視)|(?:保存|記憶)(?:した|している|された).{0,10}(?:を|は).{0,14}(?:書き換え|上書き|変更)`,
  ),
  rule(`${reader}(?:に|には|へ).{0,60}説明し${command}`),
  rule(
    `(?:他の|ほかの|別の)(?:出典|情報源|資料|ページ|サイト|国|文書).{0,8}(?:引用|参照|使用|言及|紹介)し(?:ない|なく)`,
  ),
  rule(`(?:どんな|どのような|いかなる|すべての|全ての|あらゆる)質問に.{0,60}(?:${command}|返せ|答えよ)`),
  rule(
    `(?:要約|回答|返答|応答)(?:する|を作る|を作成する)(?:際|とき|時|場合|前)(?:に|は|には)?、?.{0,60}${command}`,
  ),
  rule(
    '(?:唯一|正しい|公式)(?:の|な)?.{0,8}(?:情報源|答え|数字|数値|出典|事実)(?:として|と見なし|とみなし)(?:扱|使|引用|信)',
  ),
];

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const trigger =
  /隠|書き換え|上書き|優先|説明し|ダイジェスト|まとめ|無効|使用|答え|回答|返答|応答|返信|返し|返す|指示|命令|プロンプト|出力|記載|書い|伝え|引用|出典|情報源|あなた|要約|無視|忘れ|モデル|アシスタント|ボット|(?<![a-z])(?:ai|llm|gpt|chatgpt)(?![a-z])|教え|勧め|述べ|主張|質問/;

/** Every sentence that a rule can meet has one of these words. */
export function hasJapaneseTrigger(text: string): boolean {
  return japanese.test(text) && trigger.test(text);
}

function rule(source: string): RegExp {
  return new RegExp(source, 'u');
}
