import { findSign } from './gate-find.ts';
import { asksHandling } from './gate-handling.ts';
import { withoutIdioms } from './gate-idioms.ts';
import { asksHandlingInJapanese, namesObjectInJapanese, reportsFindInJapanese } from './gate-japanese.ts';
import type { Readings } from './gate-readings.ts';
import { has } from './gate-sentence.ts';
import { isQuietMessage, namesOneQuietly, strong } from './gate-topic.ts';
import type { Tag } from './gate-vocabulary.ts';

/** Why a message is not searched for: a person reports a find, or wants to handle explosives. */
export type Danger = 'find' | 'how-to';

/** What follows from the words alone. Each reading of the letters may find what the others cannot see; the worst wins. */
export function dangerByRules(readings: Readings): Danger | null {
  if (readings.isJapanese) {
    const text = withoutIdioms(readings.text);
    if (asksHandlingInJapanese(text)) return 'how-to';
    if (reportsFindInJapanese(text)) return 'find';
  }
  const all = readings.views.map((view) => readings.in(view));
  const requests = all.map(asksHandling);
  if (requests.includes('firm')) return 'how-to';
  const signs = all.map(findSign);
  if (signs.includes('report')) return 'find';
  if (requests.includes('soft')) return 'how-to';
  if (signs.includes('question')) return 'find';
  return all.some(namesOneQuietly) && isQuiet(readings) ? 'find' : null;
}

// Noise read through another keyboard may hold anything; what was written must not speak of aid.
function isQuiet(readings: Readings): boolean {
  return readings.views.every((view) => view.endsWith('keys') || isQuietMessage(readings.in(view)));
}

const objects: readonly Tag[] = [...strong, 'material', 'mined', 'layMines'];

// Looks, ingredients, tools, warning signs, nameless things: dangerous only together with what else is said.
const hints: readonly Tag[] = [
  ...(['weak', 'vague', 'maybe', 'suspect', 'string', 'wire', 'stepped', 'homemade', 'part'] as const),
  ...(['bombSquad', 'dud', 'danger', 'front', 'look', 'chemical', 'takeApart', 'feared'] as const),
  ...(['rescuers', 'trophy', 'blast', 'handle', 'demine'] as const),
];

/** How clearly a message is about something dangerous: by its name or what it does, by its looks, or not at all. */
export type Naming = 'named' | 'hinted' | 'none';

/** The clearest word of a message for something dangerous. */
export function namingOf(readings: Readings): Naming {
  const sentences = readings.views.flatMap((view) => readings.in(view));
  const names = (tags: readonly Tag[]) =>
    [...sentences, ...readings.japanese()].some((sentence) => has(sentence, ...tags));
  if (names(objects)) return 'named';
  const isHinted = names(hints) || (readings.isJapanese && namesObjectInJapanese(readings.text));
  return isHinted ? 'hinted' : 'none';
}
