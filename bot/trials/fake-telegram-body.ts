import type { IncomingMessage } from 'node:http';

/** An uploaded file as the fake server got it. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Parameters of one Bot API request; files are under the name their `attach://` reference gave them. */
export interface RequestBody {
  readonly params: Record<string, unknown>;
  readonly files: ReadonlyMap<string, UploadedFile>;
}

/** Reads JSON, query-free empty bodies and multipart forms, as grammY sends them. */
export async function readRequestBody(request: IncomingMessage): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const boundary = /multipart\/form-data;\s*boundary=(.{1,200})$/.exec(
    request.headers['content-type'] ?? '',
  )?.[1];
  if (boundary !== undefined) return readMultipart(bytes, boundary);
  const params = bytes.length === 0 ? {} : (JSON.parse(bytes.toString('utf8')) as Record<string, unknown>);
  return { params, files: new Map() };
}

// Split by hand: the bytes of a file come in a part of their own, which form-data readers of the platform refuse.
function readMultipart(bytes: Buffer, boundary: string): RequestBody {
  const params: Record<string, unknown> = {};
  const files = new Map<string, UploadedFile>();
  const text = bytes.toString('latin1');
  for (const part of text.split(`--${boundary}`).slice(1, -1)) {
    const headerEnd = part.indexOf('\r\n\r\n');
    const name = /name="([^"]*)"/.exec(part.slice(0, headerEnd))?.[1] ?? '';
    const fileName = /filename=([^\r\n;]+)/.exec(part.slice(0, headerEnd))?.[1];
    const content = Buffer.from(part.slice(headerEnd + 4, -2), 'latin1');
    if (fileName !== undefined) {
      files.set(name, { name: decodeURIComponent(fileName.replaceAll('"', '')), bytes: content });
    } else params[name] = parsed(content.toString('utf8'));
  }
  return { params, files };
}

function parsed(text: string): unknown {
  if (!/^[[{\d-]|^(true|false)$/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
