import { sayPlan } from '../crawl/estimates';
import { crawlShare, sayCoverage } from '../crawl/progress';
import { sayCount } from '../format/numbers';
import type { KnownMoment, StatusSentence } from './message';

/** Before the first crawl, or after one that was stopped: what was captured, and what a crawl would cost. */
export function beforeCrawl({ settings, overview }: KnownMoment): StatusSentence {
  const { models } = overview.counters;
  const plan = sayPlan(overview, settings);
  const captured = models === 0 ? null : `${sayCount(models, 'model')}${plan ? `, ${plan}` : ' captured'}.`;
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

export function afterCrawl({ settings, overview }: KnownMoment): StatusSentence {
  const { settled } = crawlShare(overview.counters);
  const coverage = sayCoverage(overview.counters);
  return {
    word: 'done',
    headline: coverage ? `Done, ${coverage}` : `Done, ${sayCount(settled, 'model')} read`,
    detail: sayNext({ settings, overview }),
  };
}

/** What another crawl would do, and what it would cost. */
function sayNext({ settings, overview }: Pick<KnownMoment, 'settings' | 'overview'>): string {
  const { toGo, again } = crawlShare(overview.counters);
  const plan = sayPlan(overview, settings);
  if (plan === null)
    return settings.autoCapture ? 'New models are still noted while you browse.' : 'Auto-capture is off.';
  if (toGo > 0) return `${sayCount(toGo, 'model')} more captured since: ${plan}.`;
  const purpose = again > 0 ? 'tries again and asks what changed' : 'asks what may have changed';
  return `Crawl all ${purpose}: ${plan}.`;
}
