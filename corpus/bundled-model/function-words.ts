import { stopwords } from '../text/stopwords.ts';

// Japanese particles and endings, and Ukrainian question words as they are typed in Latin letters.
const others =
  'の を に は が と で も へ や か な た て だ る し い です ます した して する ある いる から まで より これ それ この その どの ' +
  'skilky skilki skolko shcho scho chto yak kak yaka yaki khto hto kto koly koli kogda de gde dlia dlya vid';

/** Words that carry no topic and nearly no weight. */
export const functionWords: ReadonlySet<string> = new Set([...stopwords, ...others.split(' ')]);
