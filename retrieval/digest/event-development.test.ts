import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Corpus, openCorpus } from '../../corpus/corpus.ts';
import { loadLexicon } from '../../corpus/lexicon/lexicon.ts';
import { silentLog } from '../../corpus/log.ts';
import { indexFields } from '../../corpus/terms/lexical.ts';
import { draftOf, temporaryFolder } from '../../corpus/trials/corpus-for-tests.ts';
import { PassageAnalyser } from '../reading/analysis.ts';
import type { SearchDeps } from '../search/search.ts';
import type { DigestEvent } from './digest-event.ts';
import { EventBook } from './event-book.ts';
import { findEventDevelopment } from './event-development.ts';
import { answersSavedQuestion } from './question-news.ts';

const lexicon = loadLexicon();
const folder = temporaryFolder();
let corpus: Corpus;
let search: SearchDeps;
let lastSeq = 0;

beforeAll(async () => {
  corpus = await openCorpus({ dataDir: folder.path, log: silentLog(), indexFields });
  search = {
    passages: corpus.passages,
    engines: { fullText: corpus.fullText, vectors: null, embedQuery: null },
    lexicon,
    analyser: new PassageAnalyser(lexicon),
    now: () => new Date('2025-03-20'),
  };
  await tell('Площа потенційно замінованих територій України становить 174 000 км².', '2023-09-01', 'Уряд');
  await tell('Японія передала рятувальникам 40 машин розмінування.', '2024-11-20', 'Острів');
  await tell('Станом на березень загалом працює 110 операторів розмінування.', '2025-03-15', 'Агенція А');
});
afterAll(async () => {
  await corpus.close();
  folder.dispose();
});

async function tell(text: string, published: string, publisher: string): Promise<DigestEvent> {
  return (await tellAny(text, published, publisher))!;
}

async function tellAny(text: string, published: string, publisher: string): Promise<DigestEvent | null> {
  lastSeq += 1;
  const url = `https://news.example/${lastSeq}`;
  const draft = draftOf([text], { url, title: text.slice(0, 50), language: 'uk', published, publisher });
  const { document } = await corpus.documents.save(draft, { embed: null });
  const passages = await corpus.passages.ofDocument(document.id);
  const book = new EventBook({ lexicon, analyser: search.analyser });
  return book.add({ seq: lastSeq, seenAtMs: Date.parse(published), document, passages, before: null });
}

describe('what became of a figure', () => {
  it('is an update when an older total is replaced', async () => {
    const event = await tell(
      'Площа потенційно замінованих територій України становить 137 000 км².',
      '2025-03-18',
      'Мінекономіки',
    );
    expect(await findEventDevelopment(event, search)).toMatchObject({
      kind: 'updated',
      change: {
        after: { value: 137_000 },
        before: { quantity: { value: 174_000 }, publisher: 'Уряд', published: '2023-09-01' },
      },
    });
  });

  it('is nothing when a second gift follows a first', async () => {
    const event = await tell('Японія передала рятувальникам 12 машин розмінування.', '2025-03-18', 'Острів');
    expect(await findEventDevelopment(event, search)).toBeNull();
  });

  it('is a dispute when two publishers state different totals at one time', async () => {
    const event = await tell(
      'Станом на березень загалом працює 95 операторів розмінування.',
      '2025-03-18',
      'Агенція Б',
    );
    expect(await findEventDevelopment(event, search)).toMatchObject({
      kind: 'disputed',
      change: { after: { value: 95 }, before: { quantity: { value: 110 }, publisher: 'Агенція А' } },
    });
  });
});

describe('what one publisher says again', () => {
  it('is an update already on the next day, also when the total grew by little', async () => {
    const daily = (day: number, count: string) =>
      tell(
        `Станом на ${day} березня 2025 року від початку вторгнення піротехніки знешкодили ${count} вибухонебезпечних предметів.`,
        `2025-03-${day}`,
        'ДСНС',
      );
    await daily(16, '701 тис. 120');
    expect(await findEventDevelopment(await daily(17, '701 тис. 655'), search)).toMatchObject({
      kind: 'updated',
      change: {
        after: { value: 701_655 },
        before: { quantity: { value: 701_120 }, published: '2025-03-16' },
      },
    });
  });
});

describe('a sum for one month', () => {
  it('is disputed when another publisher states another', async () => {
    await tell(
      'За лютий 2025 року на Сумщині сапери розмінували 1020 гектарів полів.',
      '2025-03-10',
      'Об’єктив',
    );
    const event = await tell(
      'За лютий 2025 року на Сумщині сапери розмінували 1500 гектарів полів, повідомили в області.',
      '2025-03-12',
      'Суспільне',
    );
    expect(await findEventDevelopment(event, search)).toMatchObject({
      kind: 'disputed',
      change: { after: { value: 1500 }, before: { quantity: { value: 1020 }, publisher: 'Об’єктив' } },
    });
  });

  it('is compared with the same month only, and not with what happened once in it', async () => {
    await tell('За січень 2025 року на Волині сапери розмінували 300 гектарів полів.', '2025-03-10', 'А');
    await tell('У лютому 2025 року на Волині сапери розмінували 25 гектарів полів.', '2025-03-10', 'Б');
    const event = await tell(
      'За лютий 2025 року на Волині сапери розмінували 400 гектарів полів.',
      '2025-03-12',
      'В',
    );
    expect(await findEventDevelopment(event, search)).toBeNull();
  });
});

describe('a page about something else', () => {
  it('is no event', async () => {
    expect(await tellAny('Завтра в Україні очікують сніг.', '2025-03-19', 'Погода')).toBeNull();
    expect(
      await tellAny('Уряд Японії надав 100 млн євро на енергетику.', '2025-03-19', 'Енергія'),
    ).toBeNull();
  });
});

describe('a saved question', () => {
  it('is met by news about all its names and most of its words', async () => {
    const meets = answersSavedQuestion('Скільки машин розмінування передала Японія?', lexicon);
    expect(meets(await tell('Японія передасть ще 7 машин розмінування.', '2025-03-19', 'А'))).toBe(true);
    expect(meets(await tell('Литва передасть ще 7 машин розмінування.', '2025-03-19', 'Б'))).toBe(false);
    expect(meets(await tell('Японія відкрила виставку про міни в Києві.', '2025-03-19', 'В'))).toBe(false);
  });
});
