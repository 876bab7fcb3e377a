import { send } from '../messaging/send';
import type { ModelFacts } from '../sketchfab/model-facts';
import type { ModelUid } from '../sketchfab/model-uid';
import { isOrphaned } from './is-orphaned';
import { nextReport } from './next-report';
import type { PageCount } from './page-log';

/** Sends sightings to the worker, one message at a time. What could not be sent is kept for the next attempt. */
export type Report = {
  add(facts: ModelFacts): void;
  /** Sends added sightings and the page's count, unless there is nothing new. */
  send(count: PageCount): void;
  /**
   * Sends the page's count again, after the back/forward cache: the worker keeps only one page per tab and may have another
   * one by now. Does not wait for an earlier message, as Chromium drops the answers to pages in that cache.
   */
  repeat(count: PageCount): void;
  stop(): void;
};

const firstRetryMs = 5_000;
const longestRetryMs = 5 * 60_000;

export function createReport(onOrphaned: () => void): Report {
  const unsent = new Map<ModelUid, ModelFacts>();
  let count: PageCount | undefined;
  let sentCount: PageCount | undefined;
  /** The serial number of the latest attempt to send. Earlier ones no longer count. */
  let attempt = 0;
  let isBusy = false;
  let hasStopped = false;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;

  function start(): void {
    // While the worker does not reply, new sightings wait for the retry.
    if (isBusy || hasStopped || retry !== undefined) return;
    isBusy = true;
    const mine = ++attempt;
    const isLatest = () => mine === attempt;
    sendAll(isLatest).then(
      () => {
        if (isLatest()) succeed();
      },
      (error: unknown) => {
        if (isLatest()) fail(error);
      },
    );
  }

  async function sendAll(isLatest: () => boolean): Promise<void> {
    while (count && !hasStopped && isLatest() && (unsent.size > 0 || !isSame(count, sentCount))) {
      const sightings = nextReport(unsent.values());
      const now = count;
      await send('recordSightings', { ...now, sightings });
      if (!isLatest()) return;
      sentCount = now;
      for (const facts of sightings) {
        // Newer facts may have been added while the message was on its way.
        if (unsent.get(facts.uid) === facts) unsent.delete(facts.uid);
      }
    }
  }

  function succeed(): void {
    isBusy = false;
    failures = 0;
  }

  function fail(error: unknown): void {
    isBusy = false;
    if (hasStopped) return;
    if (isOrphaned() || isAboutOrphans(error)) {
      onOrphaned();
      return;
    }
    // Once per outage: this is the page's console.
    if (failures === 0) console.warn('Likes Out could not hand over what it read and will try again', error);
    const delayMs = Math.min(longestRetryMs, firstRetryMs * 2 ** failures++);
    retry = setTimeout(() => {
      retry = undefined;
      start();
    }, delayMs);
  }

  return {
    add: (facts) => unsent.set(facts.uid, facts),
    send(next) {
      count = next;
      start();
    },
    repeat(next) {
      isBusy = false;
      clearTimeout(retry);
      retry = undefined;
      sentCount = undefined;
      count = next;
      start();
    },
    stop() {
      hasStopped = true;
      clearTimeout(retry);
      unsent.clear();
    },
  };
}

function isSame(a: PageCount, b: PageCount | undefined): boolean {
  return a.pageSerial === b?.pageSerial && a.modelsOnPage === b.modelsOnPage;
}

/** Chrome's message if the extension was updated between the check of its id and the message. */
function isAboutOrphans(error: unknown): boolean {
  return error instanceof Error && error.message.includes('Extension context invalidated');
}
