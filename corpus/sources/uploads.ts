import { extname } from 'node:path';
import { sha256 } from '../keys/keys.ts';

/** Folder below the data folder where files lie that were sent to the bot or named on the command line. */
export const uploadsFolder = 'uploads';

const prefix = 'file:uploads/';

/**
 * All uploaded files together: a small server keeps room for its databases, and a thousand reports of a megabyte fit.
 * Of this readers may fill half, so that moderators can always send one more.
 */
export const maxUploadsBytes = 1024 * 1024 * 1024;

/** See {@link maxUploadsBytes}. */
export const maxReaderUploadsBytes = maxUploadsBytes / 2;

/** Types of documents that may be uploaded, by the ending of their name. */
export const uploadTypes: readonly string[] = ['.pdf', '.docx', '.html', '.htm', '.txt'];

/**
 * The name under which a file is kept: readable, harmless in any file system, and the same for the same content.
 * Null when its type is none of {@link uploadTypes}.
 */
export function uploadName(name: string, bytes: Uint8Array): string | null {
  const ending = extname(name).toLowerCase();
  if (!uploadTypes.includes(ending)) return null;
  const stem = name
    .slice(0, -ending.length)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._ -]+/gu, '_')
    .replace(/^[._ -]+|(?<![._ -])[._ -]+$/g, '');
  const digest = sha256(Buffer.from(bytes).toString('base64')).slice(0, 8);
  return `${[...stem].slice(0, 60).join('') || 'document'}-${digest}${ending}`;
}

/** The name of a kept file as its owner knows it, without what {@link uploadName} added. */
export function uploadTitle(name: string): string {
  return name.replace(/-[0-9a-f]{8}(?=\.[a-z]+$)/, '');
}

/** Address of the source that an uploaded file is. */
export function uploadAddress(name: string): string {
  return `${prefix}${encodeURIComponent(name)}`;
}

/** The kept name behind such an address, null for any other. */
export function uploadOf(url: string): string | null {
  return url.startsWith(prefix) ? decodeURIComponent(url.slice(prefix.length)) : null;
}

/** An address as people read it: of an uploaded file its name, of anything else the address itself. */
export function shownAddress(url: string): string {
  const name = uploadOf(url);
  return name === null ? url : `📎 ${uploadTitle(name)}`;
}
