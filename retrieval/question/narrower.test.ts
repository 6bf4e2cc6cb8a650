import { describe, expect, it } from 'vitest';
import { asking } from '../sources/ranked-for-tests.ts';
import { asksForWhole, isNarrower } from './narrower.ts';

const asksWhole = (question: string) => asksForWhole(asking(question).understanding);
const part = { isScoped: true };
const whole = { isScoped: false };

describe('asksForWhole', () => {
  it('hears the country named, or hardly anything', () => {
    expect(asksWhole('Скільки території України заміновано?')).toBe(true);
    expect(asksWhole('how many deminers')).toBe(true);
  });

  it('does not hear it where a region, a donor or much else is named', () => {
    expect(asksWhole('Скільки розміновано на Харківщині?')).toBe(false);
    expect(asksWhole('Скільки машин передала Україні Японія?')).toBe(false);
    expect(asksWhole('Скільки гектарів очистили оператори за програмою компенсації?')).toBe(false);
  });
});

describe('isNarrower', () => {
  it('holds of a figure of a part where the whole is asked for', () => {
    const { understanding } = asking('Скільки гектарів заміновано?');
    expect(isNarrower(understanding, [whole, part])).toBe(true);
    expect(isNarrower(understanding, [whole, undefined])).toBe(false);
  });

  it('holds of no name or date, and not where a part is asked for', () => {
    expect(isNarrower(asking('Хто розміновує Україну?').understanding, [part])).toBe(false);
    expect(isNarrower(asking('Скільки гектарів заміновано на Харківщині?').understanding, [part])).toBe(
      false,
    );
  });
});
