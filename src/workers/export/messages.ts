import type { DatasetOptions } from '../../dataset/dataset-options';
import type { FilteredDataset } from '../../dataset/filter-snapshot';
import type { Leak } from '../../dataset/leak-scan/leak-report';
import type { PartManifest, PartRequest } from '../../dataset/parts/part-manifest';
import type { DatasetProgress } from '../../dataset/progress';
import type { PseudonymizedDataset } from '../../dataset/pseudonymize-dataset';
import type { PseudonymKey } from '../../dataset/pseudonyms/pseudonym-key';
import type { Snapshot } from '../../dataset/snapshot/snapshot';
import type { SummarizedDataset } from '../../dataset/summarize-dataset';
import type { DatasetSummary } from '../../dataset/write-dataset';

/** What is to be exported, and how. */
export type ExportJob = {
  /** For the one machine's part of the work instead of a dataset. */
  readonly part?: PartIdentity;
  readonly options: DatasetOptions;
  readonly key: PseudonymKey;
  readonly exportedAt: Date;
  readonly toolVersion: string;
  /** What the file is called while it is written, among the private files of the extension. */
  readonly storedAs: string;
};

/** Whose part it is; see `PartRequest`. */
export type PartIdentity = Pick<PartRequest, 'contributor' | 'run' | 'shard'>;

/**
 * How far an export has come. Each worker takes it one step on and is ended then: only so does the browser give back what
 * was used up on the way, which is several times what is kept.
 */
export type ExportStage = { readonly at: 'start' } | (Work & ExportContext);

export type Work =
  | { readonly at: 'read'; readonly snapshot: Snapshot }
  | { readonly at: 'summarize'; readonly filtered: FilteredDataset }
  | { readonly at: 'pseudonymize'; readonly summarized: SummarizedDataset }
  | { readonly at: 'write'; readonly pseudonymized: PseudonymizedDataset };

/** What was settled when the harvest began. */
export type ExportContext = {
  /** With whom they leave out as an import may have brought them. */
  readonly options: DatasetOptions;
  readonly importsLeftOut: number;
  /** With how many imports what was read here is united. */
  readonly importsMerged: number;
  /** Of the database. When everything is deleted it is another one. */
  readonly databaseId: string | null;
};

/** To a worker that starts one for each step. */
export type WholeExport = { readonly kind: 'export'; readonly order: ExportJob };

/** To a worker that takes one step. */
export type StepRequest = { readonly kind: 'step'; readonly order: ExportJob; readonly stage: ExportStage };

/** What comes back: progress any number of times, then one of the others, and nothing after it. */
export type ExportReply =
  | { readonly kind: 'progress'; readonly progress: DatasetProgress }
  /** Of a step only: to be handed to the next worker. */
  | { readonly kind: 'stage'; readonly stage: ExportStage }
  | {
      readonly kind: 'done';
      readonly file: Blob;
      readonly summary: DatasetSummary;
      readonly importsLeftOut: number;
    }
  | { readonly kind: 'part-done'; readonly file: Blob; readonly counts: PartManifest['counts'] }
  /** An error as it can be sent; `leaks` where the files held what must not leave. */
  | {
      readonly kind: 'failed';
      readonly name: string;
      readonly message: string;
      readonly leaks: readonly Leak[];
    };

/** What went wrong in the worker, under its name and in its words. */
export class ExportError extends Error {
  constructor(
    override readonly name: string,
    message: string,
    readonly leaks: readonly Leak[] = [],
  ) {
    super(message);
  }
}
