import type { Api } from 'grammy';

/** Why a file a person sent could not be had. */
export type DownloadProblem = 'too-large' | 'failed';

// The server of Telegram answers fast or not at all.
const timeoutMs = 30_000;

/** Gets a file that a person sent, at most `maxBytes` of it. Never throws for what the network does. */
export async function downloadFile(
  api: Api,
  fileId: string,
  options: { readonly apiRoot: string; readonly token: string; readonly maxBytes: number },
): Promise<Uint8Array | DownloadProblem> {
  try {
    const { file_path: path, file_size: size } = await api.getFile(fileId);
    if (path === undefined) return 'failed';
    if ((size ?? 0) > options.maxBytes) return 'too-large';
    const root = options.apiRoot.replace(/(?<!\/)\/+$/, '');
    const address = `${root}/file/bot${options.token}/${path.split('/').map(encodeURIComponent).join('/')}`;
    const response = await fetch(address, { signal: AbortSignal.timeout(timeoutMs), redirect: 'error' });
    if (!response.ok || response.body === null) return 'failed';
    return await readAtMost(response.body, options.maxBytes);
  } catch {
    // The address holds the token, and errors of requests repeat it: nothing of them is passed on.
    return 'failed';
  }
}

async function readAtMost(
  body: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array | DownloadProblem> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > maxBytes) return 'too-large';
    chunks.push(chunk);
  }
  return length === 0 ? 'failed' : Buffer.concat(chunks);
}
