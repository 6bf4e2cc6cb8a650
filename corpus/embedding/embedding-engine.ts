import { loadTransformers } from './load-transformers.ts';
import { poolTokens, type TokenVectors } from './pool-tokens.ts';

/** A model folder (absolute path) and how to run it; plain data, so that it can be sent to a worker. */
export interface EngineOptions {
  readonly folder: string;
  readonly dtype: 'fp32' | 'fp16' | 'q8' | 'uint8';
  readonly pooling: 'mean' | 'cls';
}

/** Unit vectors of `count` texts, one after the other in `values`. */
export interface VectorBatch {
  readonly count: number;
  readonly dimensions: number;
  readonly values: Float32Array;
}

/** A loaded model. Computing blocks the thread it runs in. */
export interface EmbeddingEngine {
  readonly embed: (texts: readonly string[]) => Promise<VectorBatch>;
  readonly close: () => Promise<void>;
}

interface ModelInputs {
  readonly attention_mask: { readonly data: ArrayLike<number | bigint> };
}

interface ModelOutputs {
  readonly last_hidden_state?: TokenVectors & { dispose(): void };
  readonly token_embeddings?: TokenVectors & { dispose(): void };
}

// Texts are padded to the longest of their batch, and all rows of a batch are in memory at once.
const batchSize = 16;

/** Loads a model from a local folder; never touches the network. */
export async function openEngine(options: EngineOptions): Promise<EmbeddingEngine> {
  const { env, pipeline } = loadTransformers();
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.useFSCache = false;
  // One thread: twice as fast as two on two cores, because the cores are shared with the rest of the bot.
  const sessionOptions = { intraOpNumThreads: 1, interOpNumThreads: 1, enableCpuMemArena: false };
  const extractor = await pipeline('feature-extraction', options.folder, {
    dtype: options.dtype,
    device: 'cpu',
    session_options: sessionOptions,
  });
  forgetVocabularyFile(extractor.tokenizer);
  const run = async (texts: readonly string[]): Promise<VectorBatch> => {
    const inputs: ModelInputs = extractor.tokenizer([...texts], { padding: true, truncation: true });
    const outputs: ModelOutputs = await extractor.model(inputs);
    const tokens = outputs.last_hidden_state ?? outputs.token_embeddings;
    if (tokens === undefined) throw new Error(`The model in ${options.folder} gives no vectors of tokens.`);
    const values = poolTokens(tokens, inputs.attention_mask.data, options.pooling);
    tokens.dispose();
    return { count: texts.length, dimensions: values.length / texts.length, values };
  };
  return { embed: (texts) => embedSorted(texts, run), close: () => extractor.dispose() };
}

/** The parsed file of the vocabulary, which the library keeps twice and never reads again: 6 MB of the bundled model. */
function forgetVocabularyFile(tokenizer: object): void {
  Reflect.deleteProperty(tokenizer, '_tokenizerJSON');
  const { _tokenizer } = tokenizer as { readonly _tokenizer?: { readonly model?: { config?: object } } };
  if (_tokenizer?.model?.config !== undefined) Reflect.deleteProperty(_tokenizer.model.config, 'vocab');
}

/** Runs texts in batches of similar length, so that little is padded, and returns them in the order given. */
async function embedSorted(
  texts: readonly string[],
  run: (batch: readonly string[]) => Promise<VectorBatch>,
): Promise<VectorBatch> {
  const order = [...texts.keys()].sort((one, other) => texts[one]!.length - texts[other]!.length);
  let dimensions = 0;
  let values = new Float32Array(0);
  for (let start = 0; start < order.length; start += batchSize) {
    const positions = order.slice(start, start + batchSize);
    const part = await run(positions.map((position) => texts[position]!));
    if (dimensions === 0) {
      dimensions = part.dimensions;
      values = new Float32Array(texts.length * dimensions);
    }
    positions.forEach((position, index) => {
      values.set(part.values.subarray(index * dimensions, (index + 1) * dimensions), position * dimensions);
    });
  }
  return { count: texts.length, dimensions, values };
}
