import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerText, type Question } from './answer.ts';
import { ask } from './ask.ts';
import { corpusOf, type TestCorpus } from './sources/corpus-for-tests.ts';
import type { Story } from './sources/ranked-for-tests.ts';
import { phrasesIn } from './wording/phrases.ts';

const stories: readonly Story[] = [
  {
    key: 'japan',
    title: 'Японія передала машини',
    published: '2024-07-09',
    text: 'Японія передала ДСНС чотири машини розмінування Nikken. Церемонія відбулася в Києві.',
  },
  {
    key: 'norway',
    title: 'Норвегія дала 90 млн',
    published: '2025-03-01',
    text: 'Норвегія виділила 90 млн крон на собак для пошуку мін. Гроші підуть на Сумщину.',
  },
  {
    key: 'belgium',
    title: 'Бельгія передала машини',
    published: '2024-02-01',
    text: 'Бельгія передала Україні 10 машин розмінування.',
  },
  {
    key: 'italy',
    title: 'Італія передала 7 машин',
    published: '2024-03-01',
    text: 'Італія передала Україні 7 машин розмінування.',
  },
  {
    key: 'area-old',
    published: '2023-09-28',
    text: 'Потенційно забрудненими мінами в Україні є 174 тис. км² територій, заявив заступник міністра.',
  },
  {
    key: 'area-new',
    published: '2025-12-10',
    text: 'Потенційно забрудненими мінами в Україні є 137 тис. км² територій, заявив керівник центру.',
  },
  {
    key: 'lithuania',
    published: '2024-05-05',
    text: 'Литва передала саперам металодетектори, захисні костюми, дрони, причепи та генератори.',
  },
];

let corpus: TestCorpus;
beforeAll(async () => {
  corpus = await corpusOf(stories);
});
afterAll(() => corpus.close());

const asked = async (text: string, rest: Omit<Question, 'text'> = {}) => {
  const answer = await ask({ text, ...rest }, corpus.deps);
  return {
    ...answer,
    sources: answer.citations.map(({ documentId }) => documentId),
    lead: answer.blocks[0]!.text,
    whole: answerText({ blocks: answer.blocks.map(({ kind, text: words }) => ({ kind, text: words })) }),
  };
};

describe('ask', () => {
  it('answers with the figure in front and the quote it stands in', async () => {
    const { kind, lead, sources, citations, topics } = await asked('Скільки машин передала Японія?');
    expect({ kind, sources, topics }).toEqual({ kind: 'answer', sources: ['japan'], topics: ['japan'] });
    expect(lead).toMatch(/Японія — 4 машини/);
    const [{ quote, start, end }] = citations as [(typeof citations)[0]];
    expect(quote).toBe(stories[0]!.text.slice(start, end));
  });

  it('says in the language of the question what was written in another', async () => {
    const { language, blocks } = await asked('日本は地雷除去機を何台供与しましたか');
    expect(language).toBe('ja');
    expect(blocks.find(({ kind }) => kind === 'source')?.text).toContain('ウクライナ語');
  });

  it('says that it does not know without a single figure, though the nearest headlines have some', async () => {
    const { kind, whole, citations, blocks } = await asked('Скільки машин передала Португалія?');
    expect({ kind, citations }).toEqual({ kind: 'not_found', citations: [] });
    expect(blocks.some((block) => block.kind === 'hint' && block.text.includes('Outlet italy'))).toBe(true);
    expect(whole).not.toMatch(/\p{N}/u);
  });

  it('calls another topic another topic, with no hints', async () => {
    const { kind, blocks } = await asked('Хто виграв чемпіонат з футболу?');
    expect(kind).toBe('not_found');
    expect(blocks.map(({ text }) => text)).toEqual([phrasesIn('uk').outOfDomain]);
  });

  it('answers two questions in one message, each from its own source', async () => {
    const both = await asked('Скільки машин передала Японія, а скільки крон виділила Норвегія?');
    expect(both.kind).toBe('answer');
    expect(both.sources).toEqual(['japan', 'norway']);
    expect(both.lead).not.toMatch(/\p{N}/u);
  });

  it('does not answer half of two questions', async () => {
    const half = await asked('Скільки машин передала Японія і коли почалося навчання саперів у Португалії?');
    expect(half.kind).toBe('not_found');
  });

  it('quotes each side of a comparison and names no winner of its own', async () => {
    const { kind, sources, lead } = await asked('Хто дав більше машин: Бельгія чи Італія?');
    expect(kind).toBe('answer');
    expect([...sources].sort()).toEqual(['belgium', 'italy']);
    expect(lead).not.toMatch(/\p{N}|Бельгія|Італія/u);
  });

  it('answers a list with the sentence that lists', async () => {
    const { kind, citations } = await asked('Назви, що передала Литва саперам');
    expect(kind).toBe('answer');
    expect(citations[0]?.quote).toMatch(/металодетектори.*генератори/);
  });

  it('leads with the newest figure and names the one it overtook', async () => {
    const { lead, sources, blocks } = await asked(
      'Яка площа потенційно замінованих територій України зараз?',
    );
    expect(lead).toMatch(/137/);
    expect(lead).not.toMatch(/174/);
    expect(sources).toEqual(['area-new', 'area-old']);
    const quotes = blocks.filter(({ kind }) => kind === 'quote').map(({ text }) => text);
    expect(quotes[0]).not.toContain('Раніше');
    expect(quotes[1]).toContain('Раніше (28.09.2023)');
    expect(blocks.at(-1)?.text).toMatch(/раніше — 174.*найновіше — 137/);
  });

  it('takes over from the question before what a follow-up leaves out', async () => {
    const previous = 'Скільки машин передала Японія?';
    expect((await asked('а Бельгія?', { previous })).sources).toEqual(['belgium']);
    expect((await asked('а Португалія?', { previous })).kind).toBe('not_found');
  });

  it('reads a short question that names nothing by the one before where that answers it better', async () => {
    const given = 'скільки машин передали?';
    expect((await asked(given, { previous: 'Що дала Бельгія?' })).sources[0]).toBe('belgium');
    expect((await asked(given, { previous: 'Що дала Італія?' })).sources[0]).toBe('italy');
    expect((await asked('Скільки машин передала Японія?', { previous: 'Що дала Італія?' })).sources[0]).toBe(
      'japan',
    );
  });

  it('asks back when nothing is asked, in the language of the person', async () => {
    const { kind, language, citations } = await asked('???', { language: 'en' });
    expect({ kind, language, citations }).toEqual({ kind: 'clarify', language: 'en', citations: [] });
  });

  it('gives the card for a find and refuses to tell how to handle one, before any search', async () => {
    expect((await asked('знайшов міну в городі, що робити?')).kind).toBe('safety');
    expect((await asked('як самому розібрати гранату')).kind).toBe('refusal');
  });

  it('never lists more than two passages of one source in the first five', async () => {
    const crowded = await corpusOf([
      ...[1, 2, 3, 4, 5].map((n) => ({
        publisher: 'One outlet',
        text: `Японія передала ДСНС ${n + 10} машин розмінування, повідомили ${n} травня.`,
      })),
      { key: 'other', publisher: 'Other', text: 'Міністр згадав, що машини Японія передала.' },
    ]);
    try {
      const { retrieved } = await ask({ text: 'Скільки машин передала Японія ДСНС?' }, crowded.deps);
      expect(retrieved).toHaveLength(6);
      expect(retrieved.findIndex(({ documentId }) => documentId === 'other')).toBe(2);
    } finally {
      await crowded.close();
    }
  });
});
