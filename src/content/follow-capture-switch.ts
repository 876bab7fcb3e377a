import { onCaptureSignal } from '../messaging/capture-signal';
import { send } from '../messaging/send';
import { isOrphaned } from './is-orphaned';

type Stop = () => void;

const firstRetryMs = 5_000;
const longestRetryMs = 5 * 60_000;

/**
 * Captures while consent is given and auto-capture is on. Changes in the popup reach open pages. Content scripts have no access
 * to the settings, as a compromised renderer would have it too, so this asks the worker.
 * `start` begins a capture and returns a function that stops it. Its argument, which is also returned, stops it for good.
 */
export function followCaptureSwitch(start: (end: Stop) => Stop): Stop {
  let stop: Stop | undefined;
  let asked = 0;
  let failures = 0;
  let hasEnded = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const unwatch = onCaptureSignal((isOn) => {
    // Newer than any reply still on its way.
    asked += 1;
    update(isOn);
  });
  window.addEventListener('pageshow', onPageShow);
  ask();
  return end;

  /** A page in the back/forward cache receives no signals. */
  function onPageShow({ persisted }: PageTransitionEvent): void {
    if (persisted) ask();
  }

  function ask(): void {
    const turn = ++asked;
    send('isCaptureOn').then(
      (reply) => {
        if (turn === asked) update(reply === true);
      },
      (error: unknown) => {
        if (turn === asked) fail(error);
      },
    );
  }

  function update(isOn: boolean): void {
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
    // Without a reply nothing is captured.
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
    // In an orphaned script the extension's events are gone and throw.
    if (!isOrphaned()) unwatch();
  }
}
