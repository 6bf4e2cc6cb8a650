import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Config } from '../../corpus/config.ts';
import { openCorpus } from '../../corpus/corpus.ts';
import { openEmbedder } from '../../corpus/embedding/embedder.ts';
import { messageOf } from '../../corpus/errors.ts';
import type { Logger } from '../../corpus/log.ts';
import { sourceHealth } from '../../corpus/sources/source-status.ts';
import { dataFolder } from '../../corpus/storage/data-folder.ts';
import { codeOf } from '../../corpus/storage/sqlite.ts';
import { indexFields } from '../../corpus/terms/lexical.ts';
import { verifyCorpus } from '../../corpus/upkeep/verify.ts';
import { inspectVectorIndex } from '../../corpus/vectors/vectors.ts';
import { isTimeZone } from '../digest/zone-time.ts';
import { openPeopleDatabase } from '../people/people-database.ts';
import { readPeopleKey } from '../people/people-key.ts';
import { bad, type Check, ok, warn } from './doctor-checks.ts';
import { diskFree } from './readiness-facts.ts';

const leastDiskFree = 0.1;
const shownProblems = 5;

/** Disk, databases, index, model and sources. Reads only, but for what opening a database writes. */
export function dataChecks(config: Config, log: Logger): readonly Check[] {
  return [
    { name: 'node', look: async () => lookAtNode() },
    { name: 'settings', look: async () => lookAtSettings(config) },
    { name: 'folder', look: async () => lookAtFolder(config) },
    { name: 'disk', look: () => lookAtDisk(config) },
    { name: 'key', look: async () => lookAtKey(config) },
    { name: 'people', needs: 'folder', look: async () => lookAtPeople(config, log) },
    { name: 'model', needs: 'folder', look: () => lookAtModel(config, log) },
    { name: 'index', needs: 'folder', look: () => lookAtCorpus(config, log) },
    { name: 'vectors', needs: 'index', look: () => lookAtVectors(config, log) },
    { name: 'sources', needs: 'index', look: () => lookAtSources(config, log) },
  ];
}

function lookAtNode() {
  const version = process.versions.node;
  const [major = 0] = version.split('.').map(Number);
  if (major < 20) return bad(`Node ${version}`, 'install Node 20.19 or later');
  return ok(`Node ${version}`);
}

function lookAtSettings(config: Config) {
  if (!isTimeZone(config.DEFAULT_TIME_ZONE))
    return bad(
      `DEFAULT_TIME_ZONE ${config.DEFAULT_TIME_ZONE} is unknown`,
      'use an IANA name such as Europe/Kyiv',
    );
  if (config.BOT_TOKEN !== undefined && config.OWNER_IDS.length === 0)
    return warn('OWNER_IDS is empty', 'set it, or nobody can appoint moderators or see what is uncertain');
  if (config.BOT_TOKEN !== undefined && config.HEALTH_PORT === 0)
    return warn('HEALTH_PORT is 0', 'set it, so that a supervisor can see whether the bot serves');
  return ok(`${config.OWNER_IDS.length} owners, ${config.DEFAULT_TIME_ZONE}`);
}

function lookAtFolder({ DATA_DIR }: Config) {
  const advice = 'make DATA_DIR a folder that the user of the bot may write to';
  try {
    mkdirSync(DATA_DIR, { recursive: true });
    accessSync(DATA_DIR, constants.W_OK | constants.X_OK);
    return ok(resolve(DATA_DIR));
  } catch (error) {
    return bad(`DATA_DIR ${DATA_DIR} cannot be used (${codeOf(error)})`, advice);
  }
}

async function lookAtDisk({ DATA_DIR }: Config) {
  let folder = resolve(DATA_DIR);
  while (!existsSync(folder)) folder = dirname(folder);
  const free = await diskFree(folder);
  const says = `${Math.floor(free * 100)} % free at ${folder}`;
  return free < leastDiskFree ? bad(says, 'free some space, or move DATA_DIR to a larger disk') : ok(says);
}

function lookAtKey({ PEOPLE_KEY, PEOPLE_KEY_FILE, DATA_DIR }: Config) {
  if (PEOPLE_KEY !== undefined) return ok('PEOPLE_KEY is set');
  const path = PEOPLE_KEY_FILE ?? join(DATA_DIR, 'people.key');
  if (!existsSync(path)) {
    if (!existsSync(dataFolder(DATA_DIR).people)) return ok('none yet; the first start makes one');
    return bad(`${path} is missing`, 'put the key back: without it nothing in people.db can be read');
  }
  if ((statSync(path).mode & 0o077) !== 0) return warn(`${path} is readable by others`, `chmod 400 ${path}`);
  if (PEOPLE_KEY_FILE === undefined)
    return warn(
      `${path} lies beside the database`,
      'keep it elsewhere (PEOPLE_KEY_FILE) and leave it out of backups',
    );
  return ok(path);
}

function lookAtPeople(config: Config, log: Logger) {
  const { people: path } = dataFolder(config.DATA_DIR);
  if (!existsSync(path)) return ok('none yet; the first start makes it');
  const database = openPeopleDatabase({ path, key: readPeopleKey({ config, databases: [path], log }), log });
  try {
    const lines = database.db.prepare<[], string>('PRAGMA integrity_check(5)').pluck().all();
    if (lines[0] !== 'ok')
      return bad(`people.db is damaged: ${lines.join('; ')}`, 'stop the bot and restore a backup');
    const count = (sql: string) => database.db.prepare<[], number>(sql).pluck().get()!;
    const uncertain = count("SELECT count(*) FROM outbox WHERE state = 'uncertain'");
    const says = `sound, ${count('SELECT count(*) FROM subscriptions')} subscriptions`;
    if (uncertain > 0)
      return warn(`${says}, ${uncertain} messages of unknown end`, 'owners see them with /delivery');
    return ok(says);
  } finally {
    database.close();
  }
}

async function lookAtModel(config: Config, log: Logger) {
  try {
    const embedder = await openEmbedder(config, log);
    try {
      const vector = await embedder.embedQuery('міношукачі');
      return ok(`${embedder.modelId}, ${vector.length} dimensions`);
    } finally {
      await embedder.close();
    }
  } catch (error) {
    return bad(`the model cannot be used: ${messageOf(error)}`, 'run: npm run corpus -- model download');
  }
}

async function lookAtCorpus(config: Config, log: Logger) {
  const { corpus: path } = dataFolder(config.DATA_DIR);
  if (!existsSync(path)) return ok('none yet; the first start fills it');
  const corpus = await openCorpus({ dataDir: config.DATA_DIR, log, indexFields });
  try {
    const { counts, problems } = await verifyCorpus(corpus, await modelOf(config, log));
    if (problems.length > 0)
      return problems
        .slice(0, shownProblems)
        .map((problem) => bad(problem, 'run: npm run corpus -- rebuild'));
    return ok(`sound, ${counts.documents} documents, ${counts.searchable} passages can be found`);
  } finally {
    await corpus.close();
  }
}

async function lookAtVectors(config: Config, log: Logger) {
  if (!existsSync(dataFolder(config.DATA_DIR).corpus)) return ok('none yet; the first start makes the index');
  const model = await modelOf(config, log);
  if (model === null) return warn('not looked at: there is no model', 'mend the model first');
  const corpus = await openCorpus({ dataDir: config.DATA_DIR, log, indexFields });
  try {
    const state = await inspectVectorIndex({ config, corpus, model });
    if (state.kind === 'absent') return ok('no index file yet; the next start makes it');
    if (state.kind === 'unusable')
      return warn(
        `the index file cannot be used: ${state.reason}`,
        'the next start makes it again from the database; check the disk if that happens again',
      );
    return ok(`sound, ${state.points} points, ${state.changesBehind} changes to read at the next start`);
  } finally {
    await corpus.close();
  }
}

// A model that cannot be loaded has a finding of its own; the rest of the corpus is looked at all the same.
async function modelOf(config: Config, log: Logger): Promise<{ modelId: string; dimensions: number } | null> {
  try {
    const embedder = await openEmbedder(config, log);
    await embedder.close();
    return embedder;
  } catch {
    return null;
  }
}

async function lookAtSources(config: Config, log: Logger) {
  if (!existsSync(dataFolder(config.DATA_DIR).corpus)) return ok('none yet');
  const corpus = await openCorpus({ dataDir: config.DATA_DIR, log, indexFields });
  try {
    const sources = await corpus.sources.list();
    const ill = sources.filter((source) => ['failing', 'stale'].includes(sourceHealth(source, new Date())));
    if (ill.length === 0) return ok(`${sources.length} sources, none failing`);
    return ill
      .slice(0, shownProblems)
      .map(({ title, failures, lastError }) =>
        warn(
          `${title}: ${failures} failures, ${lastError ?? 'not fetched for long'}`,
          'moderators see why with /sources',
        ),
      );
  } finally {
    await corpus.close();
  }
}
