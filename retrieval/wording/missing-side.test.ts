import { describe, expect, it } from 'vitest';
import { chooseEvidence } from '../evidence/evidence.ts';
import { asking, lexicon, rankedOf } from '../sources/ranked-for-tests.ts';
import { missingSideNote } from './missing-side.ts';
import { phrasesIn } from './phrases.ts';

const noteOf = (question: string) => {
  const asked = asking(question);
  const ranked = rankedOf(
    [{ text: 'Бельгія дала 10 машин саперам.' }, { text: 'Італія дала 7 машин.' }],
    asked,
  );
  return missingSideNote(chooseEvidence(ranked, asked, lexicon), asked.understanding, lexicon);
};

describe('missingSideNote', () => {
  it('names the side of a comparison that no quote names, in the language of the question', () => {
    expect(noteOf('Хто дав більше машин: Бельгія чи Чилі?')).toBe(phrasesIn('uk').sideNotFound('Чилі'));
    expect(noteOf('Who gave more machines, Belgium or Chile?')).toBe(phrasesIn('en').sideNotFound('Chile'));
  });

  it('takes a town for its region, and says nothing where no side is named', () => {
    const asked = asking('Kharkiv vs Chile: who got more machines?');
    const noteIn = (text: string) => {
      const ranked = rankedOf([{ text, similarity: 0.9 }], asked);
      return missingSideNote(chooseEvidence(ranked, asked, lexicon), asked.understanding, lexicon);
    };
    expect(noteIn('Харківська область отримала 10 машин.')).toBe(phrasesIn('en').sideNotFound('Chile'));
    expect(noteIn('Область отримала 10 машин.')).toBeNull();
  });

  it('says nothing where both are named, or nothing is compared', () => {
    expect(noteOf('Хто дав більше машин: Бельгія чи Італія?')).toBeNull();
    expect(noteOf('Скільки машин дала Бельгія?')).toBeNull();
  });
});
