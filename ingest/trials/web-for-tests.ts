import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that arrived at the test web. */
export interface SeenRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly atMs: number;
}

/** A web on loopback that counts who came; for tests. */
export interface TestWeb {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly origin: string;
  /** `127.0.0.1:PORT`, as FETCH_ALLOW takes it. */
  readonly pair: string;
  readonly port: number;
  readonly requests: SeenRequest[];
  /** TCP connections accepted so far. */
  connections(): number;
  count(path: string): number;
  close(): Promise<void>;
}

/** What answers one path: a body, or a function that does as it likes. */
export type TestPage = string | Buffer | ((request: IncomingMessage, response: ServerResponse) => void);

/** Starts a web of the given pages; any other path is a 404. Types follow from the ending of the path. */
export async function startTestWeb(
  pages: Record<string, TestPage>,
  now: () => number = Date.now,
): Promise<TestWeb> {
  const requests: SeenRequest[] = [];
  let connections = 0;
  const listener: RequestListener = (request, response) => {
    const path = request.url ?? '/';
    requests.push({ path, headers: request.headers, atMs: now() });
    const page = pages[path] ?? pages[path.split('?')[0]!];
    if (page === undefined) response.writeHead(404).end('not found');
    else if (typeof page === 'function') page(request, response);
    else response.writeHead(200, { 'content-type': typeOf(path) }).end(page);
  };
  const server = createServer(listener);
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    pair: `127.0.0.1:${port}`,
    port,
    requests,
    connections: () => connections,
    count: (path) => requests.filter((request) => request.path === path).length,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function typeOf(path: string): string {
  if (path.endsWith('.xml') || path.endsWith('.rss')) return 'application/xml';
  if (path.endsWith('.txt')) return 'text/plain; charset=utf-8';
  if (path.endsWith('.pdf')) return 'application/pdf';
  return 'text/html; charset=utf-8';
}
