import robotsModule from 'robots-parser';
import { robotName } from './user-agent.ts';

/** RFC 9309 asks to read at least this much of a robots.txt. */
export const maxRobotsBytes = 500 * 1024;

// The package is CommonJS whose types describe it as an ES module: at run time the import is the function itself.
const robotsParser = robotsModule as unknown as typeof robotsModule.default;

// Matching a rule with wildcards costs pattern × path; with these a hostile file and address together take 0.1 s.
const maxRules = 2_000;
const maxWildcardRules = 300;
const maxWildcardPattern = 100;
const maxPathLength = 2_000;

/** A pause a site asks for is kept up to this; a longer one would hold up everything behind it. */
export const maxCrawlDelayMs = 10_000;

/** The rules of one site as they concern us. */
export interface RobotsRules {
  allows(url: string): boolean;
  readonly crawlDelayMs: number;
}

/**
 * Keeps of a robots.txt the groups that speak to us or to everyone, without comments: what is worth storing. Rules
 * beyond the limits are cut in the direction of being allowed less.
 */
export function relevantRules(text: string): string {
  const kept: string[] = [];
  let agents: string[] = [];
  let inRules = true;
  let wildcards = 0;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const match = /^\s{0,20}([a-z-]{5,11})\s{0,20}:([^#]*)/i.exec(line.slice(0, 4_000));
    if (match === null) continue;
    const name = match[1]!.toLowerCase();
    const value = match[2]!.trim();
    if (name === 'user-agent') {
      if (inRules) agents = [];
      inRules = false;
      agents.push(value.toLowerCase().replace(/\/[\s\S]*$/, ''));
      if (isOurs(value)) kept.push(`user-agent: ${value}`);
      continue;
    }
    inRules = true;
    const rule = agents.some(isOurs) ? boundedRule(name, value) : null;
    if (rule?.includes('*') === true && ++wildcards > maxWildcardRules) continue;
    if (rule !== null) kept.push(rule);
    if (kept.length >= maxRules) break;
  }
  return kept.join('\n');
}

function isOurs(agent: string): boolean {
  return agent === '*' || agent.toLowerCase().replace(/\/[\s\S]*$/, '') === robotName.toLowerCase();
}

function boundedRule(name: string, value: string): string | null {
  if (name === 'crawl-delay') return `crawl-delay: ${value.slice(0, 20)}`;
  if (name !== 'allow' && name !== 'disallow') return null;
  const limit = value.includes('*') ? maxWildcardPattern : maxPathLength;
  if (value.length <= limit) return `${name}: ${value}`;
  return name === 'allow' ? null : `disallow: ${value.slice(0, limit)}`;
}

/** Reads rules stored by {@link relevantRules}. */
export function parseRules(origin: string, rules: string): RobotsRules {
  const parsed = robotsParser(`${origin}/robots.txt`, rules);
  const seconds = parsed.getCrawlDelay(robotName) ?? 0;
  return {
    allows: (url) => url.length <= maxPathLength && parsed.isAllowed(url, robotName) !== false,
    crawlDelayMs: Math.min(Math.max(seconds, 0) * 1000, maxCrawlDelayMs),
  };
}
