import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Does something to a file that a disk, a crash or a person might; `random` gives numbers in [0, 1). */
export type Damage = (path: string, random: () => number) => void;

/** Kinds of damage by the words that finish "the file …". */
export const damages: Readonly<Record<string, Damage>> = {
  'is missing': (path) => rmSync(path),
  'is empty': (path) => writeFileSync(path, ''),
  'is garbage': (path, random) => {
    writeFileSync(
      path,
      Buffer.from(Array.from({ length: 1 + Math.floor(random() * 8000) }, () => random() * 256)),
    );
  },
  'is cut': (path, random) => truncateSync(path, Math.floor(readFileSync(path).length * random())),
  'is too long': (path, random) => {
    writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.alloc(1 + Math.floor(random() * 99))]));
  },
  'has flipped bits': (path, random) => {
    const bytes = readFileSync(path);
    for (let count = 1 + Math.floor(random() * 4); count > 0; count--) {
      const at = Math.floor(random() * bytes.length);
      // Flipping the same bit twice would repair it.
      bytes[at] = bytes[at]! ^ (1 << count);
    }
    writeFileSync(path, bytes);
  },
  'has a block of zeros': (path, random) => {
    const bytes = readFileSync(path);
    const at = Math.floor(random() * bytes.length);
    const before = Buffer.from(bytes);
    bytes.fill(0, at, Math.min(at + 512, bytes.length));
    if (bytes.equals(before)) bytes[at] = 1;
    writeFileSync(path, bytes);
  },
};

/** The three files an index consists of, by name. */
export const indexFiles = [/^graph-.*\.hnsw$/, /^labels-.*\.bin$/, /^manifest\.json$/] as const;

/** Path of the one file in a folder whose name matches. */
export function fileNamed(folder: string, name: RegExp): string {
  const found = readdirSync(folder).filter((entry) => name.test(entry));
  if (found.length !== 1)
    throw new Error(`${folder} holds ${found.length} files named ${name.source}, not one.`);
  return join(folder, found[0]!);
}
