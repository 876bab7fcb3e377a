import type { Leak } from '../dataset/leak-report';
import type { CrawlExtent } from '../messaging/protocol';
import type { PageCounts } from '../settings/page-counts';
import type { Settings } from '../settings/settings';
import type { Overview } from '../store/overview';

/** What became of the last "Download dataset" of this page. */
export type ExportState =
  | { readonly phase: 'none' | 'cancelled' }
  /** The share is from 0 to 1; `doing` is such as "Reading likes". */
  | { readonly phase: 'running'; readonly share: number; readonly doing: string }
  | {
      readonly phase: 'done';
      readonly fileName: string;
      readonly models: number;
      /** Those whose whole list of likes is in the file. */
      readonly completeModels: number;
      readonly likes: number;
      readonly users: number;
    }
  /** `leaks` where the files held what must not leave, each with its file and line. */
  | { readonly phase: 'failed'; readonly reason: string; readonly leaks?: readonly Leak[] };

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
  readonly changeSettings: (changed: Partial<Settings>) => void;
  readonly startCrawl: (extent: CrawlExtent) => void;
  /** Goes on with what was paused or blocked. */
  readonly resumeCrawl: () => void;
  /** The same, with what robots.txt says set aside from now on. */
  readonly crawlDespiteRobots: () => void;
  readonly discoverMostLiked: (minimumLikes: number) => void;
  readonly pauseCrawl: () => void;
  readonly stopCrawl: () => void;
  readonly deleteEverything: () => void;
  readonly openSketchfab: () => void;
  readonly openInTab: () => void;
  readonly download: () => void;
  readonly cancelExport: () => void;
};
