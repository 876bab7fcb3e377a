/** What a crawl asks for: all that is missing or may have changed, only what failed, or every list from its start. */
export const crawlExtents = ['all', 'failed', 'anew'] as const;
export type CrawlExtent = (typeof crawlExtents)[number];
