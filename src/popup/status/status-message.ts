import { countMessage, message, type PlainKey } from '../../i18n/message';
import { crawlShare } from '../crawl/crawl-share';
import { discoveryPhase } from '../crawl/discovery-progress';
import { blockedMessage } from './blocked-message';
import { crawlingMessage } from './crawling-message';
import { hasLostConsent } from '../has-lost-consent';
import { afterCrawl, beforeCrawl } from './idle-message';
import type { KnownMoment, Moment, StatusMessage } from './status-words';

/** The status sentence, with the small line below it. */
export function statusMessage(moment: Moment): StatusMessage {
  if (!moment.settings.consent) return hasLostConsent(moment) ? consentLost() : firstDay();
  if (!moment.hasAccess) return plain('paused', 'status_noAccess', 'status_noAccessDetail');
  if (moment.overview) return ofPhase({ ...moment, overview: moment.overview });
  // A crawl may be running while the page waits for its data, so do not say "paused" for that.
  return moment.isStoreBroken
    ? plain('paused', 'status_storeBroken', 'status_storeBrokenDetail')
    : plain('waiting', 'status_opening', 'status_openingDetail');
}

const firstDay = () => plain('idle', 'status_firstDay', 'status_firstDayDetail');
const consentLost = () => plain('paused', 'status_consentLost', 'status_consentLostDetail');

function plain(word: StatusMessage['word'], headline: PlainKey, detail: PlainKey): StatusMessage {
  return { word, headline: message(headline), detail: message(detail) };
}

function ofPhase(moment: KnownMoment): StatusMessage {
  switch (moment.overview.crawl.phase) {
    case 'idle':
      return beforeCrawl(moment);
    case 'crawling':
      return crawlingMessage(moment);
    case 'paused':
      return { word: 'paused', headline: pausedHeadline(moment), detail: message('status_pausedDetail') };
    case 'blocked':
      return blockedMessage(moment);
    case 'done':
      return afterCrawl(moment);
  }
}

function pausedHeadline({ overview }: KnownMoment): string {
  const { discovery, counters } = overview;
  if (discovery && discoveryPhase(overview) === 'held-up')
    return countMessage('status_pausedListing', discovery.listed);
  const { toGo } = crawlShare(counters);
  return toGo === 0 ? message('status_paused') : countMessage('status_pausedModels', toGo);
}
