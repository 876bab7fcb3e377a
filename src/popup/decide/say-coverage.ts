import type { Counters } from '../../store/counters';
import { sayShare } from '../words/say-share';

/** How much of what the site shows was read, over the models that are through; `null` before any of them told. */
export function sayCoverage({ likesShown, likesOfShown }: Counters): string | null {
  return likesShown === 0 ? null : `${sayShare(likesOfShown, likesShown)} of the likes shown on the site`;
}
