import type { Update } from 'grammy/types';
import { afterEach, describe, expect, it } from 'vitest';
import { type RunningBot, sampleAnswer, startTestBot } from '../trials/bot-for-tests.ts';

let bot: RunningBot;
afterEach(() => bot.stop());

async function query(text: string): Promise<Readonly<Record<string, unknown>>> {
  const from = { id: 501, is_bot: false, first_name: 'Reader', language_code: 'uk' };
  bot.server.push({
    update_id: Date.now() % 1_000_000,
    inline_query: { id: 'q', from, query: text, offset: '' },
  } as Update);
  await bot.until(() => bot.server.callsOf('answerInlineQuery').length > 0);
  return bot.server.callsOf('answerInlineQuery')[0]!.params;
}

describe('inline mode', () => {
  it('gives up to five cited cards', async () => {
    bot = await startTestBot({ deps: { asker: { ask: async (question) => sampleAnswer(question, 7) } } });
    const { results, is_personal } = await query('Японія міношукачі');
    expect(results).toHaveLength(5);
    expect((results as { input_message_content: unknown }[])[0]).toMatchObject({
      type: 'article',
      input_message_content: {
        message_text: '«Японія передала 40 спецавтомобілів.»\nOstriv · 20.11.2024 · доказ',
        entities: [
          { type: 'expandable_blockquote' },
          { type: 'text_link', url: 'https://ostriv.org/japan' },
          { type: 'text_link', url: expect.stringContaining('?start=e_passage00001') },
        ],
        link_preview_options: { is_disabled: true },
      },
    });
    expect(is_personal).toBe(false);
  });

  it('tells how to use it before anything is asked, and when nothing was found or search broke', async () => {
    let failing = false;
    const ask = async (question: { text: string }) => {
      if (failing) throw new Error('index is gone');
      return { ...sampleAnswer(question), kind: 'not_found' as const, citations: [] };
    };
    bot = await startTestBot({ deps: { asker: { ask } } });
    const hintFor = async (text: string) => {
      const { results, button } = await query(text);
      bot.server.calls.length = 0;
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(results).toEqual([]);
      return (button as { text: string }).text;
    };
    const hints = [await hintFor(''), await hintFor('хтозна-що')];
    failing = true;
    hints.push(await hintFor('Японія міношукачі'));
    expect(new Set(hints).size).toBe(3);
  });
});
