import type { DatasetOptions } from '../../dataset/dataset-options';
import type { ChosenModels } from '../../dataset/filter/chosen-models';
import type { FilteredDataset } from '../../dataset/filter-snapshot';
import type { PartManifest, PartRequest } from '../../dataset/parts/part-manifest';
import type { DatasetProgress } from '../../dataset/progress';
import type { PseudonymizedDataset } from '../../dataset/pseudonymize-dataset';
import type { PseudonymKey } from '../../dataset/pseudonyms/pseudonym-key';
import type { Snapshot } from '../../dataset/snapshot/snapshot';
import type { SummarizedDataset } from '../../dataset/summarize-dataset';
import type { DatasetSummary } from '../../dataset/write-dataset';
import type { ExportFailure } from './export-error';

/** What to export, and how. */
export type ExportJob = {
  /** Set for a part, one machine's share of the work, instead of a dataset. */
  readonly part?: PartIdentity;
  readonly options: DatasetOptions;
  /** For a dataset of some models only. A part always has all of them. */
  readonly chosen?: ChosenModels;
  readonly key: PseudonymKey;
  readonly exportedAt: Date;
  readonly toolVersion: string;
  /** The name of the file while it is written, among the private files of the extension. */
  readonly storedAs: string;
};

/** Whose part it is; see `PartRequest`. */
export type PartIdentity = Pick<PartRequest, 'contributor' | 'run' | 'shard'>;

/**
 * How far an export has come. Each worker takes it one stage further and is then ended: only the end of a worker makes
 * the browser give back the memory it used on the way, which is several times what it keeps. One worker for filtering,
 * summarizing and pseudonymizing together was measured, and needs too much; see docs/performance.md.
 */
export type ExportStage = { readonly at: 'start' } | (StageData & ExportContext);

export type StageData =
  | { readonly at: 'read'; readonly snapshot: Snapshot }
  | { readonly at: 'summarize'; readonly filtered: FilteredDataset }
  | { readonly at: 'pseudonymize'; readonly summarized: SummarizedDataset }
  | { readonly at: 'write'; readonly pseudonymized: PseudonymizedDataset };

/** What was decided when reading began. */
export type ExportContext = {
  readonly options: DatasetOptions;
  readonly importsLeftOut: number;
  /** The number of imports merged with what was read here. */
  readonly importsMerged: number;
  /** Deleting everything gives the database another id. */
  readonly databaseId: string | null;
};

/** To the coordinator, which starts a worker for each step. */
export type ExportJobRequest = { readonly kind: 'export'; readonly job: ExportJob };

/** To a worker that runs one step. */
export type StepRequest = { readonly kind: 'step'; readonly job: ExportJob; readonly stage: ExportStage };

/** The replies: progress any number of times, then one of the others, and nothing after it. */
export type ExportReply =
  | { readonly kind: 'progress'; readonly progress: DatasetProgress }
  /** From a step only: to hand to the next worker. */
  | { readonly kind: 'stage'; readonly stage: ExportStage }
  | {
      readonly kind: 'done';
      readonly file: Blob;
      readonly summary: DatasetSummary;
      readonly importsLeftOut: number;
    }
  | { readonly kind: 'part-done'; readonly file: Blob; readonly counts: PartManifest['counts'] }
  | { readonly kind: 'failed'; readonly failure: ExportFailure };
