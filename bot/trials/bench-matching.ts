import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { readConfig } from '../../corpus/config.ts';
import { type Corpus, openCorpus } from '../../corpus/corpus.ts';
import { loadLexicon } from '../../corpus/lexicon/lexicon.ts';
import { silentLog } from '../../corpus/log.ts';
import { seededRandom } from '../../corpus/process/seeded-random.ts';
import { inTransaction } from '../../corpus/storage/sqlite.ts';
import { indexFields } from '../../corpus/terms/lexical.ts';
import { TextGrower } from '../../retrieval/bench/grow-text.ts';
import { digestKinds, kindTopic } from '../../retrieval/digest/digest-topics.ts';
import { Outbox } from '../delivery/outbox.ts';
import { DigestSender } from '../digest/digest-sender.ts';
import { defaultWish, type SubscriptionWish } from '../digest/subscription.ts';
import { openPeopleDatabase } from '../people/people-database.ts';
import { systemClock } from '../process/clock.ts';
import { uiLanguages } from '../texts.ts';
import { testDeps } from './bot-for-tests.ts';
import { testKey } from './people-for-tests.ts';

/**
 * `tsx bot/trials/bench-matching.ts --subscribers 100000 --documents 200 --seed 1`: what it takes to find out what is new for each of many
 * subscribers whose digests are due at once, and to write these to the outbox, without the rests the sender takes for the sake of answers.
 */
const { values } = parseArgs({
  options: {
    subscribers: { type: 'string', default: '100000' },
    documents: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
  },
});
const subscribers = Number(values.subscribers);
const random = seededRandom(Number(values.seed));

const lexicon = loadLexicon();
const topics = [
  ...lexicon.concepts.filter(({ kind }) => kind === 'country' || kind === 'place').map(({ id }) => id),
  ...digestKinds.map(kindTopic),
];
const questions = [
  'Скільки машин передала Японія?',
  'How much money did Norway give?',
  'Хто навчає саперів?',
];

let aheadMs = 0;
const clock = {
  ...systemClock,
  now: () => Date.now() + aheadMs,
  sleep: () => new Promise<void>((resolve) => setImmediate(resolve)),
};

const folder = mkdtempSync(join(tmpdir(), 'bench-matching-'));
try {
  await run(await openCorpus({ dataDir: folder, log: silentLog(), indexFields }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function run(corpus: Corpus): Promise<void> {
  const database = openPeopleDatabase({ path: join(folder, 'people.db'), key: testKey, log: silentLog() });
  const deps = testDeps(readConfig({ DATA_DIR: folder }), database, { clock, newsCorpus: corpus });
  const { subscriptions, news } = deps.digesting;
  await news.refresh();
  const published = new Date().toISOString().slice(0, 10);
  const grower = new TextGrower(lexicon, Number(values.seed));
  for (let number = 0; number < Number(values.documents); number += 1)
    await corpus.documents.save({ ...grower.document(number), published }, { embed: null });
  inTransaction(database.db, () => {
    for (let i = 1; i <= subscribers; i += 1)
      subscriptions.add(subscriptions.codeFor(i, 1), i, wish(defaultWish(deps.config, 'uk')), 'active');
  });
  const firstTook = await timed(() => news.refresh());
  aheadMs = subscriptions.nextDueMs()! - Date.now() + 60_000;
  const { texts, digesting } = deps;
  const outbox = new Outbox(database, clock.now);
  const sender = new DigestSender({
    ...digesting,
    database,
    outbox,
    wake: () => undefined,
    texts,
    username: 'b',
    clock,
    log: silentLog(),
  });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const took = await timed(() => sender.runOnce());
  delay.disable();
  console.log(
    `seed ${values.seed}, ${subscribers} subscribers, ${values.documents} new documents, load ${loadavg()[0]!.toFixed(1)}`,
  );
  console.log(
    `reading the news: ${seconds(firstTook.wallMs)} s, ${seconds(firstTook.cpuMs)} s of the processor`,
  );
  console.log(`${took.result} digests: ${seconds(took.wallMs)} s, ${seconds(took.cpuMs)} s of the processor`);
  console.log(
    `a subscriber: ${Math.round((took.cpuMs * 1000) / subscribers)} µs; longest block ${Math.round(delay.max / 1e6)} ms`,
  );
  database.close();
  await corpus.close();
}

// One topic as a rule, sometimes two that must both be met, sometimes everything; every fiftieth asks a question as well.
function wish(plain: SubscriptionWish): SubscriptionWish {
  const count = random() < 0.1 ? 0 : random() < 0.75 ? 1 : 2;
  return {
    ...plain,
    topics: Array.from({ length: count }, () => oneOf(topics)),
    match: random() < 0.2 ? 'all' : 'any',
    officialOnly: random() < 0.1,
    question: random() < 0.02 ? oneOf(questions) : null,
    language: oneOf(uiLanguages),
  };
}

function oneOf<Item>(items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)]!;
}

async function timed<Result>(work: () => Promise<Result>) {
  const startedMs = performance.now();
  const startedCpu = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(startedCpu);
  return { result, wallMs: performance.now() - startedMs, cpuMs: (user + system) / 1000 };
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
