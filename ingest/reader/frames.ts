/**
 * Length-prefixed messages between the reader and its child over plain pipes. Node's own channel would hand the parent
 * an answer of any size, already parsed; here the parent counts bytes and decides before it looks at them.
 */

/** A message of four length bytes and its content. */
export function frame(content: Uint8Array): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(content.byteLength);
  return Buffer.concat([head, content]);
}

/** A message announced as larger than allowed. */
export class FrameTooLarge extends Error {
  override readonly name = 'FrameTooLarge';
}

/** Puts arriving pieces together. */
export class FrameParser {
  private pending: Buffer[] = [];
  private size = 0;
  private readonly maxBytes: number;

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
  }

  /**
   * Takes a piece and returns the messages that are complete with it.
   * @throws FrameTooLarge as soon as the length is known.
   */
  take(piece: Buffer): Buffer[] {
    this.pending.push(piece);
    this.size += piece.length;
    const complete: Buffer[] = [];
    for (
      let length = this.nextLength();
      length !== null && this.size >= 4 + length;
      length = this.nextLength()
    ) {
      const all = this.joined();
      complete.push(all.subarray(4, 4 + length));
      this.pending = [all.subarray(4 + length)];
      this.size -= 4 + length;
    }
    return complete;
  }

  private nextLength(): number | null {
    if (this.size < 4) return null;
    const first = this.pending[0]!.length >= 4 ? this.pending[0]! : this.joined();
    const length = first.readUInt32BE();
    if (length > this.maxBytes)
      throw new FrameTooLarge(`a message of ${length} bytes, at most ${this.maxBytes} are taken`);
    return length;
  }

  private joined(): Buffer {
    if (this.pending.length > 1) this.pending = [Buffer.concat(this.pending)];
    return this.pending[0]!;
  }
}
