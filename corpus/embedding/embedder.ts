import { createHash } from 'node:crypto';
import { Embeddings } from '@langchain/core/embeddings';
import type { Config } from '../config.ts';
import { UserError } from '../errors.ts';
import { loadLexicon } from '../lexicon/lexicon.ts';
import type { Logger } from '../log.ts';
import { type CheckedModel, checkModelFolder } from '../storage/model-folder.ts';
import {
  type EmbeddingEngine,
  type EngineOptions,
  openEngine,
  type VectorBatch,
} from './embedding-engine.ts';
import { EngineThread } from './engine-thread.ts';
import { chooseModel, type ModelChoice, requiredFiles } from './model-choice.ts';
import { prepareStaticModel, readStarterTexts } from './static-model.ts';

/** LangChain embeddings that know which model they are. Vectors are unit vectors: a dot product is the cosine. */
export interface PassageEmbedder extends Embeddings {
  /** Changes with anything that changes a vector: weights, their precision, pooling, prefixes, dimensions. */
  readonly modelId: string;
  readonly dimensions: number;
  /** @throws UserError for a text without a single visible character. */
  embedQuery(text: string): Promise<number[]>;
  /** One vector per text, in order. @throws UserError when a text is empty; nothing is embedded then. */
  embedDocuments(texts: string[]): Promise<number[][]>;
  /** Stops the thread, if there is one. The embedder cannot be used afterwards. */
  close(): Promise<void>;
}

/** Where vectors are computed. */
export interface EmbedderEngines {
  /** Answers questions. */
  readonly queries: EmbeddingEngine;
  /** Takes the batches of ingestion. */
  readonly documents: EmbeddingEngine;
}

/** The embedder over engines that are there already; {@link openEmbedder} makes both from the configuration. */
export class ModelEmbedder extends Embeddings implements PassageEmbedder {
  readonly modelId: string;
  readonly dimensions: number;
  readonly #engines: EmbedderEngines;
  readonly #prefixes: { readonly query: string; readonly passage: string };

  constructor(options: {
    readonly modelId: string;
    readonly dimensions: number;
    readonly engines: EmbedderEngines;
    readonly prefixes: { readonly query: string; readonly passage: string };
  }) {
    super({});
    this.modelId = options.modelId;
    this.dimensions = options.dimensions;
    this.#engines = options.engines;
    this.#prefixes = options.prefixes;
  }

  override async embedQuery(text: string): Promise<number[]> {
    refuseEmpty([text]);
    const batch = await this.#engines.queries.embed([this.#prefixes.query + text]);
    return this.#split(batch, 1)[0]!;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    if (texts.length === 0) return [];
    refuseEmpty(texts);
    const batch = await this.#engines.documents.embed(texts.map((text) => this.#prefixes.passage + text));
    return this.#split(batch, texts.length);
  }

  async close(): Promise<void> {
    await Promise.all([...new Set(Object.values(this.#engines))].map((engine) => engine.close()));
  }

  #split(batch: VectorBatch, count: number): number[][] {
    if (batch.count !== count || batch.dimensions !== this.dimensions) {
      throw new Error(
        `Model ${this.modelId} returned ${batch.count} vectors of ${batch.dimensions}, expected ${count} of ${this.dimensions}.`,
      );
    }
    return Array.from({ length: count }, (_, index) => {
      const vector = Array.from(
        batch.values.subarray(index * batch.dimensions, (index + 1) * batch.dimensions),
      );
      return checkVector(vector, this.modelId);
    });
  }
}

function refuseEmpty(texts: readonly string[]): void {
  const at = texts.findIndex((text) => text.trim() === '');
  if (at >= 0) throw new UserError(`Text ${at + 1} of ${texts.length} to embed is empty. Leave it out.`);
}

// A model divides by the length of its own sum of tokens; a text it knows nothing of can come out as 0/0.
function checkVector(vector: number[], modelId: string): number[] {
  const size = vector.reduce((sum, value) => sum + value * value, 0);
  if (Number.isFinite(size) && size > 0.5) return vector;
  throw new Error(`Model ${modelId} returned a vector that is zero or not finite.`);
}

function idOf(
  choice: ModelChoice,
  model: { readonly contentHash: string; readonly dimensions: number },
): string {
  const prefixes = JSON.stringify([choice.queryPrefix, choice.passagePrefix]);
  const prefixHash = createHash('sha256').update(prefixes).digest('hex').slice(0, 8);
  return [choice.name, model.contentHash, choice.dtype, choice.pooling, prefixHash, model.dimensions].join(
    ':',
  );
}

// A question costs the bundled model 0.5 ms and a passage 2 ms, less than handing it to a thread and starting one.
const textsInProcess = 8;

/** Small batches beside the questions, larger ones in the thread. */
function splitBySize(small: EmbeddingEngine, large: EngineThread): EmbeddingEngine {
  return {
    embed: (texts) => (texts.length <= textsInProcess && !large.isRunning ? small : large).embed(texts),
    close: () => large.close(),
  };
}

async function openEngines(choice: ModelChoice, options: EngineOptions): Promise<EmbedderEngines> {
  const thread = new EngineThread(options);
  // An encoder needs 7 to 40 ms for a text and would hold up every other chat meanwhile: all of its work goes to the thread.
  if (choice.kind !== 'bundled') return { queries: thread, documents: thread };
  const queries = await openEngine(options);
  return { queries, documents: splitBySize(queries, thread) };
}

async function findModel(config: Config, choice: ModelChoice, log: Logger): Promise<CheckedModel> {
  if (choice.folder === null) {
    const sources = { concepts: loadLexicon().concepts, texts: await readStarterTexts() };
    return prepareStaticModel(config.DATA_DIR, { sources, log });
  }
  const command = `npm run corpus -- model ${choice.kind === 'hub' ? 'download' : 'check'}`;
  const checked = await checkModelFolder(choice.folder, requiredFiles(choice.dtype)).catch(
    (cause: unknown) => {
      const reason = cause instanceof UserError ? cause.message : String(cause);
      throw new UserError(
        `${reason} EMBEDDING_MODEL is ${choice.name}; run \`${command}\`, or set it to bundled.`,
        { cause },
      );
    },
  );
  if (!checked.isVerified)
    log.warn({ folder: choice.folder }, `Model has no manifest; run \`${command}\` to pin its content`);
  return checked;
}

/**
 * Opens the configured model from local files; the network is never touched. The bundled model is compiled on first use.
 * @throws UserError when the model is missing, incomplete or damaged, saying what to do.
 */
export async function openEmbedder(config: Config, log: Logger): Promise<PassageEmbedder> {
  const startedAt = performance.now();
  const choice = chooseModel(config);
  const model = await findModel(config, choice, log);
  const engines = await openEngines(choice, {
    folder: model.folder,
    dtype: choice.dtype,
    pooling: choice.pooling,
  });
  const { dimensions } = await engines.queries
    .embed([`${choice.queryPrefix}mine`])
    .catch((cause: unknown) => {
      throw new UserError(
        `Embedding model ${choice.name} in ${model.folder} cannot be loaded. Get the model again.`,
        { cause },
      );
    });
  const modelId = idOf(choice, { contentHash: model.contentHash, dimensions });
  log.debug({ modelId, durationMs: Math.round(performance.now() - startedAt) }, 'Embedding model opened');
  return new ModelEmbedder({
    modelId,
    dimensions,
    engines,
    prefixes: { query: choice.queryPrefix, passage: choice.passagePrefix },
  });
}
