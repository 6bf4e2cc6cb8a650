import type { NormaliserStep } from './normaliser.ts';

/** Longer texts are cut; a passage is a tenth of this, and a table look-up costs nothing per token. */
const maxTokens = 8192;

function tokenizer(steps: readonly NormaliserStep[], tokens: ReadonlyMap<string, number>): object {
  const special = (content: string) => ({ SpecialToken: { id: content, type_id: 0 } });
  const entry = (content: string) =>
    [content, { id: content, ids: [tokens.get(content)], tokens: [content] }] as const;
  const sequence = { Sequence: { id: 'A', type_id: 0 } };
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: [],
    normalizer: { type: 'Sequence', normalizers: steps },
    pre_tokenizer: { type: 'WhitespaceSplit' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [special('[CLS]'), sequence, special('[SEP]')],
      pair: [
        special('[CLS]'),
        sequence,
        special('[SEP]'),
        { Sequence: { id: 'B', type_id: 1 } },
        special('[SEP]'),
      ],
      special_tokens: Object.fromEntries([entry('[CLS]'), entry('[SEP]')]),
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(tokens),
    },
  };
}

/** The files transformers.js looks for in a model folder with 8-bit weights, by relative path. */
export function modelFiles(given: {
  readonly steps: readonly NormaliserStep[];
  readonly tokens: ReadonlyMap<string, number>;
  readonly graph: Buffer;
  readonly dimensions: number;
}): ReadonlyMap<string, Buffer> {
  const json = (value: object) => Buffer.from(JSON.stringify(value));
  const config = {
    model_type: 'bert',
    hidden_size: given.dimensions,
    vocab_size: given.tokens.size,
    pad_token_id: 0,
  };
  const tokenizerConfig = {
    tokenizer_class: 'PreTrainedTokenizerFast',
    model_max_length: maxTokens,
    unk_token: '[UNK]',
    pad_token: '[PAD]',
    cls_token: '[CLS]',
    sep_token: '[SEP]',
    mask_token: '[MASK]',
  };
  return new Map([
    ['config.json', json(config)],
    ['tokenizer_config.json', json(tokenizerConfig)],
    ['tokenizer.json', json(tokenizer(given.steps, given.tokens))],
    ['onnx/model_quantized.onnx', given.graph],
  ]);
}
