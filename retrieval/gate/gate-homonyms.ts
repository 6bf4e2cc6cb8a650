import { isNamesake } from './gate-namesakes.ts';
import { is, type Sentence, type Word } from './gate-sentence.ts';
import type { Tag } from './gate-vocabulary.ts';
import { aidCompounds } from './handling-words.ts';

const compounds: ReadonlySet<string> = new Set(aidCompounds.split(' '));
// `мінна безпека`: the adjective of mine, one doubled letter away from the mine itself.
const slavicCompound =
  /^(?:не)?безпе|^(?:не)?безоп|^опасн|^загр|^угроз|^ді[яй]|^дея|^ситуац|^обстанов|^заб|^карт|^інцид|^инцид|^терор|^тиж/u;
const carWord = /^маш[иы]н|^mash[yi]n/u;
const atHome: ReadonlySet<Tag> = new Set<Tag>(['home']);
const noTags: ReadonlySet<Tag> = new Set();

/** Takes the danger out of words that only look like it: `mine action` is no mine, nor is `this field is mine`. */
export function withoutHomonyms(sentence: Sentence): Sentence {
  return sentence.map((here, index) => {
    const dangerous = here.tags.has('one') || here.tags.has('hazard');
    const next = sentence[index + 1]?.text ?? '';
    if (dangerous && isNamesake(sentence, here)) return { ...here, tags: noTags };
    if (here.text === 'day' && beforeDay.test(sentence[index - 1]?.text ?? ''))
      return withoutTag(here, 'teach');
    if (here.text === 'far' && sentence[index - 1]?.text === 'so' && !is(sentence[0], 'how'))
      return withoutTag(here, 'far');
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

// `Day` is `give` in Ukrainian in Latin letters.
const beforeDay = /^(?:a|an|the|one|first|last|same|next|that|this|each|every|per|opening|working|all)$/;

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
