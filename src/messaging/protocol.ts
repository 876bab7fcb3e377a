import type { CrawlExtent } from '../crawl/crawl-extent';
import type { RetryOutcome } from '../crawl/retry-outcome';
import type { ModelUid } from '../sketchfab/model-uid';
import type { PageReport } from './page-report';

/**
 * All messages of the extension, by name. Messages contain ids and facts, never URLs to fetch. There are none for progress:
 * views watch the database.
 */
export type Protocol = {
  /** From content scripts: the models that the page has shown since the last report. */
  recordSightings(report: PageReport): void;
  /** From content scripts, which cannot read the settings: whether to read the page. */
  isCaptureOn(): boolean;
  /** From the extension's pages: starts a crawl of captured models, or resumes it. */
  startCrawl(extent: CrawlExtent): void;
  /** From the extension's pages: reads what is missing of these models once more. */
  retryModels(uids: readonly ModelUid[]): RetryOutcome;
  /** From the extension's pages: finds the most liked models, down to this many likes. */
  discoverMostLiked(minimumLikes: number): void;
  /** From the extension's pages when they open: continues a crawl whose alarm was lost. */
  wakeCrawl(): void;
  pauseCrawl(): void;
  /** Ends the crawl. Everything stored stays, and a later crawl requests no page twice. */
  stopCrawl(): void;
  /** From the extension's pages: checks whether the site is still understood, while no crawl runs. */
  checkSite(): void;
  /** From the extension's pages: removes an import, with what it added to the second copy. */
  removeImport(importId: string): void;
  /** From the extension's pages: removes models with their likes, also from the second copy. */
  removeModels(uids: readonly ModelUid[]): void;
  /** Deletes everything that was collected, including the second copy. Settings stay. */
  deleteEverything(): void;
};

export type Name = keyof Protocol;
export type Payload<N extends Name> = Parameters<Protocol[N]>[0];
export type Reply<N extends Name> = ReturnType<Protocol[N]>;

/** The messages as they are sent. Errors are sent as data, since only the message of a thrown error would survive. */
export type Message = { readonly name: string; readonly payload: unknown };
export type Envelope =
  | { readonly ok: true; readonly reply?: unknown }
  | { readonly ok: false; readonly error: { readonly name: string; readonly message: string } };
