export type RunnerTools = {
  /** Crawls until there is nothing to do now; see `crawl`. */
  readonly crawl: (signal: AbortSignal) => Promise<void>;
  readonly isCrawling: () => Promise<boolean>;
  /** Keeps the alarm that wakes a worker which was ended, or takes it away. */
  readonly keepAlarm: (isNeeded: boolean) => Promise<void>;
  /** The crawl could not go on, through no fault of the site: shows it to the person. */
  readonly recordError: (error: unknown) => Promise<void>;
  /** Drops the connection to the database: one that failed to open stays dead until then. */
  readonly reconnect: () => void;
  /** For errors that cannot even be noted. */
  readonly report: (what: string, error: unknown) => void;
};

/**
 * Runs at most one crawl in this worker, whoever asks and however often. Truth is in the database alone: a runner that
 * dies at any line is followed by one that reads where things stand.
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
  let isResting = false;

  async function run(): Promise<void> {
    try {
      let served: number;
      do {
        served = requestedRuns;
        abort = new AbortController();
        if (!isResting && (await isCrawling())) {
          await keepAlarm(true);
          await crawl(abort.signal);
        }
        await keepAlarm(await isCrawling());
      } while (served !== requestedRuns && !isResting);
    } catch (error) {
      await handleFailure(error);
    } finally {
      // In the same breath as the comparison above: a wish made now starts a run of its own.
      running = undefined;
    }
  }

  /** A browser that shuts down, a full disk: the crawl stays wanted, so the alarm tries again in half a minute. */
  async function handleFailure(error: unknown): Promise<void> {
    report('crawl', error);
    // The alarm first: it needs no database, and without it nobody would try again.
    await keepAlarm(true).catch((worse: unknown) => report('alarm', worse));
    reconnect();
    await recordError(error).catch((worse: unknown) => report('noting the trouble', worse));
  }

  return {
    /** Goes on where the rows say it stands; does nothing when a crawl is running or none is wanted. */
    wake(): Promise<void> {
      requestedRuns += 1;
      running ??= run();
      return running;
    },
    /** Cuts short a wait between two requests, so that a changed phase is seen at once. */
    interrupt(): void {
      abort.abort();
    },
    /**
     * Ends the crawl of this worker at the page it is at, for good or until `resume`. Resolves when that page is
     * stored: before an update, or before everything is deleted.
     */
    async stopAfterPage(): Promise<void> {
      isResting = true;
      abort.abort();
      await running;
    },
    resume(): void {
      isResting = false;
    },
  };
}
