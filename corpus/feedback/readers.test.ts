import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Corpus } from '../corpus.ts';
import { corpusIn, temporaryFolder } from '../trials/corpus-for-tests.ts';

let folder: ReturnType<typeof temporaryFolder>;
let corpus: Corpus;
const day = (number: number) => new Date(Date.UTC(2024, 4, number));

beforeEach(async () => {
  folder = temporaryFolder();
  corpus = await corpusIn(folder.path);
});
afterEach(async () => {
  await corpus.close();
  folder.dispose();
});

describe('unanswered questions', () => {
  it('are counted together when only case, punctuation or spaces differ', async () => {
    await corpus.unanswered.record('Хто дав дрони?', 'uk', day(1));
    await corpus.unanswered.record('  хто  дав дрони', 'uk', day(2));
    await corpus.unanswered.record('Who gave drones?', 'en', day(3));
    expect(await corpus.unanswered.list()).toEqual([
      {
        id: 1,
        question: 'Хто дав дрони?',
        language: 'uk',
        askedCount: 2,
        firstAt: day(1).toISOString(),
        lastAt: day(2).toISOString(),
        status: 'open',
      },
      expect.objectContaining({ question: 'Who gave drones?', askedCount: 1 }),
    ]);
    expect(await corpus.unanswered.count()).toBe(2);
  });

  it('stay dismissed, and open again after an answer that did not last', async () => {
    await corpus.unanswered.record('a?', 'en', day(1));
    await corpus.unanswered.record('b?', 'en', day(1));
    await corpus.unanswered.setStatus(1, 'dismissed');
    await corpus.unanswered.setStatus(2, 'answered');
    expect(await corpus.unanswered.count()).toBe(0);
    await corpus.unanswered.record('a?', 'en', day(2));
    await corpus.unanswered.record('b?', 'en', day(2));
    expect((await corpus.unanswered.list()).map((item) => item.question)).toEqual(['b?']);
    expect((await corpus.unanswered.find(1))?.status).toBe('dismissed');
  });

  it('keep no more than a question', async () => {
    await corpus.unanswered.record('x'.repeat(10_000), 'en', day(1));
    expect((await corpus.unanswered.find(1))?.question).toHaveLength(300);
    await corpus.unanswered.record('???', 'en', day(1));
    expect(await corpus.unanswered.count()).toBe(2);
  });

  it('never split a character at the cut', async () => {
    await corpus.unanswered.record(`${'x'.repeat(299)}😀`, 'en', day(1));
    expect((await corpus.unanswered.find(1))?.question).toBe('x'.repeat(299));
  });
});

describe('feedback', () => {
  it('takes a reason later and is listed newest first', async () => {
    const entry = { reason: null, question: 'q', passages: ['aaaaaaaaaaaa'], at: day(1).toISOString() };
    const id = await corpus.feedback.add({ ...entry, verdict: 'bad' });
    await corpus.feedback.add({ ...entry, verdict: 'good' });
    await corpus.feedback.setReason(id, 'outdated');
    expect((await corpus.feedback.list()).map((item) => item.verdict)).toEqual(['good', 'bad']);
    expect(await corpus.feedback.list({ verdict: 'bad' })).toEqual([
      { ...entry, id, verdict: 'bad', reason: 'outdated' },
    ]);
  });
});

describe('meta', () => {
  it('sets, replaces and forgets', async () => {
    await corpus.meta.set('model', 'a');
    await corpus.meta.set('model', 'b');
    expect(await corpus.meta.get('model')).toBe('b');
    await corpus.meta.delete('model');
    expect(await corpus.meta.get('model')).toBeNull();
  });
});
