/** What a clock on the wall shows in a time zone. */
export interface WallTime {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly hour: number;
  readonly minute: number;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(zone, format);
  return format;
}

/** True for names of the IANA database that this machine knows. */
export function isTimeZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** The wall clock of `zone` at `atMs`. @throws RangeError for an unknown zone. */
export function wallTime(atMs: number, zone: string): WallTime {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(atMs)
      .map(({ type, value }) => [type, value]),
  );
  const date = `${parts.year}-${parts.month}-${parts.day}`;
  return { date, hour: Number(parts.hour), minute: Number(parts.minute), weekday: weekdayOf(date) };
}

/**
 * The moment at which the clocks of `zone` show `date` and `hour`. An hour that is skipped in spring counts as the moment
 * of the change; of an hour that comes twice in autumn the first one is meant.
 */
export function momentOf(date: string, hour: number, zone: string): number {
  const asUtc = Date.parse(`${date}T00:00:00Z`) + hour * hourMs;
  const candidates = [dayMs, -dayMs].map((shift) => asUtc - offsetMs(asUtc + shift, zone));
  const exact = candidates.filter((atMs) => atMs + offsetMs(atMs, zone) === asUtc);
  return exact.length > 0
    ? Math.min(...exact)
    : changeBetween(Math.min(...candidates), Math.max(...candidates), zone);
}

/** The date `days` after a date. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

function offsetMs(atMs: number, zone: string): number {
  const { date, hour, minute } = wallTime(atMs, zone);
  const minuteMs = 60_000;
  return (
    Date.parse(`${date}T00:00:00Z`) +
    hour * hourMs +
    minute * minuteMs -
    Math.floor(atMs / minuteMs) * minuteMs
  );
}

/** The moment in between at which the offset changes, to the minute. */
function changeBetween(fromMs: number, toMs: number, zone: string): number {
  const before = offsetMs(fromMs, zone);
  let low = Math.floor(fromMs / 60_000);
  let high = Math.ceil(toMs / 60_000);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMs(middle * 60_000, zone) === before) low = middle + 1;
    else high = middle;
  }
  return low * 60_000;
}
