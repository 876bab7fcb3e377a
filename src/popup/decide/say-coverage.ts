import type { Counters } from '../../store/counters';
import { sayShare } from '../words/say-share';
import { crawlShare } from './crawl-share';

/** How much of what the site shows was read, over the models that are through; `null` before any of them told. */
export function sayCoverage(counters: Counters): string | null {
  const { likesShown, likesOfShown } = counters;
  if (likesShown === 0) return null;
  const share = sayShare(likesOfShown, likesShown);
  return crawlShare(counters).toGo > 0
    ? `${share} of the likes of models read`
    : `${share} of the likes shown on the site`;
}
