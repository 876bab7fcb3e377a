import type { CrawlExtent } from '../crawl/crawl-extent';
import type { PageReport } from './page-report';

/**
 * Every message of the house, by name. Progress is no message: views watch the database.
 * Messages carry ids and facts, never URLs to fetch.
 */
export type Protocol = {
  /** From the content script: the models this page showed since the last report. */
  recordSightings(report: PageReport): void;
  /** From the content script, which sees no settings: whether it is to read the page. */
  isCaptureOn(): boolean;
  /** From our own pages: starts a crawl of captured models, or goes on with one that was held up. */
  startCrawl(extent: CrawlExtent): void;
  /** From our own pages: lists the most liked models, down to this many likes. */
  discoverMostLiked(minimumLikes: number): void;
  /** From our own pages when they open: a crawl whose alarm was lost goes on. */
  wakeCrawl(): void;
  pauseCrawl(): void;
  /** Ends the crawl; everything stored stays, and a later one asks for no page twice. */
  stopCrawl(): void;
  /** Everything that was collected, the second copy included; what a person decided stays. */
  deleteEverything(): void;
};

export type Name = keyof Protocol;
export type Payload<N extends Name> = Parameters<Protocol[N]>[0];
export type Reply<N extends Name> = ReturnType<Protocol[N]>;

/** What crosses the wire. Errors cross as data, since only the text of a thrown one would survive. */
export type Message = { readonly name: string; readonly payload: unknown };
export type Envelope =
  | { readonly ok: true; readonly reply?: unknown }
  | { readonly ok: false; readonly error: { readonly name: string; readonly message: string } };
