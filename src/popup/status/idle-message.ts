import { countMessage, message } from '../../i18n/message';
import { coverage } from '../crawl/coverage-text';
import { crawlShare } from '../crawl/crawl-share';
import { planText } from '../crawl/plan-text';
import type { KnownMoment, StatusMessage } from './status-words';

/** Before the first crawl, or after one was stopped: what was captured, and what a crawl would cost. */
export function beforeCrawl({ settings, overview }: KnownMoment): StatusMessage {
  const { models } = overview.counters;
  const plan = planText(overview, settings);
  const captured =
    plan === null
      ? countMessage('status_captured', models)
      : countMessage('status_capturedPlan', models, { plan });
  const nothing = settings.autoCapture ? 'status_capturingDetail' : 'status_idleDetail';
  return {
    word: settings.autoCapture ? 'capturing' : 'idle',
    headline: message(settings.autoCapture ? 'status_capturing' : 'status_idle'),
    detail: models === 0 ? message(nothing) : captured,
  };
}

export function afterCrawl({ settings, overview }: KnownMoment): StatusMessage {
  return {
    word: 'done',
    headline: doneHeadline(overview),
    detail: nextText({ settings, overview }),
  };
}

function doneHeadline({ counters }: KnownMoment['overview']): string {
  const read = coverage(counters);
  if (read === null) return countMessage('status_doneModels', crawlShare(counters).settled);
  return message(read.isOfAll ? 'status_doneAll' : 'status_doneRead', { share: read.share });
}

/** What another crawl would do, and what it would cost. */
function nextText({ settings, overview }: Pick<KnownMoment, 'settings' | 'overview'>): string {
  const { toGo, again } = crawlShare(overview.counters);
  const plan = planText(overview, settings);
  if (plan === null) return message(settings.autoCapture ? 'status_stillCapturing' : 'status_captureOff');
  if (toGo > 0) return countMessage('status_moreCaptured', toGo, { plan });
  return message(again > 0 ? 'status_retryPlan' : 'status_changesPlan', { plan });
}
