import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DigestTimes, endOfQuiet, nextSlot, whatIsDue } from './schedule.ts';
import { isTimeZone, momentOf, wallTime } from './zone-time.ts';

const at = (iso: string) => Date.parse(iso);
const iso = (atMs: number) => new Date(atMs).toISOString().replace('.000', '');
const daily: DigestTimes = { frequency: 'daily', hour: 9, weekday: 1, zone: 'Europe/Kyiv', quiet: null };

describe('moments on the wall clock', () => {
  it('follow daylight saving both ways', () => {
    expect(iso(momentOf('2025-03-29', 9, 'Europe/Kyiv'))).toBe('2025-03-29T07:00:00Z');
    expect(iso(momentOf('2025-03-30', 9, 'Europe/Kyiv'))).toBe('2025-03-30T06:00:00Z');
    expect(iso(momentOf('2025-10-25', 9, 'Europe/Kyiv'))).toBe('2025-10-25T06:00:00Z');
    expect(iso(momentOf('2025-10-26', 9, 'Europe/Kyiv'))).toBe('2025-10-26T07:00:00Z');
  });

  it('take the moment of the change for an hour that is skipped, the first for one that comes twice', () => {
    expect(iso(momentOf('2025-03-30', 3, 'Europe/Kyiv'))).toBe('2025-03-30T01:00:00Z');
    expect(iso(momentOf('2025-10-26', 3, 'Europe/Kyiv'))).toBe('2025-10-26T00:00:00Z');
    expect(iso(momentOf('2025-03-09', 2, 'America/New_York'))).toBe('2025-03-09T07:00:00Z');
    expect(iso(momentOf('2025-10-05', 2, 'Australia/Lord_Howe'))).toBe('2025-10-04T15:30:00Z');
  });

  it('know zones of half hours and far offsets, and refuse unknown names', () => {
    expect(iso(momentOf('2025-06-01', 9, 'Asia/Kathmandu'))).toBe('2025-06-01T03:15:00Z');
    expect(iso(momentOf('2025-06-01', 9, 'Pacific/Kiritimati'))).toBe('2025-05-31T19:00:00Z');
    expect(isTimeZone('Europe/Kyiv')).toBe(true);
    expect(isTimeZone('Mars/Olympus')).toBe(false);
  });
});

describe('digest slots', () => {
  it('come once for every local day, whatever the zone does', () => {
    const zones = [
      'Europe/Kyiv',
      'America/New_York',
      'Asia/Tokyo',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: at('2024-01-01'), max: at('2027-01-01') }),
        (zone, hour, start) => {
          let slot = nextSlot({ ...daily, zone, hour }, start);
          const windows = [slot.window];
          for (let i = 0; i < 5; i += 1) {
            const next = nextSlot({ ...daily, zone, hour }, slot.atMs);
            expect(next.atMs).toBeGreaterThan(slot.atMs);
            expect(next.atMs - slot.atMs).toBeLessThanOrEqual(25 * 3_600_000);
            windows.push(next.window);
            slot = next;
          }
          expect(new Set(windows).size).toBe(6);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('are on the chosen weekday', () => {
    const weekly = { ...daily, frequency: 'weekly' as const };
    const slot = nextSlot(weekly, at('2025-03-27T12:00:00Z'));
    expect([iso(slot.atMs), slot.window]).toEqual(['2025-03-31T06:00:00Z', '2025-03-31']);
    expect(wallTime(nextSlot(weekly, slot.atMs).atMs, 'Europe/Kyiv')).toMatchObject({
      date: '2025-04-07',
      hour: 9,
    });
  });

  it('wait for the end of quiet hours, also over midnight', () => {
    const quiet = { from: 22, to: 8 };
    expect(iso(endOfQuiet({ quiet, zone: 'Europe/Kyiv' }, at('2025-01-10T21:00:00Z')))).toBe(
      '2025-01-11T06:00:00Z',
    );
    expect(iso(endOfQuiet({ quiet, zone: 'Europe/Kyiv' }, at('2025-01-10T03:00:00Z')))).toBe(
      '2025-01-10T06:00:00Z',
    );
    expect(iso(endOfQuiet({ quiet, zone: 'Europe/Kyiv' }, at('2025-01-10T12:00:00Z')))).toBe(
      '2025-01-10T12:00:00Z',
    );
    expect(iso(nextSlot({ ...daily, hour: 7, quiet }, at('2025-01-10T12:00:00Z')).atMs)).toBe(
      '2025-01-11T06:00:00Z',
    );
  });

  it('are made up for after a short stop, and left to the next one after a long one', () => {
    const due = at('2025-01-10T07:00:00Z');
    expect(whatIsDue(daily, due, due + 3_600_000)).toBe('send');
    expect(whatIsDue(daily, due, due + 7 * 3_600_000)).toEqual({ postponeToMs: at('2025-01-11T07:00:00Z') });
    const quiet = { from: 9, to: 12 };
    expect(whatIsDue({ ...daily, quiet }, due, due + 60_000)).toEqual({
      postponeToMs: at('2025-01-10T10:00:00Z'),
    });
    expect(whatIsDue({ ...daily, frequency: 'instant', quiet }, due, due)).toEqual({
      postponeToMs: at('2025-01-10T10:00:00Z'),
    });
  });
});
