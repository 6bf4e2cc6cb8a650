import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Pages on loopback, each with a text of its own that comes after a while. */
export interface SlowWeb {
  readonly origin: string;
  /** `127.0.0.1:PORT`, as FETCH_ALLOW takes it. */
  readonly pair: string;
  /** Told of every page that is asked for. */
  onRequest: (() => void) | undefined;
  close(): void;
}

/** Starts one. @param delayMs how long the next answer waits. */
export async function startSlowWeb(delayMs: () => number): Promise<SlowWeb> {
  const web: { onRequest: SlowWeb['onRequest'] } = { onRequest: undefined };
  const server = createServer((request, response) => {
    const name = /^\/p\/(\d+)$/.exec(request.url ?? '')?.[1];
    if (name === undefined) return void response.writeHead(404).end();
    web.onRequest?.();
    setTimeout(() => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(articleNumber(Number(name)));
    }, delayMs());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return Object.assign(web, { origin: `http://127.0.0.1:${port}`, pair: `127.0.0.1:${port}`, close });
}

const givers = ['Japan', 'Lithuania', 'Denmark', 'Croatia', 'Canada', 'Norway', 'Bulgaria'];
const things = ['mechanised mowers', 'metal detectors', 'pickup trucks', 'bomb suits', 'drones'];
const places = ['Kharkiv', 'Kherson', 'Mykolaiv', 'Sumy', 'Chernihiv', 'Donetsk'];

/** An article of which no other is a near copy. */
export function articleNumber(n: number): string {
  const pick = (list: readonly string[], at: number) => list[at % list.length]!;
  const paragraphs = Array.from({ length: 6 }, (_, at) => {
    const k = n * 7 + at * 3;
    return `<p>${pick(givers, k)} handed over ${k + 2} ${pick(things, n + at)} to the rescuers of the ${pick(places, k + at)}
      region, said officer ${n}-${at}. Convoy ${n * 31 + at} left depot ${n * 17 + at} for village ${n * 13 + at}, where ${k * 5 + 1}
      hectares wait for team ${n + at * 11}.</p>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Report ${n}</title></head>
    <body><main><article><h1>Report ${n}</h1>${paragraphs.join('')}</article></main></body></html>`;
}
