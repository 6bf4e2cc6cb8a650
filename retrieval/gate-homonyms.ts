import type { Sentence, Word } from './gate-sentence.ts';
import type { Tag } from './gate-vocabulary.ts';
import { aidCompounds } from './handling-words.ts';

const compounds: ReadonlySet<string> = new Set(aidCompounds.split(' '));
// `мінна безпека`: the adjective of mine, one doubled letter away from the mine itself.
const slavicCompound =
  /^(?:не)?безпе|^(?:не)?безоп|^опасн|^загр|^угроз|^ді[яй]|^дея|^ситуац|^обстанов|^заб|^карт|^інцид|^инцид|^терор|^тиж/u;
const carWord = /^маш[иы]н|^mash[yi]n/u;
const atHome: ReadonlySet<Tag> = new Set<Tag>(['home']);
const noTags: ReadonlySet<Tag> = new Set();

interface Homonym {
  readonly word: RegExp;
  /** What stands in the same sentence when the harmless thing is meant; nobody says it of a find. */
  readonly beside: RegExp;
}

// A pomegranate, a joint of a drive shaft, an apparatus of gymnastics and a program that reads commands share their names with explosives.
const homonyms: readonly Homonym[] = [
  {
    word: /^гранат(?:а|и|у|ом|і|ів|ов)?$/u,
    beside:
      /^(?:с[оі]к|соку|сиропу?|салат\p{L}{0,2}|фрукт\p{L}{0,3}|плоди?|солод\p{L}{1,5}|слад\p{L}{2,5}|стигл\p{L}{1,3}|спел\p{L}{1,3}|зернят\p{L}{1,3}|кісточ\p{L}{1,4}|косточ\p{L}{1,4}|горщик\p{L}{0,3}|горшк\p{L}{1,2}|шкірк\p{L}{1,2}|кожур\p{L}{1,2}|варенн\p{L}{1,2}|варень\p{L}{1,2}|хурм\p{L}{1,2}|апельсин\p{L}{0,2}|pomegranate)$/u,
  },
  {
    word: /^гранат(?:а|и|у|ою|ой|е|і)?$/u,
    beside:
      /^(?:хруст\p{L}{2,4}|хрущит\p{L}?|шрус\p{L}{0,3}|привод\p{L}{0,3}|пильовик\p{L}{0,2}|пыльник\p{L}{0,2}|кермо|керма|рул[ьяе]|сто|автосервіс\p{L}{0,2}|автосервис\p{L}{0,2}|ланос\p{L}{0,2}|жигул\p{L}{1,3}|приор\p{L}{1,2}|таврі\p{L}{1,2}|піввіс\p{L}{1,2}|полуос\p{L}{1,2})$/u,
  },
  {
    word: /^снаряд(?:а|у|ом|і|е|и|ы|ів|ов|ах|ам|ами)?$/u,
    beside:
      /^(?:гімнаст\p{L}{0,8}|гимнаст\p{L}{0,9}|акробат\p{L}{0,6}|брус[иья]\p{L}{0,2}|метання|метания|метанню|турнік\p{L}{0,2}|турник\p{L}{0,2}|штанг\p{L}{1,2})$/u,
  },
  {
    word: /^shells?$/u,
    beside:
      /^(?:bash|zsh|fish|csh|ksh|powershell|linux|unix|macos|mac|ubuntu|terminal|ssh|scripts?|scripting|commands?|python|docker|crates?|egg|eggs|pasta|snail|turtle|coconut)$/u,
  },
];

/** Takes the danger out of words that only look like it: `mine action` is no mine, nor is `this field is mine`. */
export function withoutHomonyms(sentence: Sentence): Sentence {
  return sentence.map((here, index) => {
    const dangerous = here.tags.has('one') || here.tags.has('hazard');
    const next = sentence[index + 1]?.text ?? '';
    if (dangerous && isHomonym(sentence, here)) return { ...here, tags: noTags };
    if (here.text === 'walk' && here.tags.has('teach') && !/^(?:me|us)$/.test(next))
      return withoutTag(here, 'teach');
    if (/^м[иі]нн/u.test(here.text) && slavicCompound.test(next)) return { ...here, tags: noTags };
    if (carWord.test(here.text) && isCar(sentence, index)) return { ...here, tags: atHome };
    if (!dangerous || !/^[a-z]+$/.test(here.text)) return here;
    const possessive =
      here.text === 'mine' &&
      /^(?:is|are|was|of|still)$/.test(sentence[index - 1]?.text ?? '') &&
      !/^(?:there|here|this)$/.test(sentence[index - 2]?.text ?? '') &&
      !/^(?:in|on|near|at|under|by|beside)$/.test(next);
    return possessive || compounds.has(next) ? { ...here, tags: noTags } : here;
  });
}

function isHomonym(sentence: Sentence, { text }: Word): boolean {
  return homonyms.some(
    ({ word, beside }) => word.test(text) && sentence.some((other) => beside.test(other.text)),
  );
}

// Who is walked through something is taught; who walks somewhere is not.
function withoutTag(word: Word, tag: Tag): Word {
  return { ...word, tags: new Set([...word.tags].filter((other) => other !== tag)) };
}

const besideCar =
  /^(?:під|под|біля|возле|коло|pid|pod|мою|моя|моїй|моей|свою|своїй|своей|нашу|наша|нашій|нашей)$/u;
const bought = /^(?:купи(?:в|ла|ли|л)|продали?|продав)$/u;

// `Машина` is a car as well: one parks it over a mine, owns it, buys it.
function isCar(sentence: Sentence, index: number): boolean {
  const [before, beforeThat] = [sentence[index - 1]?.text ?? '', sentence[index - 2]?.text ?? ''];
  if (besideCar.test(before)) return true;
  const isForClearing = sentence.slice(index + 1, index + 3).some(({ tags }) => tags.has('aid'));
  return !isForClearing && (bought.test(before) || bought.test(beforeThat));
}
