import { join } from 'node:path';
import { loadEnvironment, readConfig } from '../../corpus/config.ts';
import { createLog } from '../../corpus/log.ts';
import { openPeopleDatabase } from '../people/people-database.ts';
import { readPeopleKey } from '../people/people-key.ts';
import { Telegram } from '../telegram.ts';
import { sampleAnswer, testDeps } from './bot-for-tests.ts';

/**
 * The bot as the kill test runs it: everything real but the corpus, so that it starts in a fraction of a second. Adds
 * the digests the test expects, under the same keys at every start.
 */
const config = readConfig(loadEnvironment('/nonexistent'));
const log = createLog({ level: config.LOG_LEVEL });
const path = join(config.DATA_DIR, 'people.db');
const database = openPeopleDatabase({ path, key: readPeopleKey({ config, databases: [], log }), log });
const ask = async (question: { readonly text: string }) => {
  // Some answers come at once and some take a while, so that kills hit every stage.
  await new Promise((resolve) => setTimeout(resolve, (question.text.length % 5) * 15));
  return sampleAnswer(question);
};
const deps = testDeps(config, database, { log, asker: { ask } });
const telegram = new Telegram({ ...config, BOT_TOKEN: config.BOT_TOKEN! }, deps);
for (let i = 0; i < Number(process.env.KILL_TEST_DIGESTS ?? 0); i += 1) {
  const chatId = 100_000 + i;
  const payload = { chat_id: chatId, text: `digest ${i}`, link_preview_options: { is_disabled: true } };
  telegram.outbox.add({ key: `digest:${i}`, kind: 'digest', chatId, method: 'sendMessage', payload });
}
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
await telegram.run(stop.signal);
process.exit(0);
