import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import type { FetchLimits } from '../limits.ts';
import {
  AddressRefused,
  type AddressRules,
  isExempt,
  literalAddress,
  privateReason,
  resolvePublic,
} from './address-guard.ts';

/**
 * HTTP agent whose every connection is checked where it is made: literal addresses before connecting, names by
 * resolving once and connecting to exactly what was checked, and the peer's address once more after connecting.
 * One connection per origin; HTTP/1.1 only.
 * @param peers filled with the address that each origin was reached at, for people to see.
 */
export function createGuardedAgent(
  rules: AddressRules,
  limits: FetchLimits,
  peers: Map<string, string>,
): Agent {
  return new Agent({
    connect: guardedConnector(rules, limits, peers),
    connections: 1,
    pipelining: 1,
    headersTimeout: limits.firstByteMs,
    bodyTimeout: limits.firstByteMs,
    maxHeaderSize: limits.maxHeaderBytes,
    // Coded bytes; the decoded ones are counted in the body reader.
    maxResponseSize: Math.max(limits.maxBytes, limits.maxPdfBytes),
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 10_000,
  });
}

function guardedConnector(
  rules: AddressRules,
  limits: FetchLimits,
  peers: Map<string, string>,
): buildConnector.connector {
  return (options, callback) => {
    const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80);
    const exempt = isExempt(options.hostname, port, rules.allow);
    const refusal = exempt ? null : refuseBeforeConnecting(options.hostname, port, rules);
    if (refusal !== null) return callback(refusal, null);
    const connect = buildConnector({
      lookup: pinnedLookup(rules, port),
      timeout: limits.firstByteMs,
      maxCachedSessions: 0,
    });
    connect(options, (error, socket) => {
      if (error !== null) return callback(error, null);
      const peer = socket.remoteAddress ?? '';
      const reason = exempt ? null : privateReason(peer);
      if (reason === null) {
        peers.set(new URL(`${options.protocol}//${options.host ?? options.hostname}`).origin, peer);
        return callback(null, socket);
      }
      socket.destroy();
      callback(new AddressRefused(`${options.hostname} answered from ${peer}, ${reason}`), null);
    });
  };
}

// A lookup is never made for a literal address, so it is judged here; the URL was judged too, but redirects and
// keep-alive must not depend on a caller having done so.
function refuseBeforeConnecting(hostname: string, port: number, rules: AddressRules): AddressRefused | null {
  if (!rules.ports.includes(port)) return new AddressRefused(`port ${port} is not allowed`);
  const literal = literalAddress(hostname) ?? (hostname.includes(':') ? hostname : null);
  const reason = literal === null ? null : privateReason(literal);
  return reason === null ? null : new AddressRefused(`${hostname} is ${reason}`);
}

function pinnedLookup(rules: AddressRules, port: number): LookupFunction {
  return (hostname, options, callback) => {
    resolvePublic(hostname, rules, port).then(
      (addresses) => answer(addresses, options.all === true, callback),
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}

function answer(addresses: LookupAddress[], all: boolean, callback: Parameters<LookupFunction>[2]): void {
  if (all) callback(null, addresses);
  else callback(null, addresses[0]!.address, addresses[0]!.family);
}
