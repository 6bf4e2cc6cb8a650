import { existsSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { UserError } from '../errors.ts';
import type { EngineOptions } from './embedding-engine.ts';

type EmbeddingConfig = Pick<
  Config,
  | 'DATA_DIR'
  | 'EMBEDDING_MODEL'
  | 'EMBEDDING_DTYPE'
  | 'EMBEDDING_POOLING'
  | 'EMBEDDING_QUERY_PREFIX'
  | 'EMBEDDING_PASSAGE_PREFIX'
>;

/** How a model has to be asked. */
export interface ModelHabits {
  readonly pooling: EngineOptions['pooling'];
  readonly queryPrefix: string;
  readonly passagePrefix: string;
}

/** The configured model: where it is, what it is called, how it is asked. */
export interface ModelChoice extends ModelHabits {
  readonly kind: 'bundled' | 'hub' | 'folder';
  readonly name: string;
  /** Null for the bundled model, whose folder follows from its content. */
  readonly folder: string | null;
  readonly dtype: EngineOptions['dtype'];
}

const plain: ModelHabits = { pooling: 'mean', queryPrefix: '', passagePrefix: '' };

// From the model cards. The first pattern that matches the name wins.
const families: readonly (readonly [RegExp, ModelHabits])[] = [
  [
    /e5-.{0,80}instruct/i,
    {
      ...plain,
      queryPrefix:
        'Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery: ',
    },
  ],
  [/(^|[/-])e5-/i, { pooling: 'mean', queryPrefix: 'query: ', passagePrefix: 'passage: ' }],
  [/nomic-embed/i, { pooling: 'mean', queryPrefix: 'search_query: ', passagePrefix: 'search_document: ' }],
  [/arctic-embed/i, { pooling: 'cls', queryPrefix: 'query: ', passagePrefix: '' }],
  [
    /bge-.{0,80}-en/i,
    { ...plain, pooling: 'cls', queryPrefix: 'Represent this sentence for searching relevant passages: ' },
  ],
  [/bge-|gte-multilingual/i, { ...plain, pooling: 'cls' }],
];

/** What a model wants by its name, for models whose family is known; otherwise mean pooling and no prefixes. */
export function habitsOf(name: string): ModelHabits {
  return families.find(([pattern]) => pattern.test(name))?.[1] ?? plain;
}

const onnxSuffix = { fp32: '', fp16: '_fp16', q8: '_quantized', uint8: '_uint8' } as const;

/** Files a model folder needs to be loaded with these weights. */
export function requiredFiles(dtype: EngineOptions['dtype']): readonly string[] {
  return ['config.json', 'tokenizer.json', 'tokenizer_config.json', `onnx/model${onnxSuffix[dtype]}.onnx`];
}

/** Where a model of the hub is kept after its download. */
export function hubFolder(dataDir: string, name: string): string {
  return resolve(join(dataDir, 'models', ...name.split('/')));
}

const hubName = /^[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*$/;

/**
 * Reads the EMBEDDING_ keys. `./x`, `../x`, an absolute path or a folder that exists is a folder; `owner/name` is a hub model.
 * @throws UserError for anything else.
 */
export function chooseModel(config: EmbeddingConfig): ModelChoice {
  const name = config.EMBEDDING_MODEL.trim();
  if (name === 'bundled') return { kind: 'bundled', name, folder: null, dtype: 'q8', ...plain };
  const habits = habitsOf(name);
  const asked = {
    name,
    dtype: config.EMBEDDING_DTYPE,
    pooling: config.EMBEDDING_POOLING ?? habits.pooling,
    queryPrefix: config.EMBEDDING_QUERY_PREFIX ?? habits.queryPrefix,
    passagePrefix: config.EMBEDDING_PASSAGE_PREFIX ?? habits.passagePrefix,
  };
  const looksLikePath = isAbsolute(name) || /^\.{1,2}[/\\]/.test(name) || existsSync(name);
  if (looksLikePath) return { kind: 'folder', ...asked, folder: resolve(name) };
  if (hubName.test(name)) return { kind: 'hub', ...asked, folder: hubFolder(config.DATA_DIR, name) };
  throw new UserError(
    `EMBEDDING_MODEL ${JSON.stringify(name)} is neither \`bundled\`, a hub name (owner/name) nor a folder. Correct it.`,
  );
}
