import { describe, expect, it } from 'vitest';
import { verbForms } from './verb-forms.ts';

describe('verbForms', () => {
  it.each([
    ['збирати', ['збирав', 'збирала', 'збирають', 'збирання']],
    ['реконструювати', ['реконструював', 'реконструює']],
    ['собирать', ['собирал', 'собирают']],
    ['привезти', ['привіз', 'привезла', 'привезуть']],
    ['навчатися', ['навчали', 'навчає']],
    ['финансировать', ['финансировал', 'финансирует']],
  ])('bends "%s"', (infinitive, forms) => {
    expect(verbForms(infinitive)).toEqual(expect.arrayContaining(forms));
  });

  it.each(['дати', 'зібрати кошти', 'площа', 'demine'])('leaves "%s" alone', (other) => {
    expect(verbForms(other)).toEqual([]);
  });
});
