type Crawl = (signal: AbortSignal) => Promise<void>;

/** The part of `navigator.locks` that is used here. */
export type Locks = {
  request(
    name: string,
    options: { readonly ifAvailable: true },
    work: (lock: object | null) => Promise<void>,
  ): Promise<void>;
};

/**
 * Allows one crawl at a time in this browser. The lock is released only when the crawl has ended or the worker that
 * held it is gone, so a worker that gets it is the only one crawling. A worker that does not get it has nothing to do.
 */
export function withCrawlLock(locks: Locks, crawl: Crawl): Crawl {
  return (signal) =>
    locks.request('crawl', { ifAvailable: true }, async (lock) => {
      if (lock) await crawl(signal);
    });
}
