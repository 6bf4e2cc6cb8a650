import { describe, expect, it } from 'vitest';
import { asking } from '../sources/ranked-for-tests.ts';

const kindsIn = (question: string) => asking(question).understanding.terms.flatMap(({ kinds }) => kinds);

describe('statesOf', () => {
  it('lets a capital stand for its state, in whatever language', () => {
    expect(kindsIn('what did Seoul promise')).toContain('crepublicofkorea');
    expect(kindsIn('що пообіцяв Сеул')).toContain('crepublicofkorea');
  });

  it('takes no capital for its state in the name of a conference or convention, nor Kyiv for Ukraine', () => {
    expect(kindsIn('who left the Ottawa Convention')).not.toContain('ccanada');
    expect(kindsIn('what did Kyiv sign')).not.toContain('cukraine');
  });
});
