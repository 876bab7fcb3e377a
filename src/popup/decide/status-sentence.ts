import type { Overview } from '../../store/overview';
import type { Snapshot } from '../snapshot';
import { sayClock } from '../words/say-clock';
import { sayCount } from '../words/say-count';
import { sayDuration } from '../words/say-duration';
import { sayNumber } from '../words/say-number';
import { crawlShare } from './crawl-share';
import { sayCoverage } from './say-coverage';
import { shortestCrawl, timeLeft } from './time-left';

export const statusWords = ['idle', 'capturing', 'crawling', 'waiting', 'paused', 'blocked', 'done'] as const;

export type StatusSentence = {
  /** Built of our own words and numbers only, and holds exactly one of `statusWords`: its `word`. */
  readonly word: (typeof statusWords)[number];
  readonly headline: string;
  /** What the site or the browser said, in words that may not be ours; to be shown apart. */
  readonly reason?: string | null;
  readonly detail: string;
};

export type Moment = Pick<Snapshot, 'settings' | 'hasAccess' | 'overview' | 'isStoreBroken' | 'now'>;
type Known = Moment & { readonly overview: Overview };

const mayClose = 'You can close this window.';
const waitReasons = {
  'asked-to-slow-down': 'Sketchfab asked us to slow down',
  'site-trouble': 'Sketchfab has trouble answering',
  offline: 'there is no connection',
} as const;

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

function ofPhase(moment: Known): StatusSentence {
  const { crawl } = moment.overview;
  switch (crawl.phase) {
    case 'idle':
      return beforeCrawl(moment);
    case 'crawling':
      return inTrouble(moment) ?? whileWaiting(moment) ?? whileCrawling(moment);
    case 'paused':
      return {
        word: 'paused',
        headline: sayPaused(moment),
        detail: 'All is kept. Resume goes on where it stopped.',
      };
    case 'blocked':
      return {
        word: 'blocked',
        headline: 'Blocked, Sketchfab wants to see a person',
        reason: crawl.reason && `Its answer: ${crawl.reason}`,
        detail: 'Open Sketchfab, do as it asks, then resume.',
      };
    case 'done':
      return afterCrawl(moment);
  }
}

function beforeCrawl({ settings, overview }: Known): StatusSentence {
  const { models, toGo } = crawlShare(overview.counters);
  const atLeast = shortestCrawl(toGo, settings);
  const time = atLeast === null ? ' captured' : `, at least ${sayDuration(atLeast)} to crawl`;
  const captured = models === 0 ? null : `${sayCount(models, 'model')}${toGo > 0 ? time : ' captured'}.`;
  if (settings.autoCapture) {
    const detail = captured ?? 'Open pages of Sketchfab: every model they show is noted here.';
    return { word: 'capturing', headline: 'Capturing while you browse', detail };
  }
  return {
    word: 'idle',
    headline: 'Idle, auto-capture is off',
    detail: captured ?? 'Switch it on, then open pages of Sketchfab.',
  };
}

function inTrouble({ overview: { crawl } }: Known): StatusSentence | null {
  if (crawl.reason === null) return null;
  return {
    word: 'waiting',
    headline: 'Waiting, this browser has trouble',
    reason: `The browser says: ${crawl.reason}`,
    detail: 'All is kept. It tries again by itself every half minute.',
  };
}

/** The usual crawl delay is no news; anything longer is, with its reason and its end. */
function whileWaiting({ settings, overview: { host }, now }: Known): StatusSentence | null {
  const wait = host.notBefore - now;
  const usual = Math.max(3_000, 2 * settings.crawlDelayMs);
  if (wait <= (host.waitingFor ? 3_000 : usual)) return null;
  const reason = host.waitingFor ? waitReasons[host.waitingFor] : 'to go easy on Sketchfab';
  const detail = `Goes on by itself at ${sayClock(host.notBefore, now)}. ${mayClose}`;
  return { word: 'waiting', headline: `Waiting ${sayDuration(wait)}, ${reason}`, detail };
}

function whileCrawling({ settings, overview, now }: Known): StatusSentence {
  const { models } = crawlShare(overview.counters);
  const left = timeLeft(overview, settings, now);
  const headline =
    left === null ? `Crawling ${sayCount(models, 'model')}` : `Crawling, about ${sayDuration(left)} left`;
  return { word: 'crawling', headline, detail: `${sayPace(settings.crawlDelayMs)} ${mayClose}` };
}

function sayPace(crawlDelayMs: number): string {
  if (crawlDelayMs === 0) return 'As fast as Sketchfab answers.';
  if (crawlDelayMs === 1_000) return 'One request a second at most.';
  return `One request every ${sayNumber(crawlDelayMs / 1_000)} seconds at most.`;
}

function sayPaused({ overview }: Known): string {
  const { toGo } = crawlShare(overview.counters);
  return toGo === 0 ? 'Paused' : `Paused, ${sayCount(toGo, 'model')} to go`;
}

function afterCrawl({ settings, overview }: Known): StatusSentence {
  const { settled } = crawlShare(overview.counters);
  const coverage = sayCoverage(overview.counters);
  return {
    word: 'done',
    headline: coverage ? `Done, ${coverage}` : `Done, ${sayCount(settled, 'model')} read`,
    detail:
      sayRest(overview) ??
      (settings.autoCapture ? 'New models are still noted while you browse.' : 'Auto-capture is off.'),
  };
}

function sayRest({ counters }: Overview): string | null {
  const { toGo, again } = crawlShare(counters);
  if (toGo > 0) return `${sayCount(toGo, 'model')} more captured since.`;
  return again > 0 ? 'Crawl all tries again what is incomplete.' : null;
}
