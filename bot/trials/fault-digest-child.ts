import { join } from 'node:path';
import { loadEnvironment, readConfig } from '../../corpus/config.ts';
import { openCorpus } from '../../corpus/corpus.ts';
import { createLog } from '../../corpus/log.ts';
import { indexFields } from '../../corpus/terms/lexical.ts';
import { openPeopleDatabase } from '../people/people-database.ts';
import { readPeopleKey } from '../people/people-key.ts';
import { systemClock } from '../process/clock.ts';
import { Telegram } from '../telegram.ts';
import { testDeps } from './bot-for-tests.ts';

/** The bot as the digest test runs it: real digests over a real corpus, on a clock that is ahead by a fixed time. */
const config = readConfig(loadEnvironment('/nonexistent'));
const log = createLog({ level: config.LOG_LEVEL });
const aheadMs = Number(process.env.DIGEST_TEST_AHEAD_MS ?? 0);
const clock = { ...systemClock, now: () => Date.now() + aheadMs };
const path = join(config.DATA_DIR, 'people.db');
const database = openPeopleDatabase({ path, key: readPeopleKey({ config, databases: [], log }), log });
const corpus = await openCorpus({ dataDir: config.DATA_DIR, log, indexFields });
const deps = testDeps(config, database, { log, clock, newsCorpus: corpus });
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
await new Telegram({ ...config, BOT_TOKEN: config.BOT_TOKEN! }, deps).run(stop.signal);
process.exit(0);
