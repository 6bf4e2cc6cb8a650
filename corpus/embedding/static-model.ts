import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { CompileOrder } from '../bundled-model/compile-worker.ts';
import type { ModelConcept } from '../bundled-model/vocabulary.ts';
import type { Logger } from '../log.ts';
import { startTypeScriptThread } from '../process/typescript-thread.ts';
import { type CheckedModel, checkModelFolder, publishModelFolder } from '../storage/model-folder.ts';

const briefsFolder = new URL('../briefs/', import.meta.url);

/** Files transformers.js needs of the bundled model. */
export const bundledModelFiles = [
  'config.json',
  'tokenizer_config.json',
  'tokenizer.json',
  'onnx/model_quantized.onnx',
] as const;

/** What the bundled model is compiled from. */
export interface StaticModelSources {
  readonly concepts: readonly ModelConcept[];
  /** Texts from which the rarity of words is estimated. Never the user's corpus: the model must not depend on it. */
  readonly texts: readonly string[];
}

/** The texts that ship with the project, without their front matter except the title. */
export async function readStarterTexts(): Promise<readonly string[]> {
  const names = (await readdir(briefsFolder))
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort();
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, briefsFolder), 'utf8')));
  return texts.map((text) => {
    const title = /^title: *"?(.*?)"?$/m.exec(text)?.[1] ?? '';
    return `${title}\n${text.replace(/^---\n[\s\S]*?\n---\n/, '')}`;
  });
}

// The compiler runs from its sources, so they tell better than a version number when its results may have changed.
const compilerFolder = new URL('../bundled-model/', import.meta.url);
const compilerNeeds = ['../text/stopwords.ts', '../text/transliterate.ts'].map(
  (file) => new URL(file, import.meta.url),
);

async function readCompiler(): Promise<readonly string[]> {
  const names = (await readdir(compilerFolder)).filter((name) => name.endsWith('.ts')).sort();
  const files = [...names.map((name) => new URL(name, compilerFolder)), ...compilerNeeds];
  return Promise.all(files.map((file) => readFile(file, 'utf8')));
}

/** 16 hex digits that change with the lexicon, the texts and the code of the compiler. */
export async function sourcesHash(sources: StaticModelSources): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(await readCompiler()));
  for (const { id, forms } of sources.concepts) {
    hash.update(JSON.stringify([id, forms.en, forms.uk, forms.ru, forms.ja]));
  }
  for (const text of sources.texts) hash.update(JSON.stringify(text));
  return hash.digest('hex').slice(0, 16);
}

// Compiling holds the event loop for two seconds, and the 250 MB it needs would stay with the process: V8 gives little back.
function compileInThread(order: CompileOrder): Promise<void> {
  const thread = startTypeScriptThread(new URL('../bundled-model/compile-worker.ts', import.meta.url), order);
  return new Promise((resolve, reject) => {
    thread.once('message', () => resolve());
    thread.once('error', reject);
    thread.once('exit', (code) =>
      reject(new Error(`The thread that compiles the model ended with code ${code}.`)),
    );
  });
}

// Another process that was started before an update may still have to load the model of its version.
const keepOldMs = 24 * 3_600_000;

/** Removes models of earlier versions of the lexicon, and what a killed process left half written. */
async function removeOldModels(parent: string, current: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const path = join(parent, name);
    const changedMs = await stat(path).then(
      (info) => info.mtimeMs,
      () => Date.now(),
    );
    if (name !== current && Date.now() - changedMs > keepOldMs)
      await rm(path, { recursive: true, force: true });
  }
}

/**
 * The folder of the compiled model under `<dataDir>/model/<hash of its sources>/`, compiled now when it is not there, or
 * not as it was written. Safe to call from several processes at once.
 */
export async function prepareStaticModel(
  dataDir: string,
  options: { readonly sources: StaticModelSources; readonly log: Logger },
): Promise<CheckedModel> {
  const hash = await sourcesHash(options.sources);
  const folder = resolve(dataDir, 'model', hash);
  const existing = await checkModelFolder(folder, bundledModelFiles).catch(() => null);
  if (existing?.isVerified) return existing;
  const startedAt = performance.now();
  const published = await publishModelFolder(folder, {
    model: 'bundled',
    revision: () => hash,
    required: bundledModelFiles,
    fill: (draft) => compileInThread({ ...options.sources, folder: draft }),
  });
  await removeOldModels(resolve(dataDir, 'model'), hash);
  const durationMs = Math.round(performance.now() - startedAt);
  options.log.info(
    { folder, concepts: options.sources.concepts.length, durationMs },
    'Embedding model compiled',
  );
  return published;
}
