import { formatClock } from '../../i18n/format-clock';
import { formatDuration } from '../../i18n/format-duration';
import { countMessage, message } from '../../i18n/message';
import type { Overview } from '../../store/overview';
import { crawlShare } from '../crawl/crawl-share';
import { discoveryPhase, discoveryRest } from '../crawl/discovery-progress';
import { measuredPace, timeLeft } from '../crawl/time-left';
import type { KnownMoment, StatusMessage } from './status-words';

const waitKeys = {
  'asked-to-slow-down': 'status_slowingDown',
  'site-error': 'status_siteErrors',
  offline: 'status_offline',
} as const;

/** During a crawl: what it is waiting for, or how far it is. */
export function crawlingMessage(moment: KnownMoment): StatusMessage {
  return isFailing(moment) ?? whileWaiting(moment) ?? whileListing(moment) ?? whileReading(moment);
}

function isFailing({ overview: { crawl } }: KnownMoment): StatusMessage | null {
  if (crawl.reason === null) return null;
  return {
    word: 'waiting',
    headline: message('status_browserError'),
    reason: message('status_browserSays', { reason: crawl.reason }),
    detail: message('status_browserErrorDetail'),
  };
}

/** The usual crawl delay is not mentioned; a longer one is, with its reason and its end. */
function whileWaiting({ settings, overview: { host }, now }: KnownMoment): StatusMessage | null {
  const wait = host.notBefore - now;
  const usual = Math.max(3_000, 2 * settings.crawlDelayMs, 2 * host.delayMs);
  if (wait <= (host.waitingFor ? 3_000 : usual)) return null;
  const key = host.waitingFor ? waitKeys[host.waitingFor] : 'status_politePause';
  return {
    word: 'waiting',
    headline: message(key, { time: formatDuration(wait) }),
    detail: andMayClose(message('status_continuesAt', { time: formatClock(host.notBefore, now) })),
  };
}

/** The catalogue is read before any likes, so the number of models is not known yet. */
function whileListing({ settings, overview, now }: KnownMoment): StatusMessage | null {
  const { discovery } = overview;
  if (!discovery || discoveryPhase(overview) !== 'running') return null;
  const rest = discoveryRest(discovery);
  const pace = measuredPace(overview, settings, now);
  const progress =
    rest === null || pace === null
      ? paceText(settings.crawlDelayMs, overview.host)
      : message('status_listingLeft', { time: formatDuration(rest * pace) });
  return {
    word: 'crawling',
    headline: countMessage('status_listing', discovery.listed),
    detail: andMayClose(progress),
  };
}

function whileReading({ settings, overview, now }: KnownMoment): StatusMessage {
  const { models } = crawlShare(overview.counters);
  const left = timeLeft(overview, settings, now);
  return {
    word: 'crawling',
    headline:
      left === null
        ? countMessage('status_crawlingModels', models)
        : message('status_crawlingLeft', { time: formatDuration(left) }),
    detail: andMayClose(paceText(settings.crawlDelayMs, overview.host)),
  };
}

const andMayClose = (sentence: string) => `${sentence} ${message('status_canClose')}`;

function paceText(crawlDelayMs: number, { delayMs }: Overview['host']): string {
  if (crawlDelayMs === 0) return message('status_fastest');
  const slowed = Math.round(delayMs / 1_000);
  if (delayMs >= 2 * crawlDelayMs && slowed > 1) return countMessage('status_slowSite', slowed);
  return countMessage('status_pace', crawlDelayMs / 1_000);
}
