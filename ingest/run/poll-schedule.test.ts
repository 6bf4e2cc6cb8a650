import { describe, expect, it } from 'vitest';
import { nextPoll, recheckIsDue } from './poll-schedule.ts';

const now = new Date('2026-01-10T00:00:00Z');
const hours = (date: Date) => Math.round(((date.getTime() - now.getTime()) / 3_600_000) * 100) / 100;

describe('the next look at a source', () => {
  const source = { scheduleMinutes: 60, failures: 0 };
  it.each([
    [{ ...source }, { ok: true }, 1],
    [{ ...source, scheduleMinutes: 5 }, { ok: true }, 1],
    [{ ...source, scheduleMinutes: 360 }, { ok: true }, 6],
    [{ ...source, failures: 0 }, { ok: false }, 1],
    [{ ...source, failures: 1 }, { ok: false }, 2],
    [{ ...source, failures: 3 }, { ok: false }, 8],
    [{ ...source, failures: 30 }, { ok: false }, 24],
    [{ ...source, scheduleMinutes: 10_080, failures: 9 }, { ok: false }, 168],
    [{ ...source, failures: 9 }, { ok: true }, 1],
    [source, { ok: false, retryAfterMs: 5 * 3_600_000 }, 5],
    [source, { ok: false, retryAfterMs: 1_000 }, 1],
  ])('for %j after %j comes in %s hours', (given, outcome, expected) => {
    expect(hours(nextPoll(given, outcome, { now, random: 0 }))).toBe(expected);
  });

  it('never comes early for jitter', () => {
    expect(hours(nextPoll(source, { ok: true }, { now, random: 1 }))).toBe(1.1);
  });
});

describe('a page that a list names', () => {
  const stored = {
    status: 'current',
    isBrief: false,
    createdAt: '2026-01-08T00:00:00Z',
    fetchedAt: '2026-01-09T12:00:00Z',
  } as const;
  const due = (page: Partial<Parameters<typeof recheckIsDue>[0]>) =>
    recheckIsDue({ stored: null, note: { checkedAt: null }, changed: null, ...page }, now);
  it.each([
    ['is new', {}, true],
    ['is known as a brief only', { stored: { ...stored, isBrief: true } }, true],
    ['was fetched today', { stored }, false],
    ['changed since', { stored, changed: '2026-01-09T13:00:00Z' }, true],
    ['did not change since', { stored, changed: '2026-01-09T11:00:00Z' }, false],
    ['was fetched two days ago', { stored: { ...stored, fetchedAt: '2026-01-08T00:00:00Z' } }, true],
    [
      'was looked at today without anything new',
      {
        stored: { ...stored, fetchedAt: '2026-01-08T00:00:00Z' },
        note: { checkedAt: '2026-01-09T13:00:00Z' },
      },
      false,
    ],
    [
      'is old and was not looked at for days',
      { stored: { ...stored, createdAt: '2025-06-01T00:00:00Z', fetchedAt: '2025-12-01T00:00:00Z' } },
      false,
    ],
    [
      'is old and changed',
      {
        stored: { ...stored, createdAt: '2025-06-01T00:00:00Z', fetchedAt: '2025-12-01T00:00:00Z' },
        changed: '2026-01-01',
      },
      true,
    ],
    ['was retracted', { stored: { ...stored, status: 'retracted' }, changed: '2026-01-09T13:00:00Z' }, false],
    ['could not be read an hour ago', { note: { checkedAt: '2026-01-09T23:00:00Z' } }, false],
    ['could not be read yesterday', { note: { checkedAt: '2026-01-08T23:00:00Z' } }, true],
    ['has a date that is none', { stored, changed: 'soon' }, false],
  ] as const)('and that %s is due: %o', (_name, page, expected) => {
    expect(due(page)).toBe(expected);
  });
});
