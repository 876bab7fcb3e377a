import { likesUrl, listingUrl, modelUrl, robotsUrl } from '../sketchfab/addresses';
import type { Block, CrawlSnapshot } from './crawl-queue';
import type { CrawlRequest } from './crawl-request';
import { nextAllowed } from './host-state';
import { areDue, isAllowed } from './site-rules';

export type Step =
  | Ask
  | { readonly do: 'wait'; readonly ms: number }
  | ({ readonly do: 'block' } & Block)
  | { readonly do: 'finish' }
  | { readonly do: 'end' };

/** A request to send now. `key` identifies it among those in flight. */
export type Ask =
  | { readonly do: 'ask'; readonly key: string; readonly url: string; readonly request: CrawlRequest }
  | { readonly do: 'read-rules'; readonly key: string; readonly url: string; readonly origin: string };

/** The browser ends a worker that is idle for 30 s. Longer waits are left to the alarm. */
export const longestSleepMs = 20_000;
/** For lanes that wait for another one to read robots.txt. */
const shortWaitMs = 50;

const disallowed = 'the robots.txt of the site asks crawlers not to read this';

/** What a lane does next. A lane without work ends; if no request is pending or in flight, it finishes the crawl. */
export function nextStep(
  snapshot: CrawlSnapshot,
  { crawlDespiteRobots }: { readonly crawlDespiteRobots: boolean },
  inFlight: ReadonlySet<string>,
  now: number,
): Step {
  const { crawl, host, rules, request, nextDue } = snapshot;
  if (crawl.phase !== 'crawling') return { do: 'end' };
  if (!request && nextDue === undefined) return { do: inFlight.size === 0 ? 'finish' : 'end' };
  const due = Math.max(nextAllowed(host, now), request ? 0 : (nextDue ?? 0));
  const wait = due - now;
  if (wait > longestSleepMs) return { do: 'end' };
  if (wait > 0 || !request) return { do: 'wait', ms: Math.max(wait, 0) };
  const url = urlOf(request);
  if (areDue(rules, url, now)) {
    const { origin } = new URL(url);
    const rulesUrl = robotsUrl(origin);
    if (inFlight.has(rulesUrl)) return { do: 'wait', ms: shortWaitMs };
    return { do: 'read-rules', key: rulesUrl, url: rulesUrl, origin };
  }
  if (!crawlDespiteRobots && !isAllowed(rules, url)) return { do: 'block', by: 'robots', cause: disallowed };
  return { do: 'ask', key: request.uniqueKey, url, request };
}

function urlOf(request: CrawlRequest): string {
  switch (request.kind) {
    case 'likes':
      return likesUrl(request.modelUid, request.position);
    case 'model':
      return modelUrl(request.modelUid);
    case 'discovery':
      return listingUrl(request.position);
  }
}
