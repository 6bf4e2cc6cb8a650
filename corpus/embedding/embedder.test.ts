import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Embeddings } from '@langchain/core/embeddings';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { smallLexicon, smallTexts } from '../bundled-model/small-lexicon.ts';
import { type Config, readConfig } from '../config.ts';
import { UserError } from '../errors.ts';
import { silentLog } from '../log.ts';
import { ModelEmbedder, openEmbedder, type PassageEmbedder } from './embedder.ts';
import type { EmbeddingEngine } from './embedding-engine.ts';
import { EngineThread } from './engine-thread.ts';
import { loadTransformers } from './load-transformers.ts';
import { chooseModel, habitsOf } from './model-choice.ts';
import { checkModel, downloadModel } from './model-download.ts';
import { prepareStaticModel } from './static-model.ts';

// Milliseconds of work, but threads and models that start on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let root: string;
let modelFolder: string;
const open: PassageEmbedder[] = [];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'embedder-test-'));
  const sources = { concepts: smallLexicon, texts: smallTexts };
  modelFolder = (await prepareStaticModel(join(root, 'made'), { sources, log: silentLog() })).folder;
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((embedder) => embedder.close()));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

function configOf(values: Record<string, string>): Config {
  return readConfig({ DATA_DIR: join(root, 'data'), ...values });
}

async function openWith(values: Record<string, string>): Promise<PassageEmbedder> {
  const embedder = await openEmbedder(configOf(values), silentLog());
  open.push(embedder);
  return embedder;
}

/** A copy of a good model folder that a test may spoil. */
function copyOfModel(name: string): string {
  const folder = join(root, name);
  cpSync(modelFolder, folder, { recursive: true });
  return folder;
}

function cosine(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * other[at]!, 0);
}

describe('openEmbedder', () => {
  it('loads the library without its decoder of images', () => {
    expect(loadTransformers().env.version).toBeTruthy();
    const loaded = Object.keys(createRequire(import.meta.url).cache);
    expect(loaded.filter((path) => /[\\/](?:sharp|onnxruntime-node)[\\/]/.test(path)).join()).toMatch(
      /onnxruntime-node/,
    );
    expect(loaded.filter((path) => /[\\/]sharp[\\/]/.test(path))).toEqual([]);
  });

  it('opens the bundled model without any setting and finds translations', async () => {
    const embedder = await openWith({});
    expect(embedder).toBeInstanceOf(Embeddings);
    expect(embedder.modelId).toMatch(/^bundled:[0-9a-f]{16}:q8:mean:[0-9a-f]{8}:256$/);
    expect(embedder.dimensions).toBe(256);
    const question = await embedder.embedQuery('Скільки міношукачів передала Японія?');
    const [right, wrong] = await embedder.embedDocuments([
      'Japan handed over mine detectors to the State Emergency Service.',
      'The river froze early and the school stayed closed.',
    ]);
    expect(cosine(question, right!)).toBeGreaterThan(cosine(question, wrong!) + 0.2);
  });

  it('opens a local folder and gives the same vectors here and in the thread', async () => {
    const embedder = await openWith({ EMBEDDING_MODEL: modelFolder });
    const texts = Array.from(
      { length: 70 },
      (_, at) => `Японія ${'передала міношукачі '.repeat(at % 5)}${at}`,
    );
    const vectors = await embedder.embedDocuments(texts);
    expect(vectors).toHaveLength(70);
    const alone = await embedder.embedQuery(texts[69]!);
    expect(cosine(vectors[69]!, alone)).toBeGreaterThan(0.99999);
  });

  it('puts the prefixes before questions and passages and names them in the model id', async () => {
    const prefixes = { EMBEDDING_QUERY_PREFIX: 'mine ', EMBEDDING_PASSAGE_PREFIX: 'minister ' };
    const plain = await openWith({ EMBEDDING_MODEL: modelFolder });
    const prefixed = await openWith({ EMBEDDING_MODEL: modelFolder, ...prefixes });
    expect(prefixed.modelId).not.toBe(plain.modelId);
    expect(cosine(await prefixed.embedQuery('Japan'), await plain.embedQuery('mine Japan'))).toBeCloseTo(
      1,
      5,
    );
    const [passage] = await prefixed.embedDocuments(['Japan']);
    expect(cosine(passage!, await plain.embedQuery('minister Japan'))).toBeCloseTo(1, 5);
  });

  it('refuses empty texts before anything is computed', async () => {
    const embedder = await openWith({ EMBEDDING_MODEL: modelFolder });
    await expect(embedder.embedQuery(' \n')).rejects.toThrow(UserError);
    await expect(embedder.embedDocuments(['fine', ''])).rejects.toThrow('Text 2 of 2');
    expect(await embedder.embedDocuments([])).toEqual([]);
  });

  it('says what to do when a hub model was never downloaded', async () => {
    const opening = openEmbedder(configOf({ EMBEDDING_MODEL: 'Xenova/multilingual-e5-small' }), silentLog());
    await expect(opening).rejects.toThrow('npm run corpus -- model download');
  });

  const damages: readonly (readonly [string, (folder: string) => void])[] = [
    ['a file is missing', (folder) => rmSync(join(folder, 'tokenizer.json'))],
    ['a file was cut', (folder) => writeFileSync(join(folder, 'onnx/model_quantized.onnx'), 'cut')],
    ['the manifest is garbage', (folder) => writeFileSync(join(folder, 'manifest.json'), '{')],
    ['a file was changed', (folder) => writeFileSync(join(folder, 'config.json'), '{"model_type":"bert" }')],
  ];
  for (const [how, damage] of damages) {
    it(`refuses a model of which ${how}`, async () => {
      const folder = copyOfModel(how.replaceAll(' ', '-'));
      damage(folder);
      await expect(openEmbedder(configOf({ EMBEDDING_MODEL: folder }), silentLog())).rejects.toThrow(
        UserError,
      );
    });
  }

  it('refuses a complete folder that holds no model', async () => {
    const folder = copyOfModel('no-model');
    rmSync(join(folder, 'manifest.json'));
    writeFileSync(join(folder, 'onnx/model_quantized.onnx'), 'not a graph');
    const opening = openEmbedder(configOf({ EMBEDDING_MODEL: folder }), silentLog());
    await expect(opening).rejects.toThrow('cannot be loaded');
  });
});

describe('ModelEmbedder', () => {
  function embedderOver(values: readonly number[]): ModelEmbedder {
    const engine: EmbeddingEngine = {
      embed: async () => ({ count: 1, dimensions: 2, values: Float32Array.from(values) }),
      close: async () => {},
    };
    return new ModelEmbedder({
      modelId: 'broken',
      dimensions: 2,
      engines: { queries: engine, documents: engine },
      prefixes: { query: '', passage: '' },
    });
  }

  it('lets no vector out that is not finite or zero', async () => {
    await expect(embedderOver([Number.NaN, 1]).embedQuery('x')).rejects.toThrow('zero or not finite');
    await expect(embedderOver([0, 0]).embedDocuments(['x'])).rejects.toThrow('zero or not finite');
    expect(await embedderOver([0, 1]).embedQuery('x')).toEqual([0, 1]);
  });

  it('notices another number of vectors than of texts', async () => {
    await expect(embedderOver([0, 1]).embedDocuments(['x', 'y'])).rejects.toThrow('returned 1 vectors');
  });
});

describe('EngineThread', () => {
  const texts = ['Японія', 'mine'];

  it('goes to sleep when idle and wakes up for the next text', async () => {
    const thread = new EngineThread({ folder: modelFolder, dtype: 'q8', pooling: 'mean', idleMs: 20 });
    const first = await thread.embed(texts);
    expect(thread.isRunning).toBe(true);
    await expect.poll(() => thread.isRunning, { timeout: 2000 }).toBe(false);
    expect(await thread.embed(texts)).toEqual(first);
    await thread.close();
  });

  it('leaves the event loop free while it works', async () => {
    const thread = new EngineThread({ folder: modelFolder, dtype: 'q8', pooling: 'mean' });
    await thread.embed(texts);
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await thread.embed(
      Array.from({ length: 300 }, (_, at) => `Японія передала міношукачі ${at} `.repeat(30)),
    );
    clearInterval(timer);
    expect(turns).toBeGreaterThan(20);
    await thread.close();
  });

  it('fails the call, not the process, when the model cannot be loaded', async () => {
    const thread = new EngineThread({ folder: join(root, 'nowhere'), dtype: 'q8', pooling: 'mean' });
    await expect(thread.embed(texts)).rejects.toThrow('Embedding failed');
    await thread.close();
  });

  it('rejects what is under way when it is closed', async () => {
    const thread = new EngineThread({ folder: modelFolder, dtype: 'q8', pooling: 'mean' });
    const pending = thread.embed(texts);
    const refused = expect(pending).rejects.toThrow('closed');
    await thread.close();
    await refused;
  });
});

describe('chooseModel', () => {
  it('tells the bundled model, hub names and folders apart', () => {
    expect(chooseModel(configOf({})).kind).toBe('bundled');
    expect(chooseModel(configOf({ EMBEDDING_MODEL: 'owner/name' }))).toMatchObject({
      kind: 'hub',
      folder: join(root, 'data', 'models', 'owner', 'name'),
    });
    expect(chooseModel(configOf({ EMBEDDING_MODEL: './some/folder' })).kind).toBe('folder');
    expect(chooseModel(configOf({ EMBEDDING_MODEL: relative('.', root) })).folder).toBe(root);
    expect(() => chooseModel(configOf({ EMBEDDING_MODEL: 'what is this' }))).toThrow(UserError);
    expect(() => chooseModel(configOf({ EMBEDDING_MODEL: '../../etc/passwd/..' })).folder).not.toThrow();
    expect(() => chooseModel(configOf({ EMBEDDING_MODEL: 'owner/..' }))).toThrow(UserError);
  });

  it('knows what the e5 family wants, and lets the configuration outrank it', () => {
    const e5 = { EMBEDDING_MODEL: 'Xenova/multilingual-e5-small' };
    expect(chooseModel(configOf(e5))).toMatchObject({
      queryPrefix: 'query: ',
      passagePrefix: 'passage: ',
      pooling: 'mean',
    });
    expect(chooseModel(configOf({ ...e5, EMBEDDING_QUERY_PREFIX: '' })).queryPrefix).toBe('');
    expect(habitsOf('Xenova/bge-m3')).toEqual({ pooling: 'cls', queryPrefix: '', passagePrefix: '' });
    expect(habitsOf('Xenova/multilingual-e5-large-instruct').passagePrefix).toBe('');
    expect(habitsOf('Xenova/paraphrase-multilingual-MiniLM-L12-v2')).toEqual({
      pooling: 'mean',
      queryPrefix: '',
      passagePrefix: '',
    });
  });
});

describe('model download and check', () => {
  let hub: Server;
  let host: string;
  let spoil: (path: string, content: Buffer) => Buffer;

  beforeAll(async () => {
    hub = createServer((request, response) => {
      const [, owner, name, , , ...path] = request.url!.split('/');
      const file = path.join('/');
      const isThere = `${owner}/${name}` === 'test/model' && !file.endsWith('_data');
      if (!isThere) return response.writeHead(404).end();
      const content = readFileSync(join(modelFolder, file));
      const sent = spoil(file, content);
      response.writeHead(200, { 'content-length': content.length, 'x-repo-commit': 'abc123' });
      // The socket is closed instead of the response being ended: a cut connection.
      if (sent.length === content.length) response.end(sent);
      else response.write(sent, () => response.destroy());
      return undefined;
    });
    await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
    host = `http://127.0.0.1:${(hub.address() as AddressInfo).port}/`;
  });

  afterAll(() => hub.close());

  function deps(lines: string[] = []) {
    return { log: silentLog(), say: (line: string) => void lines.push(line), host };
  }

  it('downloads a model that then opens without the network', async () => {
    spoil = (_path, content) => content;
    const config = configOf({ EMBEDDING_MODEL: 'test/model' });
    const lines: string[] = [];
    await downloadModel(config, deps(lines));
    expect(lines.at(-1)).toContain('256 dimensions');
    const folder = chooseModel(config).folder!;
    expect(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))).toMatchObject({
      model: 'test/model',
      revision: 'abc123',
    });
    const embedder = await openWith({ EMBEDDING_MODEL: 'test/model' });
    expect(await embedder.embedQuery('Japan')).toHaveLength(256);
    await downloadModel(config, deps(lines));
    expect(lines.at(-1)).toContain('already');
  });

  it('leaves nothing behind when the connection is cut or the model does not exist', async () => {
    spoil = (path, content) => (path.endsWith('.onnx') ? content.subarray(0, 1000) : content);
    const data = { DATA_DIR: join(root, 'other') };
    await expect(downloadModel(configOf({ ...data, EMBEDDING_MODEL: 'test/model' }), deps())).rejects.toThrow(
      'could not be downloaded',
    );
    await expect(downloadModel(configOf({ ...data, EMBEDDING_MODEL: 'test/none' }), deps())).rejects.toThrow(
      'HTTP 404',
    );
    await expect(
      openEmbedder(configOf({ ...data, EMBEDDING_MODEL: 'test/model' }), silentLog()),
    ).rejects.toThrow('download');
  });

  it('has nothing to download for the bundled model', async () => {
    await expect(downloadModel(configOf({}), deps())).rejects.toThrow(UserError);
  });

  it('writes a manifest for a local folder that has none', async () => {
    const folder = copyOfModel('unsealed');
    rmSync(join(folder, 'manifest.json'));
    mkdirSync(join(folder, 'onnx'), { recursive: true });
    await checkModel(configOf({ EMBEDDING_MODEL: folder }), deps());
    writeFileSync(join(folder, 'config.json'), '{}');
    await expect(checkModel(configOf({ EMBEDDING_MODEL: folder }), deps())).rejects.toThrow('damaged');
  });
});
