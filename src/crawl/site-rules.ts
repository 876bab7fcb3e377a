import robotsParser from 'robots-parser';
import { robotsUrl } from '../sketchfab/addresses';
import { longestCrawlDelayMs } from './crawl-delay';
import { reduceRules } from './reduce-rules';

/** The robots.txt of each host, by origin. A row of the database. */
export type SiteRules = Readonly<Record<string, HostRules>>;

export type HostRules = {
  /** As served. Empty if the host has none, which allows everything. */
  readonly text: string;
  readonly readAt: number;
};

/** The product token by which a robots.txt would address Likes Out. */
const userAgent = 'LikesOut';
/** RFC 9309 §2.4: not to be cached for longer than a day. */
const goodForMs = 24 * 60 * 60_000;

/** Whether this host's robots.txt must be read, or read again, before any other request to it. */
export function areDue(rules: SiteRules, url: string, now: number): boolean {
  const known = rules[new URL(url).origin];
  return known === undefined || now - known.readAt > goodForMs || known.readAt > now;
}

export function isAllowed(rules: SiteRules, url: string): boolean {
  return parse(rules, url)?.isDisallowed(url, userAgent) !== true;
}

/** The crawl delay in ms that the host's robots.txt asks for; 0 if none. */
export function askedCrawlDelayMs(rules: SiteRules, url: string): number {
  const seconds = parse(rules, url)?.getCrawlDelay(userAgent) ?? 0;
  return seconds > 0 ? Math.min(seconds * 1_000, longestCrawlDelayMs) : 0;
}

/** A cache of parsed rules by origin, since they are checked before every request. */
const parsed = new Map<string, { readonly text: string; readonly robots: ReturnType<typeof robotsParser> }>();

function parse(rules: SiteRules, url: string) {
  const { origin } = new URL(url);
  const text = rules[origin]?.text;
  if (text === undefined) return undefined;
  const known = parsed.get(origin);
  if (known?.text === text) return known.robots;
  const robots = robotsParser(robotsUrl(origin), reduceRules(text, userAgent));
  parsed.set(origin, { text, robots });
  return robots;
}
