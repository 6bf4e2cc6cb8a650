import { type Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type Failed, failed, type Refused, refused } from './fetch-outcome.ts';

/** How many bytes of a body are taken. */
export interface BodyLimits {
  readonly maxBytes: number;
  /** Limit for a body that starts like a PDF; never below {@link maxBytes}. */
  readonly maxPdfBytes: number;
  readonly maxCodings: number;
  /** `truncate` keeps what fits (robots.txt), `refuse` drops the body. */
  readonly overflow: 'refuse' | 'truncate';
}

/** The decoded bytes, or why there are none. */
export type BodyOutcome =
  | { readonly status: 'ok'; readonly bytes: Uint8Array; readonly truncated: boolean }
  | Refused
  | Failed;

/** Content codings that are asked for and understood. */
export const acceptEncoding = 'gzip, br';

class TooLarge extends Error {
  constructor(readonly maxBytes: number) {
    super(`larger than ${maxBytes} bytes`);
  }
}

/** Content codings in the order in which they were applied; `identity` is none. */
export function codingsOf(header: string | null): string[] {
  return (header ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
}

/**
 * Reads and decodes a body, counting bytes as they come out of every decoder: a bomb inside a bomb is stopped where it
 * first grows, and at no time is more than the limit in memory.
 * @throws what the source stream throws, for the caller to name.
 */
export async function readBodyBytes(
  source: Readable,
  contentEncoding: string | null,
  limits: BodyLimits,
): Promise<BodyOutcome> {
  const codings = codingsOf(contentEncoding);
  const refusal = refuseCodings(codings, limits.maxCodings);
  if (refusal !== null) {
    source.destroy();
    return refusal;
  }
  let sourceFailed = false;
  source.once('error', () => {
    sourceFailed = true;
  });
  const sink = new Sink(limits);
  const stages = codings.reverse().flatMap((coding) => [decoder(coding), stageCounter(limits)]);
  try {
    await pipeline([source, ...stages, sink.stream()]);
  } catch (error) {
    if (error instanceof TooLarge) return sink.overflow(error);
    if (sourceFailed || codings.length === 0) throw error;
    return failed('broken', `the body is not valid ${codings.join(' in ')} data`);
  }
  return { status: 'ok', bytes: sink.bytes(), truncated: false };
}

function refuseCodings(codings: readonly string[], maxCodings: number): Refused | null {
  if (codings.length > maxCodings) {
    return refused(
      'encoding',
      `the body is compressed ${codings.length} times over, at most ${maxCodings} are decoded`,
    );
  }
  const unknown = codings.find((coding) => !/^(x-)?gzip$|^br$|^deflate$/.test(coding));
  return unknown === undefined
    ? null
    : refused(
        'encoding',
        `the body is compressed with ${JSON.stringify(unknown.slice(0, 40))}, which was not asked for`,
      );
}

function decoder(coding: string): Transform {
  if (coding === 'br') return createBrotliDecompress();
  return coding === 'deflate' ? createInflate() : createGunzip();
}

/** Passes bytes on until there are more than a body may have. */
function stageCounter(limits: BodyLimits): Transform {
  const cap = Math.max(limits.maxBytes, limits.maxPdfBytes);
  let count = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      count += chunk.length;
      if (count > cap) done(new TooLarge(cap));
      else done(null, chunk);
    },
  });
}

class Sink {
  private readonly chunks: Buffer[] = [];
  private size = 0;
  private tooLarge: TooLarge | null = null;
  private readonly limits: BodyLimits;
  constructor(limits: BodyLimits) {
    this.limits = limits;
  }

  stream(): Writable {
    return new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        this.take(chunk);
        done(this.tooLarge);
      },
    });
  }

  private take(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.size += chunk.length;
    if (this.size <= this.limits.maxBytes) return;
    const cap = this.looksLikePdf() ? this.limits.maxPdfBytes : this.limits.maxBytes;
    if (this.size > cap) this.tooLarge = new TooLarge(cap);
  }

  // Readers of PDF accept the mark anywhere in the first 1024 bytes.
  private looksLikePdf(): boolean {
    const few = this.chunks.slice(0, 1024);
    return Buffer.concat(few.map((chunk) => chunk.subarray(0, 1024)))
      .subarray(0, 1024)
      .includes('%PDF-');
  }

  overflow(error: TooLarge): BodyOutcome {
    if (this.limits.overflow === 'truncate') {
      return { status: 'ok', bytes: this.bytes().subarray(0, error.maxBytes), truncated: true };
    }
    return refused('too-large', `the body is larger than ${megabytes(error.maxBytes)} MB`);
  }

  bytes(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.chunks, this.size));
  }
}

/** Bytes as megabytes with at most one decimal. */
export function megabytes(bytes: number): string {
  return String(Math.round((bytes / (1024 * 1024)) * 10) / 10);
}
