import { type Dirent, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { megabytes } from '../fetch/body-reader.ts';
import { defaultFetchLimits } from '../limits.ts';
import type { RawBody } from '../page/page.ts';

/** A file to take in. */
export interface LocalFile {
  readonly path: string;
  /** `file:` address that stays the same wherever the project lies. */
  readonly url: string;
}

const knownTypes = new Set([
  '.md',
  '.markdown',
  '.html',
  '.htm',
  '.xhtml',
  '.xml',
  '.rss',
  '.atom',
  '.pdf',
  '.docx',
  '.txt',
]);

/** True for a name that ends like a document. */
export function hasKnownType(name: string): boolean {
  return knownTypes.has(extname(name).toLowerCase());
}

/** Folders that hold programs, not documents. */
const skippedFolders = new Set(['node_modules']);

/**
 * The file itself, or every file of a known type in a folder and the folders in it, by name. Hidden files and links to
 * folders are left out.
 * @returns null when there is nothing at the path.
 */
export function listFiles(path: string, workingDir: string = process.cwd()): LocalFile[] | null {
  const full = resolve(workingDir, path);
  const stat = statSync(full, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  if (!stat.isDirectory()) return [{ path: full, url: addressOf(full, dirname(dirname(full)), workingDir) }];
  return filesIn(full).map((file) => ({ path: file, url: addressOf(file, dirname(full), workingDir) }));
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    if (entry.name.startsWith('.')) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : filesIn(path);
    return isDocument(entry) ? [path] : [];
  });
}

function isDocument(entry: Dirent): boolean {
  return entry.isFile() && hasKnownType(entry.name) && !/^(readme|license|changelog)\b/i.test(entry.name);
}

// Relative to where the program runs, or to the folder above the one named: a path of this machine has no business in
// a citation, and the same file must keep its address when the project moves.
function addressOf(path: string, base: string, workingDir: string): string {
  const fromHere = relative(workingDir, path);
  const outside = fromHere.startsWith('..') || isAbsolute(fromHere);
  const shown = outside ? relative(base, path) : fromHere;
  return `file:${shown.split(sep).map(encodeURIComponent).join('/')}`;
}

// Content decides what a file is; but a file that says it is a PDF and is none was cut or overwritten, and its remains
// would be taken for text.
function misnamedReason(path: string, bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const type = extname(path).toLowerCase();
  if (bytes.length === 0) return null;
  if (type === '.pdf' && !head.includes('%PDF-')) return 'is named .pdf but holds no PDF';
  return type === '.docx' && !head.startsWith('PK') ? 'is named .docx but holds no Word document' : null;
}

/** The content of a file, or one line on why it is not read. */
export async function readLocalFile(file: LocalFile): Promise<RawBody | { readonly reason: string }> {
  const stat = statSync(file.path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile()) return { reason: `${basename(file.path)} is no file` };
  const isPdf = extname(file.path).toLowerCase() === '.pdf';
  const maxBytes = isPdf ? defaultFetchLimits.maxPdfBytes : defaultFetchLimits.maxBytes;
  if (stat.size > maxBytes) {
    return { reason: `is ${megabytes(stat.size)} MB large, at most ${megabytes(maxBytes)} are read` };
  }
  try {
    const bytes = new Uint8Array(await readFile(file.path));
    const reason = misnamedReason(file.path, bytes);
    return reason === null ? { bytes, url: file.url, contentType: null } : { reason };
  } catch (error) {
    return { reason: `cannot be opened (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})` };
  }
}
