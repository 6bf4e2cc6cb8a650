import type { Tier } from '../../corpus/document.ts';
import { uploadOf, uploadTitle } from '../../corpus/sources/uploads.ts';

/**
 * The site part of an address as people say it: `www.` left out, Punycode kept. Of a file that was sent to the bot its name,
 * of any other `local file`.
 */
export function siteName(url: string): string {
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
  if (host !== '') return host;
  const upload = uploadOf(url);
  return upload === null ? 'local file' : uploadTitle(upload);
}

// Endings that only states and international bodies can register. A brand of a ministry under another ending stays
// "established" until a moderator says otherwise.
const officialEndings = [
  /(^|\.)(gov|mil|int)$/,
  /(^|\.)(gov|gob|gouv|gouvernement|govt|go|mil|gc|parliament)\.[a-z]{2}$/,
  /(^|\.)europa\.eu$/,
  /(^|\.)un\.org$/,
  /(^|\.)(undp|unicef|unmas|unops|unocha)\.org$/,
  /(^|\.)(admin\.ch|bund\.de|government\.(se|nl|bg)|regjeringen\.no|valtioneuvosto\.fi|um\.dk|overheid\.nl)$/,
  /(^|\.)(eda\.admin\.ch|auswaertiges-amt\.de|formin\.fi|vlada\.cz|riigikogu\.ee|vm\.ee|lrv\.lt|mk\.gov\.lv)$/,
];

/** Tier of a page that no source vouches for: official by the ending of its host, otherwise established. */
export function tierOfSite(url: string): Tier {
  const host = URL.canParse(url) ? new URL(url).hostname.toLowerCase() : '';
  return officialEndings.some((ending) => ending.test(host)) ? 'official' : 'established';
}
