/** A file inside an archive, as its central directory claims. */
export interface ZipEntry {
  readonly name: string;
  readonly compressedBytes: number;
  readonly bytes: number;
  readonly isEncrypted: boolean;
  /** 8 for deflate, 0 for stored. */
  readonly method: number;
  readonly headerOffset: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const maxEntries = 10_000;

/**
 * Names and sizes from a zip's central directory, without unpacking anything; null when there is none. Sizes are
 * claims: an unpacker still has to stop at them.
 */
export function readZipDirectory(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === -1) return null;
  const count = Math.min(view.getUint16(end + 10, true), maxEntries);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entryMark) return null;
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    entries.push({
      name: Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString('utf8'),
      compressedBytes: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      headerOffset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + extraLength;
  }
  return entries;
}

/** The record stands at the end, before a comment of at most 64 kB. */
function endOfDirectory(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  return -1;
}

type Inflate = (input: Uint8Array, options: { maxOutputLength: number }) => Buffer;

/** One file of the archive as text, never longer than the directory claims; null when it cannot be unpacked. */
export function readZipEntry(bytes: Uint8Array, entry: ZipEntry, inflate: Inflate): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.headerOffset;
  if (at + 30 > bytes.length) return null;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const packed = bytes.subarray(start, start + entry.compressedBytes);
  if (entry.method === 0) return Buffer.from(packed).toString('utf8');
  try {
    return inflate(packed, { maxOutputLength: entry.bytes + 1 }).toString('utf8');
  } catch {
    // Properties of a document are a help, not a need: without them its text is read all the same.
    return null;
  }
}
