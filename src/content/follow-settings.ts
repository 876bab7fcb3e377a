import { readSettings, watchSettings } from '../settings/browser-settings';
import type { Settings } from '../settings/settings';
import { isOrphaned } from './is-orphaned';

type Stop = () => void;

/**
 * Keeps the capture on while the person wants it: after consent and with auto-capture on, and live, so that a change
 * in the popup reaches open pages. `start` is handed the way to end it all for good, and returns the way to stop.
 */
export function followSettings(start: (end: Stop) => Stop): void {
  let stop: Stop | undefined;
  let asked = 0;
  let hasEnded = false;
  const unwatch = watchSettings(follow);
  follow();

  function follow(): void {
    const turn = ++asked;
    // An answer that a later change has overtaken is stale.
    readSettings().then((settings) => {
      if (turn === asked) obey(settings);
    }, fail);
  }

  function obey({ consent, autoCapture }: Settings): void {
    const isWanted = consent && autoCapture && !hasEnded;
    if (isWanted) stop ??= start(end);
    else pause();
  }

  function fail(error: unknown): void {
    if (isOrphaned()) {
      end();
      return;
    }
    // What the person wants is not known, so nothing is captured.
    pause();
    console.error('Likes Out cannot read its settings', error);
  }

  function pause(): void {
    stop?.();
    stop = undefined;
  }

  function end(): void {
    hasEnded = true;
    pause();
    // The events of an orphan died with its extension, and throw when they are touched.
    if (!isOrphaned()) unwatch();
  }
}
