import { discoveryPhase } from '../crawl/discovery-progress';
import { crawlShare } from '../crawl/progress';
import { formatCount } from '../format/numbers';
import { blockedMessage } from './blocked-message';
import { crawlingMessage } from './crawling-message';
import { afterCrawl, beforeCrawl } from './idle-message';
import type { KnownMoment, Moment, StatusMessage } from './message';

/** The one sentence that says it all, with the small line below it. */
export function statusMessage(moment: Moment): StatusMessage {
  if (!moment.settings.consent) {
    return {
      word: 'idle',
      headline: 'Idle until you say so',
      detail: 'Nothing is collected and nothing is asked of Sketchfab yet.',
    };
  }
  if (!moment.hasAccess) {
    return {
      word: 'paused',
      headline: 'Paused, this browser keeps us from Sketchfab',
      detail: 'Allow access, then load its open pages again. All that is stored is kept.',
    };
  }
  if (!moment.overview) return withoutOverview(moment);
  return ofPhase({ ...moment, overview: moment.overview });
}

/** A crawl may be running while the page only waits for its data, so that alone must not be called a pause. */
function withoutOverview({ isStoreBroken }: Moment): StatusMessage {
  if (isStoreBroken) {
    return {
      word: 'paused',
      headline: 'Paused, the stored data cannot be read',
      detail: 'Nothing was deleted.',
    };
  }
  return {
    word: 'waiting',
    headline: 'Waiting for the stored data to open',
    detail: 'If this lasts, close the other pages of Likes Out. Nothing is lost.',
  };
}

function ofPhase(moment: KnownMoment): StatusMessage {
  switch (moment.overview.crawl.phase) {
    case 'idle':
      return beforeCrawl(moment);
    case 'crawling':
      return crawlingMessage(moment);
    case 'paused':
      return {
        word: 'paused',
        headline: pausedText(moment),
        detail: 'All is kept. Resume goes on where it stopped.',
      };
    case 'blocked':
      return blockedMessage(moment);
    case 'done':
      return afterCrawl(moment);
  }
}

function pausedText({ overview }: KnownMoment): string {
  const { discovery, counters } = overview;
  if (discovery && discoveryPhase(overview) === 'held-up')
    return `Paused, ${formatCount(discovery.listed, 'most liked model')} found`;
  const { toGo } = crawlShare(counters);
  return toGo === 0 ? 'Paused' : `Paused, ${formatCount(toGo, 'model')} to go`;
}
