/** The passages that hold a term, by label, and how often each does; only the first `count` of both arrays count. */
export interface Postings {
  count: number;
  readonly labels: Uint32Array;
  readonly times: Uint32Array;
}

/** Room for the passages of one term. */
export function roomForPostings(passages: number): Postings {
  return { count: 0, labels: new Uint32Array(passages), times: new Uint32Array(passages) };
}

/** A file of postings is not what was written. */
export class DamagedWords extends Error {
  override readonly name = 'DamagedWords';
}

const firstBytes = 8;

/**
 * Packs postings, in the order of their labels: the step to the next label, doubled, with its lowest bit telling that the
 * term stands there more than once and that the number of times follows. Both seven bits to a byte. 1.3 bytes each on text.
 */
export class PostingWriter {
  #bytes = new Uint8Array(firstBytes);
  #length = 0;
  #next = 0;
  count = 0;

  /** @param label above all labels before. */
  append(label: number, times: number): void {
    const step = label - this.#next;
    this.#next = label + 1;
    this.#write(step * 2 + (times > 1 ? 1 : 0));
    if (times > 1) this.#write(times);
    this.count += 1;
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #write(value: number): void {
    if (this.#length + 5 > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }
}

/**
 * Unpacks a list behind what `into` holds already.
 * @throws DamagedWords unless the bytes are `count` postings with labels below `passages`, and nothing else.
 */
export function unpackPostings(
  bytes: Uint8Array,
  { count, passages }: { readonly count: number; readonly passages: number },
  into: Postings,
): void {
  const { labels, times } = into;
  const end = into.count + count;
  let at = 0;
  let next = 0;
  for (let row = into.count; row < end; row += 1) {
    let value = 0;
    let shift = 0;
    let byte: number;
    do {
      byte = bytes[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte > 0x7f && shift < 35);
    next += value >>> 1;
    if (next >= passages) throw new DamagedWords(`a list of words names passage ${next} of ${passages}`);
    labels[row] = next++;
    let often = 1;
    if ((value & 1) === 1) {
      often = 0;
      shift = 0;
      do {
        byte = bytes[at++] ?? 0;
        often |= (byte & 0x7f) << shift;
        shift += 7;
      } while (byte > 0x7f && shift < 35);
    }
    if (often < 1) throw new DamagedWords(`a list of words counts ${often} in passage ${next - 1}`);
    times[row] = often;
  }
  if (at !== bytes.length) throw new DamagedWords(`a list of words ends at ${at} of ${bytes.length} bytes`);
  into.count = end;
}
