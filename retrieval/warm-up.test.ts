import { describe, expect, it } from 'vitest';
import { ask } from './ask.ts';
import { corpusOf } from './sources/corpus-for-tests.ts';
import { warmUp, warmUpQuestions } from './warm-up.ts';

describe('the questions a bot asks itself after its start', () => {
  it('are answered or not without a word to anybody', async () => {
    const { deps, close } = await corpusOf([]);
    const asked: string[] = [];
    await warmUp({
      ask: (question) => {
        asked.push(question.text);
        return ask(question, deps);
      },
    });
    expect(asked).toEqual(warmUpQuestions);
    await close();
  });

  it('come after the whole lexicon is read', async () => {
    const order: string[] = [];
    let left = 3;
    await warmUp(
      { ask: async ({ text }) => Promise.reject(new Error(`${order.push(text)}`)) },
      { readNext: () => order.push('read') > 0 && --left > 0 },
    );
    expect(order).toEqual(['read', 'read', 'read', ...warmUpQuestions]);
  });

  it('fail without a word when the bot is closed meanwhile', async () => {
    const ask = async () => {
      throw new Error('closed');
    };
    await expect(warmUp({ ask })).resolves.toBeUndefined();
  });
});
