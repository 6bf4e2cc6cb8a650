import type { Asked } from '../search/search.ts';
import { completeQuote, type Quote } from '../sources/quote.ts';
import type { Station } from './station.ts';

// A message of Telegram holds 4,096 characters, each source takes about 110 of them. Of 139 time lines 104 showed every figure asked for
// with this room and with a tenth more, 100 with a tenth less.
const allChars = 2800;
// One passage may not take the room of the others; with 700 characters 99 of them did.
const passageChars = 850;
// A sentence that is near costs little, but it is not free.
const sentenceCostChars = 100;

/** First and last sentence of a quote, both inclusive. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A station with its quote. */
export interface QuotedStation {
  readonly station: Station;
  readonly quote: Quote;
}

/**
 * The quotes of a time line, one for each station: its sentence; as long as there is room, further sentences of the passage that may
 * stand on the line, the most likely and nearest first; then whole passages, those that lack least first. Minor stations come last and
 * without more than their sentence; those that find no room are left out.
 */
export function quoteStations(stations: readonly Station[], question: Asked): readonly QuotedStation[] {
  const major = stations.filter(({ isMinor }) => !isMinor);
  const room = new Room(major);
  fill(room, major);
  for (const station of stations) if (station.isMinor) room.admit(station);
  return stations
    .filter((station) => room.has(station))
    .map((station) => ({
      station,
      quote: completeQuote(station.origin.ranked, room.stretchOf(station), question, passageChars),
    }));
}

function fill(room: Room, stations: readonly Station[]): void {
  for (let next = mostWorth(stations, room); next !== null; next = mostWorth(stations, room))
    room.take(next.station, next.stretch);
  const lacking = stations
    .map((station) => ({ station, stretch: wholeOf(station) }))
    .sort((a, b) => room.addedBy(a.station, a.stretch) - room.addedBy(b.station, b.stretch));
  for (const { station, stretch } of lacking) if (room.holds(station, stretch)) room.take(station, stretch);
}

interface Extension {
  readonly station: Station;
  readonly stretch: Stretch;
}

function mostWorth(stations: readonly Station[], room: Room): Extension | null {
  let best: (Extension & { readonly worth: number }) | null = null;
  for (const station of stations) {
    const { from, to } = room.stretchOf(station);
    for (const { index, quality } of station.further) {
      if (index >= from && index <= to) continue;
      const stretch = { from: Math.min(from, index), to: Math.max(to, index) };
      if (!room.holds(station, stretch)) continue;
      const worth = quality / (room.addedBy(station, stretch) + sentenceCostChars);
      if (best === null || worth > best.worth) best = { station, stretch, worth };
    }
  }
  return best;
}

function wholeOf({ origin }: Station): Stretch {
  return { from: 0, to: origin.ranked.analysed.sentences.length - 1 };
}

/** What is quoted so far, within the room there is. */
class Room {
  readonly #stretches: Map<Station, Stretch>;

  constructor(stations: readonly Station[]) {
    this.#stretches = new Map(stations.map((station) => [station, { from: station.from, to: station.to }]));
  }

  stretchOf(station: Station): Stretch {
    return this.#stretches.get(station)!;
  }

  has(station: Station): boolean {
    return this.#stretches.has(station);
  }

  /** Takes a station in when there is room for it. */
  admit(station: Station): void {
    const own = { from: station.from, to: station.to };
    if (this.#usedChars() + charsOf(station, own) <= allChars) this.take(station, own);
  }

  take(station: Station, stretch: Stretch): void {
    this.#stretches.set(station, stretch);
  }

  /** Characters that a longer quote takes more. */
  addedBy(station: Station, stretch: Stretch): number {
    return charsOf(station, stretch) - charsOf(station, this.stretchOf(station));
  }

  holds(station: Station, stretch: Stretch): boolean {
    return (
      charsOf(station, stretch) <= passageChars &&
      this.#usedChars() + this.addedBy(station, stretch) <= allChars &&
      !holdsBarred(station, stretch)
    );
  }

  #usedChars(): number {
    return [...this.#stretches].reduce((sum, [station, its]) => sum + charsOf(station, its), 0);
  }
}

function charsOf({ origin }: Station, { from, to }: Stretch): number {
  const { sentences } = origin.ranked.analysed;
  return sentences[to]!.end - sentences[from]!.start;
}

function holdsBarred({ barred }: Station, { from, to }: Stretch): boolean {
  return [...barred].some((index) => index >= from && index <= to);
}
