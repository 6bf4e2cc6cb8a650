import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UserError } from '../../corpus/errors.ts';
import type { Logger } from '../../corpus/log.ts';
import { loggable } from '../process/loggable.ts';

/** What the health server needs. */
export interface HealthOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Why the bot is not ready; none when it is. */
  readonly problems: () => Promise<readonly string[]>;
  /** What a ready bot is busy with. */
  readonly notes: () => readonly string[];
  /** Measures in the text format of Prometheus. */
  readonly metrics: () => string;
  readonly log: Logger;
}

/** A listening health server. */
export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

const requestTimeoutMs = 5000;

/**
 * `/healthz`: the process turns; `/readyz`: it can serve, with the reasons when not; `/metrics`. Reads nothing from
 * requests but their path. @throws UserError when the port cannot be taken.
 */
export async function startHealthServer(options: HealthOptions): Promise<HealthServer> {
  const { host, port, log } = options;
  const server = createServer((request, response) => {
    answer(request, response, options).catch((error: unknown) => {
      log.error({ err: loggable(error) }, 'the state of the bot could not be read');
      send(response, 503, 'the state could not be read; see the log\n');
    });
  });
  server.requestTimeout = requestTimeoutMs;
  server.headersTimeout = requestTimeoutMs;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  }).catch((cause: unknown) => {
    throw new UserError(
      `Cannot listen on ${host}:${port}; choose another HEALTH_PORT or stop what uses it.`,
      {
        cause,
      },
    );
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  { method, url = '/' }: IncomingMessage,
  response: ServerResponse,
  { problems, notes, metrics }: HealthOptions,
): Promise<void> {
  if (method !== 'GET' && method !== 'HEAD') return send(response, 405, 'only GET\n');
  switch (url.split('?')[0]) {
    case '/healthz':
      return send(response, 200, 'ok\n');
    case '/readyz': {
      const found = await problems();
      return found.length === 0
        ? send(response, 200, `${['ready', ...notes()].join('\n')}\n`)
        : send(response, 503, `${found.join('\n')}\n`);
    }
    case '/metrics':
      return send(response, 200, `${metrics()}\n`, 'text/plain; version=0.0.4; charset=utf-8');
    default:
      return send(response, 404, 'nothing here\n');
  }
}

function send(
  response: ServerResponse,
  status: number,
  body: string,
  type = 'text/plain; charset=utf-8',
): void {
  if (!response.headersSent)
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}
