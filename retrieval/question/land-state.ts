import type { Wanted } from './wanted-type.ts';

/** What a figure of land is told to be: cleared, still dangerous, or only agreed on, ordered or aimed at. */
export type FigureState = 'done' | 'left' | 'agreed';

const cues: Readonly<Record<FigureState, string>> = {
  done: '(?:роз|раз)мін(?:ов?ан(?:о|ий|а|ої|ими|их)?(?!ня|ню|ням)|ували|ував|увала|увати?муть)|размин(?:ирован(?:о|ы|а)|ировал[аи]?)|очи(?:щен(?:о|а|ий|і|их|ы)?(?!н)|сти(?:в|ла|ли|л))|обстеж(?:ено|или|ив|ила)|обследовал[аи]?|обследован[оы]|перевір(?:ено|или|ив|ила)|провер(?:ено|или|ил)|поверн(?:уто|ули|ув|ула|ули)|верну(?:ли|л|ла|то)|возвра(?:щено|тили)|звільни(?:ли|в)|cleared|demined|surveyed|inspected|checked|got back|returned|released|put back|除去され|除去し|返還',
  left: 'замін(?:ов|ув)|заминир|забрудн|загрязн|потребу(?:є|ють)|нужда(?:ет|ют)ся|(?:за)?лиш(?:а|и)[єлют]|оста(?:ет|ют|л|л[оаи])с[яь]|небезпечн|опасн|непридатн|contaminat|(?<!de)mined|remain|unsafe|unusable|littered|suspected|汚染|埋設|残',
  agreed:
    'догов(?:ір|ор)|контракт|угод|аукціон|аукцион|торг(?:и|ів|ах)|тендер|заявк|замов(?:и|л)|заказ|план(?:у|ов|иру)|намір|намерен|мет(?:а|у|ою)(?!\\p{L})|ціл(?:ь|лю|і)(?!\\p{L})|цель|contract|agreement|auction|tender|applicat|order(?:ed|s)|plan(?:s|ned)?(?!\\p{L})|aim(?:s|ed)?(?!\\p{L})|goal|target|(?:to|will) be cleared|(?:за|ви|по)плану|契約|入札|計画|予定',
};

const cue = new RegExp(
  Object.entries(cues)
    .map(([state, words]) => `(?<${state}>(?<!\\p{L})(?:${words}))`)
    .join('|'),
  'giu',
);
const ofArea: ReadonlySet<Wanted> = new Set(['area', 'extent', 'percent']);

/** The state of the land that a question asks about; null where it names none or several. */
export function askedState(question: string, wanted: Wanted): FigureState | null {
  if (!ofArea.has(wanted)) return null;
  const named = new Set(statesIn(question).map(({ state }) => state));
  // "Скільки ще треба розмінувати", "how much is left to clear".
  if (stillToDo.test(question)) return 'left';
  return named.size === 1 ? [...named][0]! : null;
}

const stillToDo =
  /(?<!\p{L})(?:ще|іще|еще|ещё)\s(?:треба|потрібно|лиш|залиш|надо|нужно|оста|не )|left to|still (?:to be|need|contamin|mined)|remain/iu;

/** The states that a text names, in the order in which it does. */
export function statesIn(text: string): readonly { readonly at: number; readonly state: FigureState }[] {
  return [...text.matchAll(cue)].map((match) => {
    const [state] = Object.entries(match.groups!).find(([, words]) => words !== undefined)!;
    return { at: match.index, state: state as FigureState };
  });
}
