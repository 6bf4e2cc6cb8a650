/**
 * Damages and kills the vector index many times and checks that it always comes back whole. Not part of `npm test`: it takes
 * minutes. A short form of it is in hnsw/hnsw-vector-index.test.ts.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FakeEmbedder } from '../embedding/fake-embedder.ts';
import { silentLog } from '../log.ts';
import { seededRandom } from '../process/seeded-random.ts';
import { damages, fileNamed, indexFiles } from '../vectors/damage.ts';
import { ExactPoints } from '../vectors/exact-points.ts';
import { HnswVectorIndex } from '../vectors/hnsw-vector-index.ts';
import { clusteredVector, MemoryVectors } from '../vectors/memory-vectors.ts';
import { unitVector } from '../vectors/points.ts';
import { type StoredVectors, storedVectors } from '../vectors/stored-vectors.ts';
import { indexFolder } from '../vectors/vectors.ts';
import { corpusIn, draftOf } from './corpus-for-tests.ts';

const usage = 'Usage: tsx corpus/trials/fault-index.ts [--runs 500] [--kills 200] [--seed 1]';

/** Slowest start that is still fine, with the database recovering from the same kill. */
const slowestStartMs = 5_000;
const leastRecall = 0.99;

async function allPoints(stored: StoredVectors): Promise<ExactPoints> {
  const points = new ExactPoints(stored.dimensions);
  for await (const batch of stored.all()) {
    for (const { passageId, vector } of batch) points.add(passageId, unitVector(vector, stored.dimensions));
  }
  return points;
}

/** What is wrong with an index, or null: other passages than the database has, or other neighbours. */
async function problemOf(
  index: HnswVectorIndex,
  stored: StoredVectors,
  random: () => number,
): Promise<string | null> {
  const points = await allPoints(stored);
  if (index.count() !== points.size) return `it counts ${index.count()} passages of ${points.size}`;
  if (points.size === 0) return null;
  const anything = clusteredVector(random, stored.dimensions);
  const unit = unitVector(anything, stored.dimensions);
  const right = new Set(points.search(unit, points.size).map((hit) => hit.passageId));
  const ghosts = (await index.search(anything, points.size)).filter((hit) => !right.has(hit.passageId));
  if (ghosts.length > 0) return `it returns ${ghosts.length} passages that are not there`;
  let found = 0;
  let wanted = 0;
  for (let question = 0; question < 10; question++) {
    const query = clusteredVector(random, stored.dimensions);
    const best = points.search(unitVector(query, stored.dimensions), 10);
    const hits = await index.search(query, 10);
    const least = best.at(-1)!.similarity - 1e-5;
    wanted += best.length;
    found += hits.filter((hit) => hit.similarity >= least).length;
  }
  return found / wanted >= leastRecall ? null : `its recall is ${(found / wanted).toFixed(3)}`;
}

/** One index with something wrong with its files: refused, made again, and right before, during and after. */
async function damageOnce(folder: string, random: () => number): Promise<string | null> {
  const stored = new MemoryVectors(16);
  for (let id = 1; id <= 200; id++) stored.set(id, clusteredVector(random, stored.dimensions));
  const options = { folder, stored, log: silentLog(), exactBelow: 0 };
  const written = await HnswVectorIndex.open(options);
  await written.settled();
  await written.close();
  const kinds = Object.entries(damages);
  const [how, damage] = kinds[Math.floor(random() * kinds.length)]!;
  const target = indexFiles[Math.floor(random() * indexFiles.length)]!;
  damage(fileNamed(folder, target), random);
  const index = await HnswVectorIndex.open(options);
  const refused = index.isRebuilding();
  const early = await problemOf(index, stored, random);
  await index.settled();
  const late = await problemOf(index, stored, random);
  await index.close();
  rmSync(folder, { recursive: true, force: true });
  const problem = refused ? (early ?? late) : 'it was loaded';
  return problem && `${target.source} ${how}: ${problem}`;
}

const embedder = new FakeEmbedder({ dimensions: 12 });

function openIn(dataDir: string, stored: StoredVectors): Promise<HnswVectorIndex> {
  const folder = indexFolder(dataDir, embedder.modelId);
  return HnswVectorIndex.open({ folder, stored, log: silentLog(), exactBelow: 0, saveDelayMs: 0 });
}

/** Adds, replaces and removes documents and saves the index after each, until it is killed. */
async function churn(dataDir: string, seed: number): Promise<void> {
  const random = seededRandom(seed);
  const corpus = await corpusIn(dataDir);
  const index = await openIn(dataDir, storedVectors(corpus.passages, embedder));
  process.stdout.write('ready\n');
  for (;;) {
    const page = Math.floor(random() * 40);
    const url = `https://example.org/${page}`;
    const paragraphs = Array.from({ length: 6 }, () => words(random));
    await corpus.documents.save(draftOf(paragraphs, { url }), { embed: embedder });
    if (random() < 0.2) {
      const old = await corpus.documents.findByUrl(`https://example.org/${Math.floor(random() * 40)}`);
      if (old)
        await (random() < 0.5 ? corpus.documents.vanish(old.id, 'test') : corpus.documents.restore(old.id));
    }
    await index.catchUp();
  }
}

function words(random: () => number): string {
  return Array.from({ length: 25 }, () => 'abcdefghijkl'.slice(0, 1 + Math.floor(random() * 12))).join(' ');
}

/** Kills a process in the middle of its work; then everything must be as the database says. */
async function killOnce(
  dataDir: string,
  options: { readonly seed: number; readonly random: () => number },
): Promise<string | null> {
  const self = fileURLToPath(import.meta.url);
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', self, '--churn', dataDir, '--seed', String(options.seed)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
    },
  );
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  if (child.exitCode !== null) return `the process ended by itself with code ${child.exitCode}`;
  await new Promise((resolve) => setTimeout(resolve, options.random() * 400));
  child.kill('SIGKILL');
  await once(child, 'exit');
  const corpus = await corpusIn(dataDir);
  const stored = storedVectors(corpus.passages, embedder);
  const startedAt = performance.now();
  const index = await openIn(dataDir, stored);
  const startMs = performance.now() - startedAt;
  const early = await problemOf(index, stored, options.random);
  await index.settled();
  const problem = early ?? (await problemOf(index, stored, options.random));
  await index.close();
  await corpus.close();
  return problem ?? (startMs > slowestStartMs ? `it took ${Math.round(startMs)} ms to start` : null);
}

/** Runs a check many times and prints what went wrong. Returns how often it did. */
async function repeat(
  name: string,
  times: number,
  once: (round: number) => Promise<string | null>,
): Promise<number> {
  let failures = 0;
  for (let round = 1; round <= times; round++) {
    const problem = await once(round);
    if (problem) {
      failures++;
      process.stdout.write(`${name} ${round}: ${problem}\n`);
    }
    if (round % 50 === 0) process.stdout.write(`${name}: ${round} of ${times}, ${failures} failed\n`);
  }
  return failures;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string' },
      kills: { type: 'string' },
      seed: { type: 'string', default: '1' },
      churn: { type: 'string' },
    },
  });
  // Without either the whole script runs; with one of them that one alone.
  const isWhole = values.runs === undefined && values.kills === undefined;
  const [runs, kills, seed] = [
    values.runs ?? (isWhole ? 500 : 0),
    values.kills ?? (isWhole ? 200 : 0),
    values.seed,
  ].map(Number) as [number, number, number];
  if (![runs, kills, seed].every((value) => Number.isInteger(value) && value >= 0)) throw new Error(usage);
  if (values.churn !== undefined) return churn(values.churn, seed);
  if (runs + kills === 0) throw new Error(usage);
  const root = mkdtempSync(join(tmpdir(), 'fault-index-'));
  const random = seededRandom(seed);
  try {
    const failures =
      (await repeat('damage', runs, (round) => damageOnce(join(root, String(round)), random))) +
      (await repeat('kill', kills, (round) =>
        killOnce(join(root, 'killed'), { seed: seed * 1000 + round, random }),
      ));
    process.stdout.write(`seed ${seed}: ${runs} damages, ${kills} kills: ${failures} failed\n`);
    process.exitCode = failures === 0 ? 0 : 1;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

await main();
