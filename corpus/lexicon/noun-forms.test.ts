import { describe, expect, it } from 'vitest';
import { loadLexicon } from './lexicon.ts';
import { nounForms } from './noun-forms.ts';

describe('nounForms', () => {
  it.each([
    ['Київ', ['києва', 'києву', 'києвом', 'києві']],
    ['Львів', ['львова', 'львові']],
    ['Бородянка', ['бородянці']],
    ['Прага', ['празі']],
    ['Косово', ['косові']],
    ['Полісся', ['поліссі']],
    ['техніка', ['техніці']],
    ['будинок', ['будинку', 'будинків']],
    ['демінерка', ['демінерок']],
    ['будівля', ['будівель']],
    ['обломок', ['обломки', 'обломков']],
    ['тимчасовий', ['тимчасові']],
    ['довоєнний', ['довоєнні']],
    ['тривалість', ['тривалості']],
    ['результат', ['результату', 'результатів']],
    ['матеріал', ['матеріали']],
    ['норвежець', ['норвежці', 'норвежцеві']],
    ['португалець', ['португальці', 'португальців']],
    ['португалец', ['португальцы', 'португальцев']],
    ['латвієць', ['латвійці', 'латвійцями']],
    ['киянин', ['кияни', 'киян', 'киянам']],
    ['датчанин', ['датчане', 'датчан', 'датчанами']],
    ['европеец', ['европейцы', 'европейцев']],
  ])('bends "%s"', (name, forms) => {
    expect(nounForms(name)).toEqual(expect.arrayContaining(forms));
  });

  it.each(['Кремінна', 'Верхня Яблунька', 'Kyiv', 'Херсон', 'саперів'])('leaves "%s" alone', (other) => {
    expect(nounForms(other)).toEqual([]);
  });

  it.each([
    ['у Києві', 'kyiv'],
    ['на виставці у Львові', 'lviv'],
    ['поля в Бородянці', 'borodianka'],
    ['курси в Косові', 'kosovo'],
    ['нарада в Гаазі', 'the-hague'],
    ['на техніці', 'machine'],
    ['допомога Південної Кореї', 'republic-of-korea'],
    ['школа в Новій Каховці', 'nova-kakhovka'],
    ['машини з Кореї', 'republic-of-korea'],
  ])('lets the lexicon find the name in "%s"', (text, id) => {
    expect(
      loadLexicon()
        .mentions(text)
        .map(({ concept }) => concept.id),
    ).toContain(id);
  });

  it('finds a name that bends into the stem of another word only with its capital', () => {
    const ids = (text: string) =>
      loadLexicon()
        .mentions(text)
        .map(({ concept }) => concept.id);
    expect(ids('поля в Боровій і в Борові')).toContain('borova');
    expect(ids('ліси борові')).not.toContain('borova');
  });
});
