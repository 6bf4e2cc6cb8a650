import { describe, expect, it } from 'vitest';
import { askedState } from './land-state.ts';

describe('askedState', () => {
  it.each([
    ['скільки гектарів розміновано', 'done'],
    ['How many hectares have been cleared?', 'done'],
    ['скільки території заміновано', 'left'],
    ['скільки ще треба розмінувати', 'left'],
    ['на скільки гектарів підписали договори', 'agreed'],
    ['яка площа України', null],
  ] as const)('of "%s" is %s', (question, state) => {
    expect(askedState(question, 'area')).toBe(state);
  });

  it('is asked of land alone', () => {
    expect(askedState('скільки мін знешкоджено', 'count')).toBeNull();
  });
});
