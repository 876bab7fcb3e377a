type Crawl = (signal: AbortSignal) => Promise<void>;

/**
 * One crawl over all contexts of this browser. The lock falls to the next one when its holder dies, so whoever has it
 * knows that nobody else is alive to crawl. Without it there is nothing to do: the holder goes on.
 */
export function onlyOnce(crawl: Crawl): Crawl {
  return (signal) =>
    navigator.locks.request('crawl', { ifAvailable: true }, async (lock) => {
      if (lock) await crawl(signal);
    });
}
