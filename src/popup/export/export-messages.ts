import type { DatasetChoices } from '../../dataset/dataset-choices';
import type { Leak } from '../../dataset/leak-report';
import type { DatasetProgress } from '../../dataset/progress';
import type { PseudonymKey } from '../../dataset/pseudonym-key';
import type { DatasetSummary } from '../../dataset/write-dataset';

/** The one message to the worker. */
export type ExportOrder = {
  readonly choices: DatasetChoices;
  readonly key: PseudonymKey;
  readonly exportedAt: Date;
  readonly toolVersion: string;
};

/** What comes back: progress any number of times, then one of the other two, and nothing after it. */
export type ExportReply =
  | { readonly kind: 'progress'; readonly progress: DatasetProgress }
  | { readonly kind: 'done'; readonly file: Blob; readonly summary: DatasetSummary }
  /** An error as it can be sent; `leaks` where the files held what must not leave. */
  | {
      readonly kind: 'failed';
      readonly name: string;
      readonly message: string;
      readonly leaks: readonly Leak[];
    };
