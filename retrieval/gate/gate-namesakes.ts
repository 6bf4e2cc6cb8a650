import { has, type Sentence, type Word } from './gate-sentence.ts';
import type { Tag } from './gate-vocabulary.ts';

interface Namesake {
  readonly word: RegExp;
  /** What stands in the same sentence when the harmless thing is meant; nobody says it of a find. */
  readonly beside: RegExp;
}

// Places where a grenade may lie (a pot, a car, a sports ground, a beach) say nothing: only what the harmless thing is made of,
// does or is for.
const namesakes: readonly Namesake[] = [
  // A pomegranate.
  {
    word: /^гранат(?:а|и|у|ом|і|ів|ов)?$/u,
    beside:
      /^(?:с[оі]к|соку|сиропу?|солод\p{L}{1,5}|сладк\p{L}{2,3}|слаще|стигл\p{L}{1,3}|спел\p{L}{2,3}|зернят\p{L}{1,3}|кісточ\p{L}{1,4}|косточ\p{L}{1,4}|шкірк\p{L}{1,2}|кожур\p{L}{1,2}|варенн\p{L}{1,2}|варень\p{L}{1,2}|сережк\p{L}{1,2}|серьг\p{L}{1,2}|сріблі?|серебр\p{L}{1,2})$/u,
  },
  { word: /^гранат$/u, beside: /^(?:горщик\p{L}{0,3}|горшк\p{L}{1,2}|саджан\p{L}{2,4}|саженец\p{L}{0,2})$/u },
  // A joint of a drive shaft.
  {
    word: /^гранат(?:а|и|у|ою|ой|е|і)?$/u,
    beside:
      /^(?:хруст\p{L}{2,4}|хрущит\p{L}?|стук(?:ає|ають|ає)|стуч[аи]т|шрус\p{L}{0,3}|привод\p{L}{0,3}|пильовик\p{L}{0,2}|пыльник\p{L}{0,2}|піввіс\p{L}{1,2}|полуос\p{L}{1,2}|внутрішн(?:я|ю)|зовнішн(?:я|ю)|внутренн(?:яя|юю)|наружн(?:ая|ую))$/u,
  },
  // An apparatus of gymnastics, a stretch of a muscle, cloth for pictures.
  {
    word: /^снаряд(?:а|у|ом|і|е|и|ы|ів|ов|ах|ам|ами)?$/u,
    beside:
      /^(?:гімнаст\p{L}{0,8}|гимнаст\p{L}{0,9}|акробат\p{L}{0,6}|метанн(?:я|ю|і)|метани(?:я|ю|е)|штовханн(?:я|і))$/u,
  },
  {
    word: /^р[оа][зс]тяжк\p{L}{1,3}$/u,
    beside:
      /^(?:шпагат\p{L}{0,2}|йог\p{L}{1,2}|мяз\p{L}{0,3}|мышц\p{L}{0,2}|фотозон\p{L}{1,2}|тканин\p{L}{1,2}|ткан[ьи]|початківц\p{L}{1,3}|новичк\p{L}{1,3}|тренуванн\p{L}{1,2}|тренировк\p{L}{1,2})$/u,
  },
  // A ship, a club, a way to the moon; the board of a car; draughts; the knock of an engine.
  {
    word: /^ракет(?:а|и|ы|у|і|е|ою|ой)?$/u,
    beside:
      /^(?:теплох[іо]д\p{L}{0,2}|орб[іи]т\p{L}{1,2}|косм[іо]\p{L}{2,9}|spacex|nasa|наса|хок[ке]?ей\p{L}{0,6}|астронавт\p{L}{0,2})$/u,
  },
  {
    word: /^торпед(?:а|о|у|и|ы|і|е)$/u,
    beside: /^(?:панел\p{L}{1,2}|бардач\p{L}{2,4}|салон\p{L}{0,2}|автозавод\p{L}{0,6})$/u,
  },
  { word: /^шаш(?:ка|ки|ку|ок|ками)$/u, beside: /^(?:такс[іи]|шах[іи]в?|шахмат\p{L}{0,2}|дамк\p{L}{1,2})$/u },
  { word: /^детонац\p{L}{1,3}$/u, beside: /^(?:двигун\p{L}{0,2}|двигател\p{L}{1,2}|октан\p{L}{1,6})$/u },
  // A program that reads commands.
  {
    word: /^shells?$/u,
    beside: /^(?:bash|zsh|csh|ksh|powershell|linux|unix|macos|ubuntu|ssh|scripts?|scripting|python|docker)$/u,
  },
];

// Whoever found it, saw it or stepped on it has no pomegranate before him.
const metSigns: readonly Tag[] = ['found', 'foundMany', 'see', 'dud', 'urgent', 'suspect'];

/** The word names an explosive, and what stands beside it says that another thing of the same name is meant. */
export function isNamesake(sentence: Sentence, { text }: Word): boolean {
  return (
    namesakes.some(
      ({ word, beside }) => word.test(text) && sentence.some((other) => beside.test(other.text)),
    ) && !has(sentence, ...metSigns)
  );
}
