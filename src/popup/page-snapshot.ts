import type { DatasetOptions } from '../dataset/dataset-options';
import type { CrawlExtent } from '../crawl/crawl-extent';
import type { PageStatus } from '../settings/page-status';
import type { RefusedReports } from '../settings/refused-reports';
import type { Settings } from '../settings/settings';
import type { ImportSummary } from '../store/list-imports';
import type { Overview } from '../store/overview';
import type { ExportState } from '../workers/export/export-dataset';
import type { ImportState } from '../workers/import/import-dataset';
import type { Rating } from '../workers/passphrase/passphrase-rating';
import type { ShownKey } from './dataset/keys/project-keys';
import type { ExportOptions } from './dataset/options';

/** Everything the page shows at one moment: the views are a function of this and nothing else. */
export type PageSnapshot = {
  readonly settings: Settings;
  /** Whether the browser lets us see and ask Sketchfab. */
  readonly hasAccess: boolean;
  /** `null` while the database was not read even once. */
  readonly overview: Overview | null;
  /** Whether reading it failed; without an overview and without this, the database is only slow to open. */
  readonly isStoreBroken: boolean;
  /** Of the active tab; `undefined` if it shows no page of Sketchfab, or nothing was reported about it yet. */
  readonly pageStatus: PageStatus | undefined;
  /** Reports from pages in the last day that were too much to store; `null` if there were none. */
  readonly refused: RefusedReports | null;
  readonly keptBytes: number | undefined;
  /** What went wrong and is not yet put right, as sentences. */
  readonly errors: readonly string[];
  readonly exporting: ExportState;
  /** What the person decided about the dataset; `null` when it cannot be read. */
  readonly exportOptions: ExportOptions | null;
  /** As it is typed; it goes with the page. */
  readonly passphrase: string;
  /** The rating of the last passphrase that was rated; the one typed now may be another. */
  readonly passphraseRating: Rating | null;
  readonly projectKey: ShownKey | null;
  /** From a key file, while another key is kept here. */
  readonly offeredKey: ShownKey | null;
  readonly importing: ImportState;
  /** Each import that is live; `null` if they were not read, as in the popup, which does not show them. */
  readonly imports: readonly ImportSummary[] | null;
  readonly view: 'popup' | 'tab';
  /** Milliseconds since 1970. */
  readonly now: number;
};

export type Actions = PageActions & DatasetActions;

/** What the user decides about the dataset, its keys and imports. */
export type DatasetActions = {
  readonly changeExportOptions: (changed: Partial<ExportOptions>) => void;
  readonly changeDatasetOptions: (changed: Partial<DatasetOptions>) => void;
  readonly resetExportOptions: () => void;
  readonly createKey: () => void;
  readonly saveKeyFile: () => void;
  readonly useKeyFile: (file: Blob) => void;
  /** Puts the offered key in the place of the one that is kept, or drops it. */
  readonly answerKeyOffer: (isAccepted: boolean) => void;
  readonly typePassphrase: (passphrase: string) => void;
  readonly suggestPassphrase: () => void;
  readonly exportPart: () => void;
  readonly readImport: (file: File) => void;
  readonly applyImport: () => void;
  readonly cancelImport: () => void;
};

export type PageActions = {
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
  /** Loads the active tab again. */
  readonly reloadPage: () => void;
  readonly openInTab: () => void;
  readonly download: () => void;
  readonly cancelExport: () => void;
};
