import { maxSightingsPerReport } from '../messaging/page-report';
import { send } from '../messaging/send';
import type { ModelFacts } from '../sketchfab/model-facts';
import type { ModelUid } from '../sketchfab/model-uid';
import { isOrphaned } from './is-orphaned';
import type { PageCount } from './page-log';

/** Brings sightings to the worker, one message at a time. What could not be sent stays for the next try. */
export type Report = {
  add(facts: ModelFacts): void;
  /** Sends what was added and how the page stands, unless both were told. */
  tell(count: PageCount): void;
  /** Sends how the page stands once more: the worker knows one page of a tab, and may know another one by now. */
  repeat(count: PageCount): void;
  stop(): void;
};

const firstRetryMs = 5_000;
const longestRetryMs = 5 * 60_000;

export function createReport(onOrphaned: () => void): Report {
  const unsent = new Map<ModelUid, ModelFacts>();
  let count: PageCount | undefined;
  let told: PageCount | undefined;
  let isBusy = false;
  let hasStopped = false;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;

  function start(): void {
    // While the worker does not answer, what comes in waits for the retry with the rest.
    if (isBusy || hasStopped || retry !== undefined) return;
    isBusy = true;
    sendAll().then(succeed, fail);
  }

  async function sendAll(): Promise<void> {
    while (count && !hasStopped && (unsent.size > 0 || !isSame(count, told))) {
      const sightings = [...unsent.values()].slice(0, maxSightingsPerReport);
      const now = count;
      await send('recordSightings', { ...now, sightings });
      told = now;
      for (const facts of sightings) {
        // Something newer may have been learned of the model while the message was under way.
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
    // Once for each outage: a page's console is not ours to fill.
    if (failures === 0) console.warn('Likes Out could not hand over what it read and will try again', error);
    const delayMs = Math.min(longestRetryMs, firstRetryMs * 2 ** failures++);
    retry = setTimeout(() => {
      retry = undefined;
      start();
    }, delayMs);
  }

  return {
    add: (facts) => unsent.set(facts.uid, facts),
    tell(next) {
      count = next;
      start();
    },
    repeat(next) {
      told = undefined;
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

/** Chrome's words when the extension was updated between the look at its id and the message. */
function isAboutOrphans(error: unknown): boolean {
  return error instanceof Error && error.message.includes('Extension context invalidated');
}
