import { type AddressRules, checkUrl } from './address-guard.ts';
import { type Refused, refused } from './fetch-outcome.ts';

/** What a redirect must keep to. */
export interface RedirectRules extends Pick<AddressRules, 'allow' | 'ports'> {
  readonly maxRedirects: number;
}

/**
 * Where a Location header leads, under the same rules as a first address, or why it is not followed.
 * @param hops redirects seen so far, this one included.
 */
export function nextHop(from: URL, location: string, hops: number, rules: RedirectRules): string | Refused {
  if (hops > rules.maxRedirects) return refused('redirects', `more than ${rules.maxRedirects} redirects`);
  const next = URL.canParse(location, from.href) ? new URL(location, from.href) : null;
  if (next === null) {
    return refused(
      'bad-url',
      `redirects to ${JSON.stringify(location.slice(0, 200))}, which is not an address`,
    );
  }
  const shown = next.href.slice(0, 200);
  if (from.protocol === 'https:' && next.protocol === 'http:') {
    return refused('downgrade', `redirects from https to ${shown}`);
  }
  const checked = checkUrl(next.href, rules);
  return 'url' in checked ? next.href : refused(checked.code, `redirects to ${shown}: ${checked.reason}`);
}
