import { describe, expect, it } from 'vitest';
import { chooseEvidence } from '../evidence/evidence.ts';
import { asking, lexicon, rankedOf } from '../sources/ranked-for-tests.ts';
import { keyStretch } from './key-sentence.ts';

const keyOf = (question: string, text: string) => {
  const asked = asking(question);
  const [evidence] = chooseEvidence(rankedOf([{ text, similarity: 0.6 }], asked), asked, lexicon);
  const key = keyStretch(evidence!, asked);
  return key === null ? null : evidence!.quote.text.slice(key.start, key.end);
};
const question = 'Скільки машин Японія передала Харкову?';
const gift = 'Японія передала Харкову 4 машини.';

describe('keyStretch', () => {
  it('is the sentence of a quote that answers', () => {
    expect(keyOf(question, `Зустріч відбулася в мерії. ${gift} Після неї гості поїхали додому.`)).toBe(gift);
  });

  it('is null where the quote is nothing but the answer', () => {
    expect(keyOf(question, gift)).toBeNull();
  });

  it('is null where no sentence is likely to answer', () => {
    expect(
      keyOf('Скільки собак Норвегія передала Одесі?', `Зустріч відбулася. ${gift} Гості поїхали.`),
    ).toBeNull();
  });

  it('is what the quote was chosen for, where it was chosen for certain sentences', () => {
    const list = 'Серед донорів розмінування — Бельгія, Італія та Норвегія.';
    expect(keyOf('Хто допомагає Україні з розмінуванням?', `Зустріч відбулася. ${list} Гості поїхали.`)).toBe(
      list,
    );
  });
});
