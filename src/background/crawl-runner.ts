export type RunnerTools = {
  /** Crawls until there is nothing to do for now, see `crawl`. */
  readonly crawl: (signal: AbortSignal) => Promise<void>;
  readonly isCrawling: () => Promise<boolean>;
  /** Sets the alarm that wakes a worker which the browser has ended, or clears it. */
  readonly keepAlarm: (isNeeded: boolean) => Promise<void>;
  /** Shows the user an error that stopped the crawl and is not the site's. */
  readonly recordError: (error: unknown) => Promise<void>;
  /** Closes the database, so that the next use opens it again. A connection that failed to open stays dead until then. */
  readonly reconnect: () => void;
  /** Logs an error. */
  readonly report: (what: string, error: unknown) => void;
};

/**
 * Runs at most one crawl in this worker, however often it is woken. All state is in the database: after a worker dies at
 * any line, the next one continues from there.
 */
export function createCrawlRunner({
  crawl,
  isCrawling,
  keepAlarm,
  recordError,
  reconnect,
  report,
}: RunnerTools) {
  let running: Promise<void> | undefined;
  let abort = new AbortController();
  let requestedRuns = 0;
  let isStopped = false;

  async function run(): Promise<void> {
    try {
      let served: number;
      do {
        served = requestedRuns;
        abort = new AbortController();
        if (!isStopped && (await isCrawling())) {
          await keepAlarm(true);
          await crawl(abort.signal);
        }
        await keepAlarm(await isCrawling());
      } while (served !== requestedRuns && !isStopped);
    } catch (error) {
      await handleFailure(error);
    } finally {
      // Nothing runs between the comparison above and this line, so no call of `wake` is missed.
      running = undefined;
    }
  }

  /** For example on a full disk. The crawl is still running in the database, so the alarm retries in half a minute. */
  async function handleFailure(error: unknown): Promise<void> {
    report('crawl', error);
    // The alarm first: it needs no database, and nothing would retry without it.
    await keepAlarm(true).catch((worse: unknown) => report('alarm', worse));
    reconnect();
    await recordError(error).catch((worse: unknown) => report('record error', worse));
  }

  return {
    /** Continues the crawl if it is not running here already. Resolves when there is nothing to do for now. */
    wake(): Promise<void> {
      requestedRuns += 1;
      running ??= run();
      return running;
    },
    /** Ends the wait before the next request, so that a change of phase takes effect at once. */
    interrupt(): void {
      abort.abort();
    },
    /**
     * Stops crawling in this worker until `resume` is called. Resolves when the current page is stored. For updates, and
     * before everything is deleted.
     */
    async stopAfterPage(): Promise<void> {
      isStopped = true;
      abort.abort();
      await running;
    },
    resume(): void {
      isStopped = false;
    },
  };
}
