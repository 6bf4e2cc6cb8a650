import { describe, expect, it } from 'vitest';
import { chooseEvidence, type Evidence } from '../evidence/evidence.ts';
import { asking, lexicon, rankedOf, type Story } from '../sources/ranked-for-tests.ts';
import { leadLine } from './lead.ts';
import { phrasesIn } from './phrases.ts';

const shown = (evidence: readonly Evidence[]) => ({ evidence, older: new Set<Evidence>() });
const leadOf = (question: string, ...stories: readonly Story[]) => {
  const asked = asking(question);
  return leadLine(shown(chooseEvidence(rankedOf(stories, asked), asked, lexicon)), asked, lexicon);
};
const gift: Story = { text: 'Японія передала Харкову 4 машини.' };
const uk = phrasesIn('uk');

describe('leadLine', () => {
  it('names the figure with the names of the question that the quote has too', () => {
    expect(leadOf('Скільки машин передала Японія?', gift)).toBe(`Коротко: Японія — 4 машини. ${uk.found}`);
    expect(leadOf('Скільки машин передала Харкову Японія або Норвегія?', gift)).not.toContain('Норвегія');
  });

  it('says the number alone when the thing counted is named in another language', () => {
    const lead = leadOf('How many machines did Japan hand over?', gift);
    expect(lead).toMatch(/Japan — 4\./);
    expect(lead).not.toMatch(/\p{Script=Cyrillic}/u);
  });

  it('only announces the quotes of a list, a comparison or a question for no figure', () => {
    expect(leadOf('Назви, скільки машин передала Японія', gift)).toBe(uk.found);
    expect(leadOf('Порівняй, скільки машин передала Японія', gift)).toBe(uk.found);
    expect(leadOf('Хто передав машини?', gift)).toBe(uk.found);
  });

  it('says whether there is one source or several', () => {
    const other: Story = { text: 'Машини передала також Норвегія: Харків має 7 нових.' };
    expect(leadOf('Хто передав машини Харкову?', gift, other)).toBe(uk.foundMany);
  });

  it('is never a figure that the quote does not state', () => {
    const asked = asking('Скільки машин передала Японія?');
    const [evidence] = chooseEvidence(rankedOf([gift], asked), asked, lexicon);
    const wrong = { ...evidence!, figure: { ...evidence!.figure!, value: 9 } };
    expect(leadLine(shown([wrong]), asked, lexicon)).toBe(uk.found);
    expect(leadLine(shown([]), asked, lexicon)).toBe(uk.found);
  });

  it('names no figure that is former, the price of one piece, or tied to a country by its currency alone', () => {
    const question = 'Скільки грошей дала Норвегія на протези?';
    const sure = 'Норвегія дала на протези 5 млн норвезьких крон.';
    expect(leadOf(question, { text: sure })).toMatch(/Коротко/);
    for (const text of [
      'Замість початкових 3 млн норвезьких крон Норвегія дала на протези більше грошей.',
      'Норвегія дала гроші на протези: один протез коштує 2 900 норвезьких крон.',
      'На протези фонд дав гроші: 410 тисяч норвезьких крон.',
    ])
      expect(leadOf(question, { text })).toBe(uk.found);
  });
});
