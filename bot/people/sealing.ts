import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { StorageError } from '../../corpus/errors.ts';

const formatVersion = 1;
const nonceBytes = 12;
const tagBytes = 16;
// 128 bits: no two people collide, and a row stays small.
const fingerprintBytes = 16;

/** Encrypts what is personal and turns ids into lookup keys that say nothing without the key. */
export interface Sealer {
  /** AES-256-GCM over JSON. `place` (table and column) is authenticated, so a value cannot be moved elsewhere. */
  seal(value: unknown, place: string): Buffer;
  /** @throws StorageError when the key is another one, the place differs or a bit was changed. */
  open(sealed: Uint8Array, place: string): unknown;
  /** Keyed HMAC of ids: equal input gives equal output, the input cannot be found back without the key. */
  fingerprint(kind: string, ...parts: readonly (string | number)[]): Buffer;
}

/** @param masterKey 32 bytes; encryption and lookup use keys derived from it, never the key itself. */
export function createSealer(masterKey: Uint8Array): Sealer {
  const encryptionKey = Buffer.from(hkdfSync('sha256', masterKey, '', 'people: encryption', 32));
  const lookupKey = Buffer.from(hkdfSync('sha256', masterKey, '', 'people: lookup', 32));
  return {
    seal: (value, place) => seal(encryptionKey, JSON.stringify(value), place),
    open: (sealed, place) => JSON.parse(open(encryptionKey, Buffer.from(sealed), place)),
    fingerprint: (kind, ...parts) =>
      createHmac('sha256', lookupKey)
        .update(JSON.stringify([kind, ...parts]))
        .digest()
        .subarray(0, fingerprintBytes),
  };
}

function seal(key: Buffer, text: string, place: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from([formatVersion]), nonce, cipher.getAuthTag(), body]);
}

function open(key: Buffer, sealed: Buffer, place: string): string {
  const bodyStart = 1 + nonceBytes + tagBytes;
  if (sealed[0] !== formatVersion || sealed.length < bodyStart) {
    throw new StorageError(
      `An encrypted value of ${place} has an unknown form; restore people.db from a backup.`,
    );
  }
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + nonceBytes));
  decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(1 + nonceBytes, bodyStart));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(bodyStart)), decipher.final()]).toString('utf8');
  } catch (cause) {
    const advice = 'check that PEOPLE_KEY is the key this database was written with';
    throw new StorageError(`An encrypted value of ${place} cannot be read; ${advice}.`, { cause });
  }
}
