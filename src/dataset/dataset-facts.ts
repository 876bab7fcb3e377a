import type { DatasetChoices } from './dataset-choices';
import type { FilteredLikes } from './filter-likes';
import type { PseudonymFacts } from './pseudonym-facts';
import type { DatasetStatistics } from './dataset-statistics';

export type FileFacts = {
  readonly path: string;
  /** Uncompressed. */
  readonly bytes: number;
  readonly sha256: string;
};

/** How the rows were got on this machine. How those of an import were got, the import does not tell. */
export type CollectionFacts = {
  /** Days in UTC on which the first and the last page of likes was read, `YYYY-MM-DD`; `null` when none was. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly requests: number;
  /** Those that came with an import among them. */
  readonly capturedModels: number;
};

/**
 * All that is known of one export. README, descriptor and the other descriptions take every number from here, so that
 * no two can differ.
 */
export type DatasetFacts = {
  readonly exportedAt: Date;
  readonly toolVersion: string;
  readonly choices: DatasetChoices;
  readonly pseudonym: PseudonymFacts;
  readonly collection: CollectionFacts;
  /** How many imports' likes are in the dataset, under the same key. */
  readonly importsUnited: number;
  /** What was left out, and why. */
  readonly filters: Pick<FilteredLikes, 'removed' | 'lists'>;
  readonly statistics: DatasetStatistics;
  readonly models: number;
  readonly completeModels: number;
  readonly modelsByState: ReadonlyMap<string, number>;
  /** Counted while the table is written. */
  featsRows: number;
  readonly users: number;
  /** Distinct (model, user) pairs. */
  readonly likes: number;
  /** Seen again on another page of the same model's list, which moves while it is read. */
  readonly duplicateLikes: number;
  /** The entries written so far, in their order. */
  readonly files: FileFacts[];
};
