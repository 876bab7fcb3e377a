import type { DatasetChoices } from '../../dataset/dataset-choices';
import type { Leak } from '../../dataset/leak-report';
import type { PartManifest } from '../../dataset/parts/part-manifest';
import type { PartOrder } from '../../dataset/parts/part-order';
import type { DatasetProgress } from '../../dataset/progress';
import type { PseudonymKey } from '../../dataset/pseudonym-key';
import type { DatasetSummary } from '../../dataset/write-dataset';

/** What an export asks of the worker. */
export type ExportOrder = {
  /** For the one machine's part of the work instead of a dataset. */
  readonly part?: PartWish;
  readonly choices: DatasetChoices;
  readonly key: PseudonymKey;
  readonly exportedAt: Date;
  readonly toolVersion: string;
};

/** Whose part it is; see `PartOrder`. */
export type PartWish = Pick<PartOrder, 'contributor' | 'run' | 'shard'>;

/** What comes back: progress any number of times, then one of the others, and nothing after it. */
export type ExportReply =
  | { readonly kind: 'progress'; readonly progress: DatasetProgress }
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
