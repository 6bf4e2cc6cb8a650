// Parameters that say where a visitor came from, never what the page shows.
const trackingParameter =
  /^(utm_\w+|fbclid|gclid|yclid|dclid|msclkid|mc_[ce]id|igshid|_ga|_openstat|cmpid|ref_src)$/i;

/**
 * One spelling for the addresses under which the same page is linked: scheme, `www.`, case of the host, default port,
 * fragment, tracking parameters and a trailing slash make no difference. For comparing only; never fetched or shown.
 * What is no URL comes back trimmed.
 */
export function normaliseAddress(url: string): string {
  let parsed: URL;
  try {
    parsed = new URL(url.trim());
  } catch {
    return url.trim();
  }
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return parsed.href;
  const host = parsed.host.replace(/^www\./, '').replace(/:(80|443)$/, '');
  const path = parsed.pathname.replace(/(?<!\/)\/+$/, '');
  return `https://${host}${path}${query(parsed)}`;
}

function query(url: URL): string {
  const kept = [...url.searchParams].filter(([name]) => !trackingParameter.test(name));
  kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`;
}
