import { describe, expect, it } from 'vitest';
import { asking, lexicon, originsOf } from '../sources/ranked-for-tests.ts';
import { mostTold } from './most-giver.ts';

describe('mostTold', () => {
  const told = (question: string, text: string) => {
    const asked = asking(question);
    const [origin] = originsOf([{ text, language: 'en' }], asked);
    return mostTold(origin!, asked, lexicon);
  };
  const question = 'Who is the biggest donor of demining in Ukraine?';

  it('finds the sentence that says it', () => {
    const text = 'Mines lie in ten regions. Norway is the biggest donor of demining in Ukraine.';
    expect(told(question, text)).toMatchObject({ from: 1, to: 1 });
  });

  it('finds sums of several donors side by side, in one sentence or in several', () => {
    const list = 'Norway gives 20 million euros, Sweden 12 million euros and Spain 1.5 million euros.';
    expect(told(question, `Demining needs money. ${list}`)).toMatchObject({ from: 1, to: 1 });
    const each = 'Norway gave 20 million euros. Sweden gave 12 million euros. Spain gave 2 million euros.';
    expect(told(question, `Demining needs money. ${each}`)).toMatchObject({ from: 1, to: 3 });
  });

  it('knows givers that are no countries, and leaves other meetings alone', () => {
    const bank = 'Pledges were made in Porto. The largest single pledge is that of the Cork and Wine Bank.';
    expect(told('Who gave the biggest pledges in Porto?', bank)).toMatchObject({ from: 1, to: 1 });
    const other = 'Norway gives 20 million euros, Sweden 12 million euros and Spain 1.5 million euros.';
    expect(told('Who gave the biggest pledges in Porto?', other)).toBeNull();
  });

  it.each([
    ['the sum of one donor', 'Norway gave 20 million euros for demining in Ukraine.'],
    ['the biggest donor of something else', 'Norway is the biggest donor of the Dance Fund.'],
    ['a biggest meeting', 'The biggest demining conference opened in Norway.'],
    ['donors without sums', 'Norway, Sweden and Spain are donors of demining in Ukraine.'],
  ])('takes no answer from %s', (_, text) => {
    expect(told(question, text)).toBeNull();
  });

  it('takes sums for no answer where machines are asked for', () => {
    const sums = 'Norway gives 20 million euros, Sweden 12 million euros and Spain 1.5 million euros.';
    expect(told('Which country donated the most demining machines?', sums)).toBeNull();
    const machines = 'Norway gave 20 machines, Sweden 12 machines and Spain 2 machines.';
    expect(told('Which country donated the most demining machines?', machines)).not.toBeNull();
  });
});
