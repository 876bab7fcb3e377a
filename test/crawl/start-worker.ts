import { withCrawlLock } from '../../src/background/with-crawl-lock';
import type { FakeLocks } from '../background/fake-locks';
import type { Rig } from './rig';

/** A worker in the browser of `locks`. Once killed, it never gets what it was waiting for. */
export function startWorker(rig: Rig, locks: FakeLocks) {
  let isAlive = true;
  const crawl = withCrawlLock(
    locks.of(() => isAlive),
    (signal) => rig.work(rig.queue(), { signal }),
  );
  return {
    crawl: () => crawl(new AbortController().signal),
    kill: () => {
      isAlive = false;
    },
  };
}
