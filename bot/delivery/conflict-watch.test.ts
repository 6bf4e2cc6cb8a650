import { describe, expect, it } from 'vitest';
import { ConflictWatch } from './conflict-watch.ts';

/** Seconds after which a process gives up when it is refused once a second. */
function givesUpAfter(watch: ConflictWatch, fromMs = 0): number {
  for (let seconds = 0; seconds < 60; seconds += 1)
    if (watch.refused(fromMs + seconds * 1000)) return seconds;
  return Number.POSITIVE_INFINITY;
}

describe('two pollers', () => {
  it('end with the newcomer giving up well before the other', () => {
    const resident = new ConflictWatch();
    resident.succeeded();
    expect(givesUpAfter(new ConflictWatch())).toBe(4);
    expect(givesUpAfter(resident)).toBe(8);
  });

  it('end so although the newcomer catches an update in between', () => {
    const newcomer = new ConflictWatch();
    newcomer.refused(0);
    newcomer.succeeded();
    expect(newcomer.refused(2000)).toBe(false);
    newcomer.succeeded();
    expect(newcomer.refused(4000)).toBe(true);
  });

  it('do not end a process that only met the echo of its predecessor', () => {
    const successor = new ConflictWatch();
    expect(successor.refused(0)).toBe(false);
    successor.succeeded();
    expect(successor.refused(3_600_000)).toBe(false);
    expect(givesUpAfter(successor, 3_601_000)).toBe(7);
  });
});
