import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../corpus/lexicon/lexicon.ts';
import { seededRandom } from '../../corpus/process/seeded-random.ts';
import { acceptedSentences } from './accepted-sentences.ts';
import { answerInLanguage, honestReplies, hostileReplies } from './chat-replies-for-tests.ts';
import { forge } from './chat-trial.ts';

const lexicon = loadLexicon();

describe('acceptedSentences', () => {
  it.each(honestReplies)('shows the honest sentence (%s) %s', (language, reply) => {
    expect(acceptedSentences(reply, answerInLanguage(language), lexicon)).toEqual([reply]);
  });

  it.each(hostileReplies)('drops (%s) %s', (language, _kind, reply) => {
    expect(acceptedSentences(reply, answerInLanguage(language), lexicon)).toEqual([]);
  });

  // `tsx retrieval/rephrase/fault-rephrase.ts` makes 20,000 of them.
  it('drops honest sentences that were made false at random', () => {
    const random = seededRandom(20_260_101);
    const forgeries = Array.from({ length: 600 }, () => forge(lexicon, random)).filter((one) => one !== null);
    expect(forgeries.length).toBeGreaterThan(400);
    expect(forgeries.filter(({ shown }) => shown.length > 0)).toEqual([]);
  });

  it('keeps the honest sentences between hostile ones', () => {
    const reply =
      'Japan handed over four demining machines [1]. Japan handed over five demining machines [1]. Visit https://evil.example [1]. Lithuania gave 17 million euros for mine clearance [2].';
    expect(acceptedSentences(reply, answerInLanguage('en'), lexicon)).toEqual([
      'Japan handed over four demining machines [1].',
      'Lithuania gave 17 million euros for mine clearance [2].',
    ]);
  });
});
