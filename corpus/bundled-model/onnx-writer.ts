/**
 * Writes the one ONNX graph the bundled model needs: token id -> row of an int8 table times the scale of that row.
 * A protobuf message is a run of (field number, wire type, value); varints and length-delimited fields are enough here,
 * so no protobuf library is pulled in. Field numbers: onnx.proto3, IR version 8, operator set 13.
 */

const float = 1;
const int8 = 3;
const int64 = 7;

type Dimension = string | number;

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}

function number(field: number, value: number): Buffer {
  return Buffer.concat([varint(field * 8), varint(value)]);
}

function block(field: number, content: Buffer | string): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return Buffer.concat([varint(field * 8 + 2), varint(bytes.length), bytes]);
}

function node(
  operator: string,
  options: { inputs: readonly string[]; output: string; castTo?: number },
): Buffer {
  const parts = [...options.inputs.map((name) => block(1, name)), block(2, options.output)];
  parts.push(block(3, options.output), block(4, operator));
  if (options.castTo !== undefined) {
    parts.push(block(5, Buffer.concat([block(1, 'to'), number(3, options.castTo), number(20, 2)])));
  }
  return block(1, Buffer.concat(parts));
}

function tensor(name: string, options: { dims: readonly number[]; type: number; bytes: Buffer }): Buffer {
  const head = [...options.dims.map((dim) => number(1, dim)), number(2, options.type), block(8, name)];
  return block(5, Buffer.concat([...head, block(9, options.bytes)]));
}

function port(field: number, name: string, shape: { type: number; dims: readonly Dimension[] }): Buffer {
  const dims = shape.dims.map((dim) => block(1, typeof dim === 'number' ? number(1, dim) : block(2, dim)));
  const type = block(1, Buffer.concat([number(1, shape.type), block(2, Buffer.concat(dims))]));
  return block(field, Buffer.concat([block(1, name), block(2, type)]));
}

/**
 * An ONNX model with the inputs of a BERT encoder (the mask and the token types are accepted and ignored) and the
 * output `last_hidden_state` [batch, tokens, dimensions].
 * @param table row-major int8 rows, `scales.length` of them; row r means `table[r] * scales[r]`.
 */
export function writeGatherModel(table: Int8Array, scales: Float32Array): Buffer {
  const rows = scales.length;
  const dimensions = table.length / rows;
  const tokens = { type: int64, dims: ['batch', 'tokens'] };
  const graph = Buffer.concat([
    node('Gather', { inputs: ['table', 'input_ids'], output: 'rows' }),
    node('Cast', { inputs: ['rows'], output: 'values', castTo: float }),
    node('Gather', { inputs: ['scales', 'input_ids'], output: 'row_scales' }),
    node('Mul', { inputs: ['values', 'row_scales'], output: 'last_hidden_state' }),
    block(2, 'bundled'),
    tensor('table', { dims: [rows, dimensions], type: int8, bytes: Buffer.from(table.buffer) }),
    tensor('scales', { dims: [rows, 1], type: float, bytes: Buffer.from(scales.buffer) }),
    ...['input_ids', 'attention_mask', 'token_type_ids'].map((name) => port(11, name, tokens)),
    port(12, 'last_hidden_state', { type: float, dims: ['batch', 'tokens', dimensions] }),
  ]);
  const operatorSet = block(8, Buffer.concat([block(1, ''), number(2, 13)]));
  return Buffer.concat([number(1, 8), block(7, graph), operatorSet]);
}
