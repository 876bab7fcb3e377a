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
import type { ExclusionReport } from './dataset/check-exclusions';
import type { ShownKey } from './dataset/keys/project-keys';
import type { ModelsActions, ModelsSnapshot } from './models/models-snapshot';
import type { ExportOptions } from './dataset/options';
import type { QualityActions, QualitySnapshot } from './recommend/quality-snapshot';
import type { RecommendActions, RecommendSnapshot } from './recommend/recommend-snapshot';
import type { StoragePersistence } from './settings/storage-persistence';
import type { Address } from './tab/address';

/** Everything the page shows at one moment. The views depend on nothing else. */
export type PageSnapshot = {
  readonly settings: Settings;
  /** Whether the user has granted access to Sketchfab. */
  readonly hasAccess: boolean;
  /** `null` until the database was first read. */
  readonly overview: Overview | null;
  /** Whether reading it failed. If not, and there is no overview, the database is slow to open. */
  readonly isStoreBroken: boolean;
  /** Of the active tab; `undefined` if it shows no page of Sketchfab, or nothing was reported about it yet. */
  readonly pageStatus: PageStatus | undefined;
  /** Reports from pages in the last day that were too much to store; `null` if there were none. */
  readonly refused: RefusedReports | null;
  readonly keptBytes: number | undefined;
  readonly persistence: StoragePersistence;
  readonly isDeleting: boolean;
  readonly isCheckingSite: boolean;
  /** Errors that are not yet resolved, as sentences. */
  readonly errors: readonly string[];
  readonly exporting: ExportState;
  /** The user's choices for the dataset; `null` if they cannot be read. */
  readonly exportOptions: ExportOptions | null;
  /** `null` while it is not known, and in the popup, which does not show it. */
  readonly exclusionReport: ExclusionReport | null;
  /** As typed. Forgotten when the page is closed. */
  readonly passphrase: string;
  /** The rating of the last passphrase that was rated; the one typed now may be another. */
  readonly passphraseRating: Rating | null;
  readonly projectKey: ShownKey | null;
  /** Read from a key file, while this browser has another key. */
  readonly offeredKey: ShownKey | null;
  readonly importing: ImportState;
  /** Each import that is live; `null` if they were not read, as in the popup, which does not show them. */
  readonly imports: readonly ImportSummary[] | null;
  readonly models: ModelsSnapshot;
  readonly recommend: RecommendSnapshot;
  readonly quality: QualitySnapshot;
  readonly view: 'popup' | 'tab';
  /** Which view of the tab is shown, and what of it. */
  readonly address: Address;
  /** Milliseconds since 1970. */
  readonly now: number;
};

export type Actions = PageActions & DatasetActions & ModelsActions & RecommendActions & QualityActions;

/** What the user decides about the dataset, its keys and imports. */
export type DatasetActions = {
  readonly changeExportOptions: (changed: Partial<ExportOptions>) => void;
  readonly changeDatasetOptions: (changed: Partial<DatasetOptions>) => void;
  readonly resetExportOptions: () => void;
  readonly createKey: () => void;
  readonly saveKeyFile: () => void;
  readonly useKeyFile: (file: Blob) => void;
  /** Replaces the kept key with the offered one, or discards the offer. */
  readonly answerKeyOffer: (isAccepted: boolean) => void;
  readonly typePassphrase: (passphrase: string) => void;
  readonly suggestPassphrase: () => void;
  readonly exportPart: () => void;
  readonly readImport: (file: File) => void;
  /** With true, likes read here that the zip says were taken back are left out from now on. */
  readonly applyImport: (takesBack: boolean) => void;
  readonly removeImport: (importId: string) => void;
  readonly cancelImport: () => void;
};

export type PageActions = {
  readonly startCollecting: () => void;
  readonly allowAccess: () => void;
  readonly changeSettings: (changed: Partial<Settings>) => void;
  readonly startCrawl: (extent: CrawlExtent) => void;
  /** Resumes a crawl that was paused or blocked. */
  readonly resumeCrawl: () => void;
  /** The same, ignoring robots.txt from now on. */
  readonly crawlDespiteRobots: () => void;
  readonly discoverMostLiked: (minimumLikes: number) => void;
  readonly pauseCrawl: () => void;
  readonly stopCrawl: () => void;
  readonly deleteEverything: () => void;
  /** Checks whether the site is still understood. */
  readonly checkSite: () => void;
  readonly copyText: (text: string, onCopied: () => void) => void;
  /** Asks the browser not to clear what is stored. */
  readonly keepStorage: () => void;
  readonly openSketchfab: () => void;
  /** Loads the active tab again. */
  readonly reloadPage: () => void;
  readonly readPrivacy: () => void;
  readonly openInTab: () => void;
  readonly download: () => void;
  readonly cancelExport: () => void;
};
