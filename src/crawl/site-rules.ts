import robotsParser from 'robots-parser';
import { robotsUrl } from '../sketchfab/addresses';
import { reduceRules } from './reduce-rules';

/** What each host's robots.txt said, by origin. A row of the database. */
export type SiteRules = Readonly<Record<string, HostRules>>;

export type HostRules = {
  /** As it was served; empty where the host has none, which allows everything. */
  readonly text: string;
  readonly readAt: number;
};

/** The product token that a robots.txt would name us by. */
const userAgent = 'LikesOut';
/** RFC 9309 §2.4: not to be used for longer than a day. */
const goodForMs = 24 * 60 * 60_000;
/** As long as the slowest pace a person can set. */
const longestCrawlDelayMs = 600_000;

/** Whether the rules of this host are to be read (again) before anything else is asked of it. */
export function areDue(rules: SiteRules, url: string, now: number): boolean {
  const known = rules[new URL(url).origin];
  return known === undefined || now - known.readAt > goodForMs || known.readAt > now;
}

export function isAllowed(rules: SiteRules, url: string): boolean {
  return parse(rules, url)?.isDisallowed(url, userAgent) !== true;
}

/** The pause in ms that the host asks crawlers to keep, 0 where it asks for none. */
export function askedCrawlDelayMs(rules: SiteRules, url: string): number {
  const seconds = parse(rules, url)?.getCrawlDelay(userAgent) ?? 0;
  return seconds > 0 ? Math.min(seconds * 1_000, longestCrawlDelayMs) : 0;
}

/** The last text of each host, parsed: the same one is looked at before every request. */
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
