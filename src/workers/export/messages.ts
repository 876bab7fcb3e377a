import type { DatasetChoices } from '../../dataset/dataset-options';
import type { Chosen } from '../../dataset/filter-snapshot';
import type { Leak } from '../../dataset/leak-scan/leak-report';
import type { PartManifest, PartOrder } from '../../dataset/parts/part-manifest';
import type { DatasetProgress } from '../../dataset/progress';
import type { Gathered } from '../../dataset/pseudonymize-dataset';
import type { PseudonymKey } from '../../dataset/pseudonyms/pseudonym-key';
import type { Harvest } from '../../dataset/snapshot/snapshot';
import type { Described } from '../../dataset/summarize-dataset';
import type { DatasetSummary } from '../../dataset/write-dataset';

/** What is to be exported, and how. */
export type ExportOrder = {
  /** For the one machine's part of the work instead of a dataset. */
  readonly part?: PartWish;
  readonly choices: DatasetChoices;
  readonly key: PseudonymKey;
  readonly exportedAt: Date;
  readonly toolVersion: string;
  /** What the file is called while it is written, among the private files of the extension. */
  readonly storedAs: string;
};

/** Whose part it is; see `PartOrder`. */
export type PartWish = Pick<PartOrder, 'contributor' | 'run' | 'shard'>;

/**
 * How far an export has come. Each worker takes it one step on and is ended then: only so does the browser give back what
 * was used up on the way, which is several times what is kept.
 */
export type ExportStage = { readonly at: 'start' } | (Work & Settled);

export type Work =
  | { readonly at: 'harvest'; readonly harvest: Harvest }
  | { readonly at: 'describe'; readonly chosen: Chosen }
  | { readonly at: 'name'; readonly described: Described }
  | { readonly at: 'write'; readonly gathered: Gathered };

/** What was settled when the harvest began. */
export type Settled = {
  /** With whom they leave out as an import may have brought them. */
  readonly choices: DatasetChoices;
  readonly importsLeftOut: number;
  /** With how many imports what was read here is united. */
  readonly importsUnited: number;
  /** Of the database. When everything is deleted it is another one. */
  readonly epoch: string | null;
};

/** To a worker that starts one for each step. */
export type WholeOrder = { readonly kind: 'export'; readonly order: ExportOrder };

/** To a worker that takes one step. */
export type StepOrder = { readonly kind: 'step'; readonly order: ExportOrder; readonly stage: ExportStage };

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
