import { findCandidates } from './candidates.ts';
import type { DigestEvent, FigureChange } from './digest-event.ts';
import { changedFigure, type FigurePair } from './figure-change.ts';
import { daysBetween, intervalOf } from './period.ts';
import { termsOf } from './query-term.ts';
import { dayOf } from './same-event.ts';
import type { SearchDeps } from './search.ts';

/** How an event stands to what was known before. */
export interface EventDevelopment {
  readonly kind: 'updated' | 'disputed' | 'corrected';
  readonly change: FigureChange;
}

// Sources that write within the same fortnight write about the same state of things: a difference is a disagreement.
const sameTimeDays = 14;
// The second delivery of ten machines does not make the first one wrong. Only figures that are stated as the state of
// things (totals, remaining areas) replace each other.
const statesTotal =
  /(?<!\p{L})(?:станом на|загалом|усього|всього|разом|наразі|нині|досі|вже|уже|від початку|з початку|залиша\p{L}*|потенційно|забруднен\p{L}*|замінован\p{L}*|всего|в общей сложности|по состоянию|сейчас|остается|загрязн\p{L}*|total\p{L}*|to date|so far|as of|since|already|altogether|overall|now|currently|remain\p{L}*|contaminat\p{L}*|potentially|mined)(?!\p{L})/iu;
const comparedPassages = 30;

/**
 * Looks whether an event's figure replaces an older one of another document, or stands against one of the same time.
 * Null when it does neither, which is the usual case: in doubt nothing is said.
 */
export async function findEventDevelopment(
  event: DigestEvent,
  deps: SearchDeps,
): Promise<EventDevelopment | null> {
  const { sentence } = event.quote;
  if (sentence.quantities.length === 0 || !statesTotal.test(sentence.text)) return null;
  const candidates = await findCandidates(sentence.text, termsOf(sentence.text, deps.lexicon), deps.engines);
  const ids = candidates.slice(0, comparedPassages).map(({ passageId }) => passageId);
  const passages = await deps.passages.byIds(ids);
  const documents = await deps.passages.documents(passages.map(({ documentId }) => documentId));
  const found: { readonly pair: FigurePair; readonly change: FigureChange; readonly day: string }[] = [];
  for (const passage of passages) {
    const document = documents.get(passage.documentId);
    if (document === undefined || document.id === event.document.id || document.published === null) continue;
    for (const other of deps.analyser.analyse(passage, document).sentences) {
      const pair = statesTotal.test(other.text) ? changedFigure(sentence, other) : null;
      if (pair === null) continue;
      const { publisher, published, url } = document;
      const before = { quantity: pair.before, publisher, published, url };
      found.push({ pair, change: { after: pair.after, before }, day: intervalOf(document.published).to });
    }
  }
  const best = found
    .filter(({ day }) => day <= dayOf(event) || daysBetween(dayOf(event), day) <= sameTimeDays)
    .sort((a, b) => b.pair.likeness - a.pair.likeness || b.day.localeCompare(a.day))[0];
  if (best === undefined) return null;
  const apart = Math.abs(daysBetween(best.day, dayOf(event)));
  const rival = best.change.before.publisher !== event.document.publisher;
  if (apart <= sameTimeDays) return rival ? { kind: 'disputed', change: best.change } : null;
  return { kind: 'updated', change: best.change };
}
