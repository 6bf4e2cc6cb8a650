import { describe, expect, it } from 'vitest';
import type { StoredDocument } from '../../corpus/documents/documents.ts';
import { fingerprintWords, simhash } from '../../corpus/keys/simhash.ts';
import { loadLexicon } from '../../corpus/lexicon/lexicon.ts';
import { PassageAnalyser } from '../reading/analysis.ts';
import type { ChangedDocument } from './digest-event.ts';
import { EventBook } from './event-book.ts';

const lexicon = loadLexicon();
const book = () => new EventBook({ lexicon, analyser: new PassageAnalyser(lexicon) });
const everything = { after: 0, upTo: 1000, topics: [], match: 'any', officialOnly: false } as const;

let lastSeq = 0;

/** A change of a page that holds `text`; what is not said has a plain value. */
function change(text: string, more: Partial<StoredDocument> & { before?: string } = {}): ChangedDocument {
  lastSeq += 1;
  const { before = null, ...fields } = more;
  const document: StoredDocument = {
    id: lastSeq,
    key: `doc${lastSeq}`,
    sourceId: null,
    url: `https://news.example/${lastSeq}`,
    title: text.split('. ')[0]!,
    publisher: `Publisher ${lastSeq}`,
    published: '2025-03-10',
    language: 'uk',
    kind: 'news',
    tier: 'established',
    status: 'current',
    isBrief: false,
    donors: [],
    topics: [],
    fetchedAt: '2025-03-10T08:00:00Z',
    versionId: 1,
    versionNumber: 1,
    simhash: simhash(text),
    words: fingerprintWords(text).length,
    statusReason: null,
    contentHash: `hash${lastSeq}`,
    duplicateOf: null,
    createdAt: '2025-03-10T08:00:00Z',
    changedAt: '2025-03-10T08:00:00Z',
    ...fields,
  };
  const passage = { id: lastSeq, key: `passage${lastSeq}`, documentId: document.id, ordinal: 0 };
  return {
    seq: lastSeq,
    seenAtMs: Date.parse('2025-03-10T09:00:00Z'),
    document,
    passages: [{ ...passage, text, start: 0, end: text.length, heading: null, page: null, context: '' }],
    before,
  };
}

const japan =
  'Японія передала рятувальникам 40 спецавтомобілів. Техніку отримали підрозділи ДСНС у Харківській області. Церемонія відбулася в Києві за участю посла Японії, який подякував рятувальникам за мужність.';

describe('a book of events', () => {
  it('tells an event once, however many outlets retell it', () => {
    const events = book();
    events.add(change(japan));
    expect(events.add(change(`${japan} Раніше повідомлялося про інше.`, { tier: 'official' }))).toBeNull();
    expect(
      events.add(
        change(
          'Japan has handed over 40 special vehicles to the State Emergency Service. They go to Kharkiv region.',
          { language: 'en' },
        ),
      ),
    ).toBeNull();
    expect(events.select(everything)).toMatchObject([{ kind: 'new', reprints: 2, official: true }]);
  });

  it('keeps apart what differs: other donors, other figures, other months', () => {
    const events = book();
    events.add(change(japan));
    events.add(change(japan.replaceAll('Японія', 'Литва').replaceAll('Японії', 'Литви').replace('40', '12')));
    events.add(change(japan.replace('40', '55'), { published: '2025-05-01' }));
    expect(events.select(everything)).toHaveLength(3);
  });

  it('does not tell readers who know an event of its reprints', () => {
    const events = book();
    const first = events.add(change(japan))!;
    events.add(change(`${japan} Раніше повідомлялося про інше.`));
    expect(events.select({ ...everything, after: first.seq })).toEqual([]);
  });

  it('finds events by donor, by oblast, also through its city, and by kind', () => {
    const events = book();
    events.add(change(japan));
    events.add(change('У Харкові стартувало навчання саперів. Курс триватиме місяць.'));
    events.add(change('Уряд ухвалив постанову про компенсацію вартості розмінування полів.'));
    const about = (...topics: string[]) =>
      events.select({ ...everything, topics }).map(({ document }) => document.title.slice(0, 12));
    expect(about('japan')).toEqual(['Японія перед']);
    expect(about('kharkiv-region')).toHaveLength(2);
    expect(about('kind-training')).toEqual(['У Харкові ст']);
    expect(about('kind-compensation')).toEqual(['Уряд ухвалив']);
    expect(about('kind-law')).toEqual(['Уряд ухвалив']);
    expect(events.select({ ...everything, topics: ['japan', 'kharkiv-region'], match: 'all' })).toHaveLength(
      1,
    );
    expect(about('japan', 'kind-training')).toHaveLength(2);
  });

  it('says which figure a page corrected, old and new', () => {
    const events = book();
    const before = 'Площа потенційно замінованих територій становить 144 000 км². Про це повідомили в уряді.';
    const event = events.add(change(before.replace('144 000', '139 000'), { before }));
    expect(event).toMatchObject({
      kind: 'corrected',
      change: { after: { value: 139_000, unit: 'km2' }, before: { quantity: { value: 144_000 } } },
    });
    expect(event?.quote.sentence.text).toContain('139 000');
  });

  it('is silent about edits that tell nothing new', () => {
    const events = book();
    expect(events.add(change(`${japan} Фото: ДСНС.`, { before: japan }))).toBeNull();
    expect(events.add(change(japan.replace('Церемонія', 'Подія'), { before: japan }))).toBeNull();
  });

  it('tells what was added to a page', () => {
    const events = book();
    const added =
      'Крім того, посольство оголосило про новий конкурс для українських виробників роботизованих систем розмінування, який триватиме до кінця року.';
    expect(events.add(change(`${japan} ${added}`, { before: japan }))).toMatchObject({
      kind: 'changed',
      quote: { sentence: { text: added } },
    });
  });

  it('tells a running total once, with the first of those it stands for', () => {
    const events = book();
    const daily = (day: number, count: string, publisher = 'ДСНС') =>
      events.add(
        change(
          `Станом на ${day} березня 2025 року від початку вторгнення піротехніки знешкодили ${count} вибухонебезпечних предметів.`,
          { published: `2025-03-${day}`, publisher },
        ),
      )!;
    const [first, second, last] = [
      daily(11, '701 тис. 120'),
      daily(12, '701 тис. 655'),
      daily(13, '702 тис. 18'),
    ];
    expect(events.select(everything)).toMatchObject([{ seq: last!.seq, since: { seq: first!.seq } }]);
    expect(events.select({ ...everything, after: second!.seq })).toMatchObject([
      { seq: last!.seq, since: null },
    ]);
    expect(events.select({ ...everything, upTo: second!.seq })).toMatchObject([{ seq: second!.seq }]);
  });

  it('keeps totals of two oblasts apart', () => {
    const events = book();
    for (const [oblast, hectares] of [
      ['Харківщині', 400],
      ['Сумщині', 900],
    ])
      events.add(
        change(`Загалом на ${oblast} сапери вже обстежили ${hectares} гектарів полів.`, {
          publisher: 'Штаб',
        }),
      );
    expect(events.select(everything)).toHaveLength(2);
  });

  it('leaves out what has nothing to do with mines', () => {
    expect(book().add(change('Завтра в Україні очікують сніг і вітер до 15 метрів на секунду.'))).toBeNull();
  });

  it('marks what was published long before we saw it', () => {
    const events = book();
    expect(events.add(change(japan, { published: '2023-01-01' }))?.isOld).toBe(true);
    expect(
      events.add(change('Норвегія виділила 25 млн крон на розмінування.', { published: null }))?.isOld,
    ).toBe(false);
  });

  it('quotes a sentence of the passage word for word', () => {
    const event = book().add(change(japan))!;
    expect(japan).toContain(event.quote.sentence.text);
    expect(event.quote.sentence.text).toContain('40');
  });

  it('answers for a hundred thousand readers within seconds', () => {
    const events = book();
    for (let i = 0; i < 100; i += 1) {
      const country = ['Японія', 'Литва', 'Норвегія', 'Данія'][i % 4];
      events.add(change(`${country} передала ${100 + i * 7} міношукачів. Їх отримала частина номер ${i}.`));
    }
    const topics = ['japan', 'lithuania', 'kind-machines', 'kharkiv-region', 'norway'];
    const startedAt = performance.now();
    let found = 0;
    for (let reader = 0; reader < 100_000; reader += 1)
      found += events.select({
        ...everything,
        after: lastSeq - (reader % 8),
        topics: [topics[reader % 5]!],
      }).length;
    expect(found).toBeGreaterThan(10_000);
    expect(performance.now() - startedAt).toBeLessThan(3000);
  });
});
