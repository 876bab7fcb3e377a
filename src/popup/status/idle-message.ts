import { planText } from '../crawl/estimates';
import { crawlShare, coverageText } from '../crawl/progress';
import { formatCount } from '../format/numbers';
import type { KnownMoment, StatusMessage } from './message';

/** Before the first crawl, or after one that was stopped: what was captured, and what a crawl would cost. */
export function beforeCrawl({ settings, overview }: KnownMoment): StatusMessage {
  const { models } = overview.counters;
  const plan = planText(overview, settings);
  const captured =
    models === 0 ? null : `${formatCount(models, 'model')}${plan ? `, ${plan}` : ' captured'}.`;
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

export function afterCrawl({ settings, overview }: KnownMoment): StatusMessage {
  const { settled } = crawlShare(overview.counters);
  const coverage = coverageText(overview.counters);
  return {
    word: 'done',
    headline: coverage ? `Done, ${coverage}` : `Done, ${formatCount(settled, 'model')} read`,
    detail: nextText({ settings, overview }),
  };
}

/** What another crawl would do, and what it would cost. */
function nextText({ settings, overview }: Pick<KnownMoment, 'settings' | 'overview'>): string {
  const { toGo, again } = crawlShare(overview.counters);
  const plan = planText(overview, settings);
  if (plan === null)
    return settings.autoCapture ? 'New models are still noted while you browse.' : 'Auto-capture is off.';
  if (toGo > 0) return `${formatCount(toGo, 'model')} more captured since: ${plan}.`;
  const purpose = again > 0 ? 'tries again and asks what changed' : 'asks what may have changed';
  return `Crawl all ${purpose}: ${plan}.`;
}
