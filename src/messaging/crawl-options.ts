import * as v from 'valibot';
import { type CrawlExtent, crawlExtents } from '../crawl/crawl-extent';

/** From our own pages, and checked all the same: what is stored is checked where it comes in. */
export function parseCrawlExtent(value: unknown): CrawlExtent {
  return v.parse(v.optional(v.picklist(crawlExtents), 'all'), value);
}

export function parseMinimumLikes(value: unknown): number {
  return v.parse(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)), value);
}
