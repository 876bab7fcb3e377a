import type { Overview } from '../../store/overview';
import { discoveryPhase, discoveryRest } from '../crawl/discovery-progress';
import { measuredPace, timeLeft } from '../crawl/estimates';
import { crawlShare } from '../crawl/progress';
import { formatNumber } from '../../i18n/format-number';
import { formatCount } from '../format/numbers';
import { formatClock } from '../../i18n/format-clock';
import { formatDuration } from '../../i18n/format-duration';
import type { KnownMoment, StatusMessage } from './message';

const mayClose = 'You can close this window.';
const waitReasons = {
  'asked-to-slow-down': 'Sketchfab asked us to slow down',
  'site-error': 'Sketchfab has trouble answering',
  offline: 'there is no connection',
} as const;

/** While the crawl is on: what holds it up, or how far it is. */
export function crawlingMessage(moment: KnownMoment): StatusMessage {
  return isFailing(moment) ?? whileWaiting(moment) ?? whileListing(moment) ?? whileReading(moment);
}

function isFailing({ overview: { crawl } }: KnownMoment): StatusMessage | null {
  if (crawl.reason === null) return null;
  return {
    word: 'waiting',
    headline: 'Waiting, this browser has trouble',
    reason: `The browser says: ${crawl.reason}`,
    detail: 'All is kept. It tries again by itself every half minute.',
  };
}

/** The usual crawl delay is no news; anything longer is, with its reason and its end. */
function whileWaiting({ settings, overview: { host }, now }: KnownMoment): StatusMessage | null {
  const wait = host.notBefore - now;
  const usual = Math.max(3_000, 2 * settings.crawlDelayMs, 2 * host.delayMs);
  if (wait <= (host.waitingFor ? 3_000 : usual)) return null;
  const reason = host.waitingFor ? waitReasons[host.waitingFor] : 'to go easy on Sketchfab';
  const detail = `Goes on by itself at ${formatClock(host.notBefore, now)}. ${mayClose}`;
  return { word: 'waiting', headline: `Waiting ${formatDuration(wait)}, ${reason}`, detail };
}

/** The catalogue comes before any list of likes, and nobody knows yet what it will bring. */
function whileListing({ settings, overview, now }: KnownMoment): StatusMessage | null {
  const { discovery } = overview;
  if (!discovery || discoveryPhase(overview) !== 'running') return null;
  const rest = discoveryRest(discovery);
  const pace = measuredPace(overview, settings, now);
  const progress =
    rest === null || pace === null
      ? paceText(settings.crawlDelayMs, overview.host)
      : `About ${formatDuration(rest * pace)} to go for the list.`;
  return {
    word: 'crawling',
    headline: `Crawling the list of most liked models, ${formatNumber(discovery.listed)} found`,
    detail: `${progress} ${mayClose}`,
  };
}

function whileReading({ settings, overview, now }: KnownMoment): StatusMessage {
  const { models } = crawlShare(overview.counters);
  const left = timeLeft(overview, settings, now);
  const headline =
    left === null
      ? `Crawling ${formatCount(models, 'model')}`
      : `Crawling, about ${formatDuration(left)} left`;
  return {
    word: 'crawling',
    headline,
    detail: `${paceText(settings.crawlDelayMs, overview.host)} ${mayClose}`,
  };
}

function paceText(crawlDelayMs: number, { delayMs }: Overview['host']): string {
  if (crawlDelayMs === 0) return 'As fast as Sketchfab answers.';
  const slowed = Math.round(delayMs / 1_000);
  if (delayMs >= 2 * crawlDelayMs && slowed > 1)
    return `Sketchfab is slow, so one request every ${formatNumber(slowed)} seconds.`;
  if (crawlDelayMs === 1_000) return 'One request a second at most.';
  return `One request every ${formatNumber(crawlDelayMs / 1_000)} seconds at most.`;
}
