import type { PublishedDate } from '../../corpus/document.ts';
import { findDay, findMonth, toDay } from './date-words.ts';

const kyivDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Kyiv',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const isoTime =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?/i;
const rfcTime = /^(?:\p{L}{2,9},?\s)?\d{1,2}\s\p{L}{3,9}\.?\s\d{4}\s\d{1,2}:\d{2}/u;
const bareDay = /^(\d{4})-?(\d{2})-?(\d{2})$/;

/**
 * Day of a machine-readable time as a reader in Ukraine counts it: an instant with a zone becomes the day in Kyiv, a
 * time without one stays the day it names. Midnight with a zone is a bare date in disguise and keeps its day. Also
 * reads bare months and years, epoch seconds, and dates in words.
 */
export function parseTimestamp(value: string | null | undefined): PublishedDate {
  const source = (value ?? '').replace(/\s+/g, ' ').trim().slice(0, 100);
  if (source === '') return null;
  const iso = isoTime.exec(source);
  if (iso) return isoDay(iso);
  const bare = bareDay.exec(source);
  if (bare) return toDay(bare[1], Number(bare[2]), bare[3]);
  if (/^\d{4}-\d{2}$/.test(source)) return source;
  if (/^(?:19|20)\d\d$/.test(source)) return source;
  if (/^\d{10}(?:\d{3})?$/.test(source)) return dayInKyiv(Number(source.slice(0, 10)) * 1000);
  if (rfcTime.test(source)) {
    const instant = Date.parse(/(?:[A-Z]{2,4}|[+-]\d{4}|Z)$/.test(source) ? source : `${source} GMT+0200`);
    if (!Number.isNaN(instant)) return dayInKyiv(instant);
  }
  return findDay(source)?.date ?? findMonth(source);
}

function isoDay(match: RegExpExecArray): PublishedDate {
  const [, year, month, day, hours, minutes, seconds = '00', zone] = match;
  const written = toDay(year, Number(month), day);
  const isMidnight = Number(hours) === 0 && Number(minutes) === 0 && Number(seconds) === 0;
  if (!written || !zone || isMidnight) return written;
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.replace(':', '').slice(3) || '00'}` : 'Z';
  const instant = Date.parse(`${written}T${hours!.padStart(2, '0')}:${minutes}:${seconds}${offset}`);
  return Number.isNaN(instant) ? written : dayInKyiv(instant);
}

/** `YYYY-MM-DD` in Kyiv of a time in milliseconds since 1970. */
export function dayInKyiv(instantMs: number): string {
  return kyivDay.format(new Date(instantMs));
}
