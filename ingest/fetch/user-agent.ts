import { readFileSync } from 'node:fs';

/** Name robots.txt rules address us by. */
export const robotName = 'DeminingAidBot';

const packageFile = new URL('../../package.json', import.meta.url);

/**
 * The User-Agent of every request: who we are, which version, what for, and where to complain.
 * @param contact value of FETCH_CONTACT; without it the header says that none is configured.
 */
export function userAgent(contact: string | undefined, version = packageVersion()): string {
  // A header value may hold neither control characters nor, outside a comment's own pair, parentheses.
  const clean = contact
    ?.replace(/[^\x20-\x7e]|[()\\]/g, '')
    .trim()
    .slice(0, 200);
  const reach = clean === undefined || clean === '' ? 'no contact configured' : `contact: ${clean}`;
  return `${robotName}/${version} (answers questions about demining aid to Ukraine; ${reach})`;
}

function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version?: unknown };
  return typeof version === 'string' ? version : '0';
}
