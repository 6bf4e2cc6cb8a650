import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Config } from '../config.ts';
import { UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import {
  checkModelFolder,
  publishModelFolder,
  readManifest,
  sealModelFolder,
} from '../storage/model-folder.ts';
import { openEmbedder } from './embedder.ts';
import { loadTransformers } from './load-transformers.ts';
import { chooseModel, type ModelChoice, requiredFiles } from './model-choice.ts';

/** What the model commands need of the world. */
export interface ModelCommandDeps {
  readonly log: Logger;
  /** Prints a line for the person who waits. */
  readonly say: (line: string) => void;
  /** The hub, without a path; unset: the one transformers.js knows. */
  readonly host?: string;
}

/** A server that sends nothing for this long is given up. */
const silenceMs = 30_000;

/** No model for this bot is near it; a server that sends more is not the hub. */
const maxFileBytes = 4 * 1024 ** 3;

interface Download {
  readonly name: string;
  readonly host: string;
  readonly draft: string;
  readonly say: (line: string) => void;
}

/** Weights above 2 GB keep part of themselves beside the graph; most models do not have this file. */
function optionalFiles(choice: ModelChoice): readonly string[] {
  const graph = requiredFiles(choice.dtype).find((path) => path.endsWith('.onnx'))!;
  return [`${graph}_data`];
}

/** Fetches one file into the draft; returns the revision the hub names, or null. False when an optional file is not there. */
async function fetchFile(
  download: Download,
  file: { readonly path: string; readonly isOptional: boolean },
): Promise<{ readonly revision: string | null } | false> {
  const url = new URL(`${download.name}/resolve/main/${file.path}`, download.host);
  const silence = new AbortController();
  const timer = setTimeout(
    () => silence.abort(new Error(`nothing came for ${silenceMs / 1000} s`)),
    silenceMs,
  );
  try {
    const response = await fetch(url, { signal: silence.signal });
    if (response.status === 404 && file.isOptional) return false;
    if (!response.ok || !response.body) {
      throw new UserError(
        `${download.name}: ${file.path} is not to be had (HTTP ${response.status}). Check the name of the model.`,
      );
    }
    const { bytes, sha256 } = await store(response.body, {
      path: join(download.draft, file.path),
      onBytes: () => timer.refresh(),
    });
    checkReceived(response.headers, { name: `${download.name}: ${file.path}`, bytes, sha256 });
    download.say(`${file.path} ${(bytes / 1e6).toFixed(1)} MB`);
    return { revision: response.headers.get('x-repo-commit') };
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(
      `${download.name}: ${file.path} could not be downloaded from ${url.host}. Check the connection and try again.`,
      {
        cause,
      },
    );
  } finally {
    clearTimeout(timer);
  }
}

async function store(
  body: ReadableStream<Uint8Array>,
  target: { readonly path: string; readonly onBytes: () => void },
): Promise<{ bytes: number; sha256: string }> {
  await mkdir(dirname(target.path), { recursive: true });
  const hash = createHash('sha256');
  let bytes = 0;
  const count = new Transform({
    transform(piece: Buffer, _encoding, done) {
      bytes += piece.length;
      hash.update(piece);
      target.onBytes();
      done(
        bytes > maxFileBytes ? new UserError(`A file of more than ${maxFileBytes} bytes is refused.`) : null,
        piece,
      );
    },
  });
  const partial = `${target.path}.partial`;
  await pipeline(Readable.from(body), count, createWriteStream(partial));
  await rename(partial, target.path);
  return { bytes, sha256: hash.digest('hex') };
}

// The hub names the SHA-256 of large files in their ETag; a cut connection shows in the length.
function checkReceived(headers: Headers, file: { name: string; bytes: number; sha256: string }): void {
  const isPlain = headers.get('content-encoding') === null;
  const length = headers.get('content-length');
  const etag = (headers.get('x-linked-etag') ?? headers.get('etag') ?? '').replace(/^W\/|"/g, '');
  const isShort = isPlain && length !== null && Number(length) !== file.bytes;
  const isOther = /^[0-9a-f]{64}$/.test(etag) && etag !== file.sha256;
  if (isShort || isOther)
    throw new UserError(`${file.name} arrived damaged (${file.bytes} bytes). Try again.`);
}

/**
 * Downloads the configured hub model into the data folder. The only code that lets a model come over the network.
 * @throws UserError when the configuration names no hub model, or a file cannot be had; nothing is left half done.
 */
export async function downloadModel(config: Config, deps: ModelCommandDeps): Promise<void> {
  const choice = chooseModel(config);
  if (choice.kind !== 'hub') {
    throw new UserError(
      `EMBEDDING_MODEL is ${choice.name}, which is not downloaded. Set it to a hub name such as Xenova/multilingual-e5-small.`,
    );
  }
  const required = requiredFiles(choice.dtype);
  const target = choice.folder!;
  const isThere = await checkModelFolder(target, required).then(
    (checked) => checked.isVerified,
    () => false,
  );
  if (isThere) return deps.say(`${choice.name} is there already and complete: ${target}`);
  const host = deps.host ?? loadTransformers().env.remoteHost;
  let revision: string | null = null;
  await publishModelFolder(target, {
    model: choice.name,
    revision: () => revision,
    required,
    fill: async (draft) => {
      const download = { name: choice.name, host, draft, say: deps.say };
      for (const path of required) {
        const fetched = await fetchFile(download, { path, isOptional: false });
        revision = fetched ? (fetched.revision ?? revision) : revision;
      }
      for (const path of optionalFiles(choice)) await fetchFile(download, { path, isOptional: true });
    },
  });
  deps.say(`Downloaded ${choice.name} to ${target}`);
  await checkModel(config, deps);
}

/**
 * Checks the files of the configured model, loads it and embeds a sentence. A local folder without a manifest gets one, so that
 * a later change of its files is noticed.
 * @throws UserError when the model cannot be used.
 */
export async function checkModel(config: Config, deps: ModelCommandDeps): Promise<void> {
  const choice = chooseModel(config);
  const embedder = await openEmbedder(config, deps.log);
  try {
    const vector = await embedder.embedQuery('How many mine detectors did Japan give?');
    deps.say(`${embedder.modelId}: ${vector.length} dimensions, loads and answers`);
  } finally {
    await embedder.close();
  }
  if (choice.kind !== 'folder' || (await readManifest(choice.folder!))) return;
  await sealModelFolder(choice.folder!, { model: choice.name, revision: null });
  deps.say(`Wrote the manifest of ${choice.folder}`);
}
