import { open } from 'node:fs/promises';

// hnswalg.h, saveIndex: six 8-byte fields, two of 4, five of 8, then the points, then a list of links per point.
const headerBytes = 96;
const countOffset = 16;
const pointSizeOffset = 24;

/**
 * What is wrong with a file hnswlib has just written, or null. The library reports success on a full disk and in a folder
 * that does not exist, so the file is walked through once: the points and every list of links must end where the file ends.
 */
export async function problemOfGraphFile(path: string, points: number): Promise<string | null> {
  const file = await open(path, 'r').catch(() => null);
  if (!file) return 'it was not written';
  try {
    const { size } = await file.stat();
    if (size < headerBytes) return `it has only ${size} bytes`;
    const header = Buffer.alloc(headerBytes);
    await file.read(header, 0, headerBytes, 0);
    const count = Number(header.readBigUInt64LE(countOffset));
    if (count !== points) return `it holds ${count} points of ${points}`;
    const linksAt = headerBytes + count * Number(header.readBigUInt64LE(pointSizeOffset));
    if (linksAt > size) return 'it ends inside the points';
    const links = Buffer.alloc(size - linksAt);
    await file.read(links, 0, links.length, linksAt);
    return linksEndAt(links, count) === links.length ? null : 'it does not end behind its last link';
  } finally {
    await file.close();
  }
}

function linksEndAt(links: Buffer, count: number): number {
  let at = 0;
  for (let point = 0; point < count; point++) {
    if (at + 4 > links.length) return -1;
    at += 4 + links.readUInt32LE(at);
  }
  return at;
}
