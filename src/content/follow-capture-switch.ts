import { onCaptureSignal } from '../messaging/capture-signal';
import { send } from '../messaging/send';
import { isOrphaned } from './is-orphaned';

type Stop = () => void;

const firstRetryMs = 5_000;
const longestRetryMs = 5 * 60_000;

/**
 * Captures while the person wants it: after consent and with auto-capture on, and live, so that a change in the popup
 * reaches open pages. The worker is asked, since settings are closed to this world, which a taken-over page shares.
 * `start` is handed the way to end everything for good, which is returned too, and returns the way to stop.
 */
export function followCaptureSwitch(start: (end: Stop) => Stop): Stop {
  let stop: Stop | undefined;
  let asked = 0;
  let failures = 0;
  let hasEnded = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const unwatch = onCaptureSignal((isOn) => {
    // Newer than any reply that is still under way.
    asked += 1;
    obey(isOn);
  });
  window.addEventListener('pageshow', onPageShow);
  ask();
  return end;

  /** A page that lay in the back/forward cache heard no signal. */
  function onPageShow({ persisted }: PageTransitionEvent): void {
    if (persisted) ask();
  }

  function ask(): void {
    const turn = ++asked;
    send('isCaptureOn').then(
      (reply) => {
        if (turn === asked) obey(reply === true);
      },
      (error: unknown) => {
        if (turn === asked) fail(error);
      },
    );
  }

  function obey(isOn: boolean): void {
    failures = 0;
    clearTimeout(retry);
    if (isOn && !hasEnded) stop ??= start(end);
    else pause();
  }

  function fail(error: unknown): void {
    if (isOrphaned()) {
      end();
      return;
    }
    // What the person wants is not known, so nothing is captured.
    pause();
    if (failures === 0) console.warn('Likes Out could not ask whether to capture and will try again', error);
    retry = setTimeout(ask, Math.min(longestRetryMs, firstRetryMs * 2 ** failures++));
  }

  function pause(): void {
    stop?.();
    stop = undefined;
  }

  function end(): void {
    hasEnded = true;
    clearTimeout(retry);
    window.removeEventListener('pageshow', onPageShow);
    pause();
    // The events of an orphan died with its extension, and throw when they are touched.
    if (!isOrphaned()) unwatch();
  }
}
