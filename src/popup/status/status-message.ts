import { discoveryPhase } from '../crawl/discovery-progress';
import { crawlShare } from '../crawl/progress';
import { sayCount } from '../format/numbers';
import { blockedSentence } from './blocked-message';
import { crawlingSentence } from './crawling-message';
import { afterCrawl, beforeCrawl } from './idle-message';
import type { KnownMoment, Moment, StatusSentence } from './message';

/** The one sentence that says it all, with the small line below it. */
export function statusSentence(moment: Moment): StatusSentence {
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
function withoutOverview({ isStoreBroken }: Moment): StatusSentence {
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

function ofPhase(moment: KnownMoment): StatusSentence {
  switch (moment.overview.crawl.phase) {
    case 'idle':
      return beforeCrawl(moment);
    case 'crawling':
      return crawlingSentence(moment);
    case 'paused':
      return {
        word: 'paused',
        headline: sayPaused(moment),
        detail: 'All is kept. Resume goes on where it stopped.',
      };
    case 'blocked':
      return blockedSentence(moment);
    case 'done':
      return afterCrawl(moment);
  }
}

function sayPaused({ overview }: KnownMoment): string {
  const { discovery, counters } = overview;
  if (discovery && discoveryPhase(overview) === 'held-up')
    return `Paused, ${sayCount(discovery.listed, 'most liked model')} found`;
  const { toGo } = crawlShare(counters);
  return toGo === 0 ? 'Paused' : `Paused, ${sayCount(toGo, 'model')} to go`;
}
