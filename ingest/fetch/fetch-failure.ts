import type { FetchLimits } from '../limits.ts';
import { AddressRefused } from './address-guard.ts';
import { megabytes } from './body-reader.ts';
import { type Failed, failed, type Refused, refused } from './fetch-outcome.ts';

/**
 * Names what a connection died of, in words for a person. Node and undici wrap causes in causes, and several
 * addresses of one host fail as one AggregateError; the first code that we know decides.
 */
export function failureOf(error: unknown, url: URL, limits: FetchLimits): Refused | Failed {
  const chain = causesOf(error);
  const guard = chain.find((cause) => cause instanceof AddressRefused);
  if (guard !== undefined) return refused('address', guard.message);
  for (const cause of chain) {
    const named = byCode((cause as NodeJS.ErrnoException).code ?? '', url, limits);
    if (named !== null) return named;
  }
  const last = chain.at(-1)?.message.split('\n')[0]?.slice(0, 200) ?? 'unknown error';
  return failed('broken', `the connection to ${url.host} broke: ${last}`);
}

function causesOf(error: unknown, depth = 0): Error[] {
  if (!(error instanceof Error) || depth > 8) return [];
  const inner = error instanceof AggregateError ? error.errors : [];
  return [error, ...inner.flatMap((one) => causesOf(one, depth + 1)), ...causesOf(error.cause, depth + 1)];
}

function byCode(code: string, url: URL, limits: FetchLimits): Refused | Failed | null {
  switch (code) {
    case 'ENOTFOUND':
    case 'ENODATA':
      return failed('dns', `no host is named ${url.hostname}`);
    case 'EAI_AGAIN':
      return failed('dns', `the name server did not answer for ${url.hostname}`);
    case 'ECONNREFUSED':
      return failed('connect', `${url.host} refused the connection`);
    case 'ENETUNREACH':
    case 'EHOSTUNREACH':
      return failed('connect', `there is no way to ${url.host} from this network`);
    case 'ETIMEDOUT':
    case 'UND_ERR_CONNECT_TIMEOUT':
    case 'UND_ERR_HEADERS_TIMEOUT':
      return failed('timeout', `${url.host} did not answer within ${limits.firstByteMs / 1000} s`);
    case 'UND_ERR_BODY_TIMEOUT':
      return failed('timeout', `${url.host} stopped in the middle of its answer`);
    case 'UND_ERR_HEADERS_OVERFLOW':
      return refused('headers', `the header of the answer is larger than ${limits.maxHeaderBytes / 1024} KB`);
    case 'UND_ERR_RES_EXCEEDED_MAX_SIZE':
      return refused(
        'too-large',
        `the body is larger than ${megabytes(Math.max(limits.maxBytes, limits.maxPdfBytes))} MB`,
      );
    case 'ECONNRESET':
    case 'EPIPE':
    case 'UND_ERR_SOCKET':
    case 'ERR_STREAM_PREMATURE_CLOSE':
      return failed('broken', `${url.host} closed the connection before the answer was complete`);
    default:
      return otherCode(code, url);
  }
}

function otherCode(code: string, url: URL): Failed | null {
  if (code.startsWith('HPE_')) return failed('broken', `${url.host} does not answer in HTTP`);
  if (/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO)/.test(code)) {
    return failed('tls', `the certificate or encryption of ${url.host} is not valid (${code})`);
  }
  return null;
}
