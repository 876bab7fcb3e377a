import type { DatasetOptions } from '../../dataset/dataset-options';
import type { ImportedDataset } from '../../dataset/import/imported-dataset';
import type { DoubtedTimes } from '../../dataset/merge/believe-times';
import type { MergePlan } from '../../dataset/merge/plan-import';
import type { PseudonymKey } from '../../dataset/pseudonyms/pseudonym-key';
import type { ImportProblem } from '../../dataset/zip/import-error';

/** What a zip holds, and what importing it would do. */
export type ImportPreview = Pick<ImportedDataset, 'kind' | 'exportedAt' | 'keyFingerprint'> & {
  readonly models: number;
  readonly likes: number;
  readonly users: number;
  readonly plan: Omit<MergePlan, 'readings'>;
  readonly doubted: DoubtedTimes;
};

/** To the worker: first the zip, and once it was found valid, that it is to be imported. */
export type ImportRequest =
  | {
      readonly kind: 'read-import';
      readonly zip: Blob;
      /** The key to compare its pseudonyms with. */
      readonly key: PseudonymKey | null;
      readonly algorithm: DatasetOptions['hash'];
    }
  /** `takesBack` as in `applyImport`. */
  | { readonly kind: 'apply'; readonly takesBack: boolean };

/** Why nothing was imported, as plain data; the popup has the words. */
export type ImportFailure =
  /** The zip was refused. */
  | { readonly code: 'refused'; readonly problem: ImportProblem }
  /** The worker could not be started, or ran out of memory. */
  | { readonly code: 'workerFailed' }
  /** Anything that nobody foresaw, in the words of the error. */
  | { readonly code: 'unexpected'; readonly message: string };

/** The replies, one for each request. */
export type ImportReply =
  | { readonly kind: 'previewed'; readonly preview: ImportPreview }
  | { readonly kind: 'applied' }
  | { readonly kind: 'import-failed'; readonly failure: ImportFailure };
