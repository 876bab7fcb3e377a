import type { PageCounts } from '../settings/page-counts';
import type { Settings } from '../settings/settings';
import type { Overview } from '../store/overview';

/** What became of the last "Download dataset" of this page. */
export type ExportState =
  | { readonly phase: 'none' | 'cancelled' }
  /** From 0 to 1. */
  | { readonly phase: 'running'; readonly share: number }
  | {
      readonly phase: 'done';
      readonly fileName: string;
      readonly models: number;
      /** Those whose whole list of likes is in the file. */
      readonly completeModels: number;
      readonly likes: number;
      readonly users: number;
    }
  | { readonly phase: 'failed'; readonly reason: string };

/** Everything the page shows at one moment: the views are a function of this and nothing else. */
export type Snapshot = {
  readonly settings: Settings;
  /** Whether the browser lets us see and ask Sketchfab. */
  readonly hasAccess: boolean;
  /** `null` while the database was not read even once. */
  readonly overview: Overview | null;
  /** Whether reading it failed; without an overview and without this, the database is only slow to open. */
  readonly isStoreBroken: boolean;
  /** Of the tab the popup hangs on; `undefined` when that tab shows no page of Sketchfab. */
  readonly pageCounts: PageCounts | undefined;
  readonly keptBytes: number | undefined;
  /** What went wrong and is not yet put right, as sentences. */
  readonly troubles: readonly string[];
  readonly exporting: ExportState;
  readonly view: 'popup' | 'tab';
  /** Milliseconds since 1970. */
  readonly now: number;
};

export type Actions = {
  readonly startCollecting: () => void;
  readonly allowAccess: () => void;
  readonly setAutoCapture: (on: boolean) => void;
  /** Also goes on with a paused or blocked crawl. */
  readonly startCrawl: () => void;
  readonly pauseCrawl: () => void;
  readonly stopCrawl: () => void;
  readonly openSketchfab: () => void;
  readonly openInTab: () => void;
  readonly download: () => void;
  readonly cancelExport: () => void;
};
