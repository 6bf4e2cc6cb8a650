import type { QueryTerm } from './query-term.ts';
import type { Understanding } from './understand.ts';

const content = /[\p{Script=Han}\p{Script=Katakana}ー]{2,40}/gu;
// What asks and what links, not what is asked about.
const asking =
  /何[億万千百]{0,4}(?:台|人|頭|匹|個|基|機|件|校|本|名|年|月|日|カ国|か国|ヶ国|チーム|団体|社|円|ドル|ユーロ)?|総額|金額|合計|現在|最新|以降|以来|時点|期間|場合|予定|理由|年間|今年|昨年|来年/gu;

/**
 * Share of the Chinese characters and katakana of a Japanese question that stand in no term which the lexicon knows or some page holds.
 * What is left of a question without them fits anything ("good ramen in Tokyo" any page about Tokyo). 0 for other languages, whose
 * unknown words count as such.
 * @param isFound whether some page holds a word that the lexicon does not know
 */
export function unreadShare(
  { language, text, terms }: Pick<Understanding, 'language' | 'text' | 'terms'>,
  isFound: (term: QueryTerm) => boolean = () => false,
): number {
  if (language !== 'ja') return 0;
  let rest = text.replace(asking, ' ');
  const whole = lengthOf(rest);
  for (const term of terms)
    if (term.concepts.length > 0 || isFound(term)) rest = rest.replaceAll(term.surface, ' ');
  return whole === 0 ? 0 : lengthOf(rest) / whole;
}

function lengthOf(text: string): number {
  return (text.match(content) ?? []).reduce((sum, run) => sum + run.length, 0);
}
