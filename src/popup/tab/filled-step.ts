import { whyNoDownload } from '../dataset/can-export';
import { type Step, nextStep } from '../next-step';
import { firstDayStep } from '../overview/first-day-step';
import type { PageSnapshot } from '../page-snapshot';

const withoutFilled = ['recommend', 'settings'];

/**
 * What the one filled button of a view does: what has to be done before anything else, and then the download. Unlike in
 * the popup, a crawl is started from the head, which looks the same on every view.
 */
export function filledStep(view: string, snapshot: PageSnapshot): Step | null {
  if (withoutFilled.includes(view)) return null;
  const step = nextStep(snapshot);
  const comesFirst = step === 'start-collecting' || step === 'allow-access' || step === 'open-sketchfab';
  if (comesFirst || firstDayStep(snapshot) !== null) return step;
  const canDownload = snapshot.exporting.phase !== 'running' && whyNoDownload(snapshot) === null;
  return canDownload ? 'download' : null;
}
