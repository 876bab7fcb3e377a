import type { DatasetOptions } from './dataset-options';
import type { FilteredLikes } from './filter/filter-likes';
import type { LikeMatrix } from './likes/like-matrix';
import type { PseudonymizedLikes } from './likes/pseudonymized-likes';
import type { PseudonymFacts } from './pseudonyms/pseudonym-key';
import type { LikeStatistics, RowsRead } from './statistics/like-statistics';
import type { ModelStatistics } from './statistics/model-statistics';

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
  readonly options: DatasetOptions;
  readonly pseudonym: PseudonymFacts;
  readonly collection: CollectionFacts;
  /** How many imports' likes are in the dataset, under the same key. */
  readonly importsMerged: number;
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

/** `stats.json`, but for what stands in the facts already. */
export type DatasetStatistics = {
  /** Before any filter. */
  readonly rows: RowsRead;
  /** Of what is in the dataset, as all that follows. */
  readonly likes: LikeStatistics;
  readonly models: ModelStatistics;
};

/** What the filters left. */
export type SelectedLikes = Pick<PseudonymizedLikes, 'models' | 'likesCollected'> & {
  readonly matrix: LikeMatrix;
};

/** By the day in UTC, so that the same moment gives the same name everywhere. Nothing in it comes from the site. */
export function datasetFileName(exportedAt: Date): string {
  return `sketchfab-likes-${exportedAt.toISOString().slice(0, 10)}.zip`;
}
