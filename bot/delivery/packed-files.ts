import { InputFile } from 'grammy';

interface PackedFile {
  readonly $file: string;
  readonly $base64: string;
}

/** A send payload as JSON: files become their name and bytes, so that they survive a restart in the outbox. */
export async function packFiles(
  payload: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const packed: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(payload)) {
    packed[key] = value instanceof InputFile ? await pack(value) : value;
  }
  return packed;
}

/** The payload as grammY takes it. */
export function unpackFiles(payload: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(payload).map(([key, value]) => [
      key,
      isPacked(value) ? new InputFile(Buffer.from(value.$base64, 'base64'), value.$file) : value,
    ]),
  );
}

async function pack(file: InputFile): Promise<PackedFile> {
  const raw = await file.toRaw();
  const chunks: Uint8Array[] = [];
  if (raw instanceof Uint8Array) chunks.push(raw);
  else for await (const chunk of raw) chunks.push(chunk);
  return { $file: file.filename ?? 'file', $base64: Buffer.concat(chunks).toString('base64') };
}

function isPacked(value: unknown): value is PackedFile {
  return typeof value === 'object' && value !== null && '$file' in value && '$base64' in value;
}
