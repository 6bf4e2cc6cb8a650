import type { LookupAddress } from 'node:dns';
import { lookup as systemLookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';

/** Resolves a host name to every address it has. Passed in so that tests can play a lying name server. */
export type Lookup = (hostname: string) => Promise<readonly LookupAddress[]>;

/** The resolver of the operating system, every address, in its order. */
export const lookupAll: Lookup = (hostname) => systemLookup(hostname, { all: true, verbatim: true });

// Everything handed out to networks of the public internet lies here (IANA: 2000::/3 is Global Unicast).
const globalUnicastV6 = ipaddr.parseCIDR('2000::/3');

/**
 * Tells whether an address is one of the public internet.
 * @returns null when it is, otherwise one phrase that says what it is instead ("loopback", "not an IP address", …).
 */
export function privateReason(address: string): string | null {
  if (address.includes('%')) return 'an address with a zone id';
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return v4Reason(ipaddr.IPv4.parse(address));
  if (!ipaddr.IPv6.isValid(address)) return 'not an IP address';
  return v6Reason(ipaddr.IPv6.parse(address));
}

function v4Reason(address: ipaddr.IPv4): string | null {
  const range = address.range();
  return range === 'unicast' ? null : `a ${range} address`;
}

// No public site needs a form that carries an IPv4 address inside (mapped, compatible, translated, tunnelled), so all
// of them are refused instead of unpacked: nothing is left to unpack wrongly.
function v6Reason(address: ipaddr.IPv6): string | null {
  if (address.isIPv4MappedAddress()) return 'an IPv4-mapped address';
  const range = address.range();
  if (range !== 'unicast') return `a ${range} address`;
  const [network, bits] = globalUnicastV6;
  if (!address.match(network as ipaddr.IPv6, bits)) return 'not a global unicast address';
  const isatap = address.parts[5] === 0x5efe && (address.parts[4]! & ~0x0200) === 0;
  return isatap ? 'an ISATAP tunnel address' : null;
}

/** A destination that was refused, with the reason in one phrase. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

/** Rules for one connection: which pairs are exempt, which ports may be used, who resolves. */
export interface AddressRules {
  /** `host:port` pairs that skip the address and port check; exact, for a local test web. */
  readonly allow: readonly string[];
  readonly ports: readonly number[];
  readonly lookup: Lookup;
}

/** True when this exact host and port was exempted by FETCH_ALLOW. */
export function isExempt(hostname: string, port: number, allow: readonly string[]): boolean {
  return allow.includes(`${hostname.toLowerCase()}:${port}`);
}

/**
 * Resolves a host once and refuses it unless every address is public: a mixed answer is an attack or a mistake, and
 * the connection goes to exactly the addresses returned here.
 * @throws AddressRefused when any address is not public; the resolver's own error when there is no answer.
 */
export async function resolvePublic(
  hostname: string,
  rules: AddressRules,
  port: number,
): Promise<LookupAddress[]> {
  const found = await rules.lookup(hostname);
  if (found.length === 0) throw new AddressRefused(`${hostname} has no address`);
  if (!isExempt(hostname, port, rules.allow)) {
    for (const { address } of found) {
      const reason = privateReason(address);
      if (reason !== null) throw new AddressRefused(`${hostname} resolves to ${address}, ${reason}`);
    }
  }
  return found.map(({ address, family }) => ({ address, family }));
}

/** Port of a URL, with the scheme's default filled in. */
export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

/** What {@link checkUrl} found: the parsed address or why it is not fetched. */
export type UrlCheck =
  | { readonly url: URL }
  | { readonly code: 'bad-url' | 'scheme' | 'credentials' | 'port' | 'address'; readonly reason: string };

/**
 * The rules that need no network: http or https, no user or password, port 80 or 443, no literal private address.
 * The URL parser has already turned every spelling of an IPv4 address (decimal, hex, octal, short) into four parts.
 */
export function checkUrl(raw: string, rules: Pick<AddressRules, 'allow' | 'ports'>): UrlCheck {
  const url = URL.canParse(raw) ? new URL(raw) : null;
  const shown = raw.length > 200 ? `${raw.slice(0, 200)}…` : raw;
  if (url === null)
    return { code: 'bad-url', reason: `${JSON.stringify(shown)} is not an address of a page` };
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return { code: 'scheme', reason: `only http and https are fetched, not ${url.protocol.slice(0, 40)}` };
  }
  if (url.username !== '' || url.password !== '') {
    return { code: 'credentials', reason: 'addresses with a user name or password are not fetched' };
  }
  const port = portOf(url);
  if (isExempt(url.hostname, port, rules.allow)) return { url };
  if (!rules.ports.includes(port)) {
    return { code: 'port', reason: `only ports ${rules.ports.join(' and ')} are fetched, not ${port}` };
  }
  const literal = literalAddress(url.hostname);
  const reason = literal === null ? localNameReason(url.hostname) : privateReason(literal);
  return reason === null ? { url } : { code: 'address', reason: `${url.hostname} is ${reason}` };
}

/** The IP address a URL's host spells out, without brackets, or null when the host is a name. */
export function literalAddress(hostname: string): string | null {
  if (hostname.startsWith('[')) return hostname.slice(1, -1);
  return ipaddr.IPv4.isValidFourPartDecimal(hostname) ? hostname : null;
}

// Names that never leave the machine or the local network; refused before a resolver sees them.
const localNames = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa|localdomain)\.?$/i;

function localNameReason(hostname: string): string | null {
  if (hostname === '') return 'an empty host';
  return localNames.test(hostname) ? 'a name of the local network' : null;
}
