import type { TextArguments } from '../texts.ts';

type Translate = (key: string, args?: TextArguments) => string;

// What the worker says about a site, as far as a moderator can do something about it. The first that fits counts.
const reasons: readonly (readonly [RegExp, string])[] = [
  [/^no host is named (?<host>\S+)/, 'why-no-host'],
  [/name server did not answer/, 'why-name-server'],
  [/refused the connection|no way to \S+ from/, 'why-unreachable'],
  [/did not answer within|no (?:complete )?answer within|stopped in the middle/, 'why-slow'],
  [/closed the connection|connection to \S+ broke|does not answer in HTTP/, 'why-broken'],
  [/certificate or encryption/, 'why-certificate'],
  [/answered (?:404|410)/, 'why-missing'],
  [/answered (?:401|402|403|451)/, 'why-forbidden'],
  [/answered 429/, 'why-too-many'],
  [/asked to be left alone for another (?<seconds>\d+) s/, 'why-left-alone'],
  [/answered (?<code>5\d\d)/, 'why-server'],
  [/answered (?<code>\d{3})/, 'why-status'],
  [/robots\.txt of \S+ forbids/, 'why-robots'],
  [/robots\.txt/, 'why-robots-unread'],
  [/more than \d+ redirects|redirects? (?:in a circle|from https)|redirects? to/, 'why-redirect'],
  [/an? (?:private|loopback|linkLocal|uniqueLocal|carrierGradeNat|reserved|unspecified|multicast|broadcast)|not an IP address|global unicast/, 'why-private'],
  [/ports? \d+|destination port/, 'why-port'],
  [/only http and https|is not an address of a page|user name or password|an empty host/, 'why-address'],
  [/the (?:feed|sitemap|list) is empty$/, 'why-empty-list'],
  [/header of the answer|larger than|too large|is too long|unpacks to|MB large|more than \d+ MB|too many paragraphs|nested more|elements|\bmemory\b|took longer|processor time/, 'why-large'],
  [/no text layer|no text of its own|has no text|is empty$/, 'why-no-text'],
  [/protected by a password/, 'why-password'],
  [/page not found/, 'why-missing'],
  [/error or maintenance notice/, 'why-maintenance'],
  [/asks whether the reader is a robot|blocks access/, 'why-captcha'],
  [/parked or empty domain/, 'why-parked'],
  [/pay or subscribe/, 'why-paywall'],
  [/log in/, 'why-login'],
  [/cookie or consent/, 'why-consent'],
  [/index of \d+ sitemaps/, 'why-sitemaps'],
  [/is damaged|cut off or damaged|not well-formed|ends inside|entities of its own|holds no (?:PDF|element)|no valid answer|stopped the reader/, 'why-damaged'],
  [/save it as|spreadsheet|presentation|OpenDocument/, 'why-save-as'],
  [/binary data|unreadable in every encoding|archive|unknown kind|holds data|the file is [\p{L}\d (),]{1,120}$|a list of addresses/u, 'why-format'],
  [/worker (?:was stopped|stopped without)|reader (?:did not|could not) start|reader was closed/, 'why-interrupted'],
]; // biome-ignore format: one reason a line

/** A reason of the worker in words a moderator can act on; as it is when it is none of the common ones. */
export function plainReason(reason: string, t: Translate): string {
  for (const [pattern, key] of reasons) {
    const found = pattern.exec(reason);
    if (found !== null) return t(key, { host: '', code: '', ...minutesOf(found.groups), ...found.groups });
  }
  return reason;
}

function minutesOf(groups: Readonly<Record<string, string>> | undefined): { readonly minutes: number } {
  return { minutes: Math.ceil(Number(groups?.seconds ?? 0) / 60) };
}

/** What the worker is doing, in words; empty when it has not said more than that it began. */
export function plainProgress(progress: string | null, t: Translate): string {
  if (progress === null || progress === 'started') return '';
  if (progress === 'reading') return t('progress-reading');
  const page = /^page (?<number>\d+) of (?<count>\d+)$/.exec(progress)?.groups;
  if (page !== undefined) return t('progress-page', page);
  const pages = /^(?<count>\d+) pages$/.exec(progress)?.groups;
  return pages === undefined ? plainReason(progress, t) : t('progress-pages', pages);
}
