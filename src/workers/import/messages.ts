import type { DatasetOptions } from '../../dataset/dataset-options';
import type { ImportedDataset } from '../../dataset/import/imported-dataset';
import type { MergePlan } from '../../dataset/merge/plan-import';
import type { PseudonymKey } from '../../dataset/pseudonyms/pseudonym-key';

/** What a zip holds, and what to take it in would do. */
export type ImportFound = Pick<ImportedDataset, 'kind' | 'exportedAt' | 'keyFingerprint'> & {
  readonly models: number;
  readonly likes: number;
  readonly users: number;
  readonly plan: MergePlan;
};

/** To the worker: first the zip, and once it was found right, that it is to be taken in. */
export type ImportRequest =
  | {
      readonly kind: 'read-import';
      readonly zip: Blob;
      /** The one its pseudonyms are compared with. */
      readonly key: PseudonymKey | null;
      readonly algorithm: DatasetOptions['hash'];
    }
  | { readonly kind: 'apply' };

/** What comes back, one for each order. */
export type ImportReply =
  | { readonly kind: 'found'; readonly found: ImportFound }
  | { readonly kind: 'applied' }
  | { readonly kind: 'import-failed'; readonly isRefused: boolean; readonly message: string };
