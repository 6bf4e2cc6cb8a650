import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from 'grammy/types';
import { z } from 'zod';
import { UserError } from '../../corpus/errors.ts';
import type { Logger } from '../../corpus/log.ts';
import { loggable } from '../process/loggable.ts';

/** What the webhook server needs. */
export interface WebhookOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Path of the public address; requests to others get 404. */
  readonly path: string;
  readonly secret: string;
  /** Stores updates; 200 is answered only after it returned. */
  readonly store: (updates: readonly Update[]) => void;
  readonly log: Logger;
}

/** A listening webhook server. */
export interface Webhook {
  readonly port: number;
  /** Takes no new request and lets those in hand end. */
  close(): Promise<void>;
}

/** Telegram's updates are a few kilobytes; nothing it sends comes near this. */
export const maxBodyBytes = 1024 * 1024;

const secretHeader = 'x-telegram-bot-api-secret-token';
const requestTimeoutMs = 10_000;
const updateShape = z.looseObject({ update_id: z.number().int() });

/** @throws UserError when the port cannot be taken. */
export async function startWebhook(options: WebhookOptions): Promise<Webhook> {
  const server = createServer((request, response) => {
    answer(request, response, options).catch((error: unknown) => {
      options.log.error({ err: loggable(error) }, 'a webhook request could not be stored');
      // Anything but 2xx makes Telegram deliver the update again.
      end(response, 500);
    });
  });
  server.requestTimeout = requestTimeoutMs;
  server.headersTimeout = requestTimeoutMs;
  await listen(server, options);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

async function listen(server: Server, { host, port }: WebhookOptions): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  }).catch((cause: unknown) => {
    throw new UserError(
      `Cannot listen on ${host}:${port}; choose another WEBHOOK_PORT or stop what uses it.`,
      { cause },
    );
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: WebhookOptions,
): Promise<void> {
  if (new URL(request.url ?? '/', 'http://localhost').pathname !== options.path) return end(response, 404);
  if (request.method !== 'POST') return end(response, 405);
  if (!isSecret(request.headers[secretHeader], options.secret)) return end(response, 401);
  const body = await readBody(request);
  if (body === null) return end(response, 413);
  const update = parseUpdate(body);
  if (update === null) return end(response, 400);
  options.store([update]);
  end(response, 200);
}

// Digests of equal length, so that neither the time nor an exception tells anything about the secret.
function isSecret(given: string | string[] | undefined, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return (
    timingSafeEqual(digest(typeof given === 'string' ? given : ''), digest(secret)) && given !== undefined
  );
}

/** Null for a body over the limit, whatever its length header claims. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseUpdate(body: string): Update | null {
  try {
    const parsed = updateShape.safeParse(JSON.parse(body));
    return parsed.success ? (parsed.data as unknown as Update) : null;
  } catch {
    return null;
  }
}

function end(response: ServerResponse, status: number): void {
  if (response.headersSent) return;
  // An unread body would be taken for the next request of the connection.
  response.writeHead(status, status === 200 ? {} : { connection: 'close' }).end();
}
