import type { DatasetOptions } from './dataset-options';
import type { ModelCondition } from './filter/chosen-models';
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

/** How the rows were collected on this machine. An import does not say how its rows were collected. */
export type CollectionFacts = {
  /** The days on which the first and the last page of likes were read, in UTC as `YYYY-MM-DD`; null if none was. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** Null where an exclusion list was used, models may be private, or only some were wanted: what was left out can have cost requests. */
  readonly requests: number | null;
  /** Including those that came with an import. */
  readonly capturedModels: number;
};

/**
 * The facts of one export. README, descriptors and statistics take every number from here, so that no two of them can
 * differ.
 */
export type DatasetFacts = {
  readonly exportedAt: Date;
  readonly toolVersion: string;
  readonly options: DatasetOptions;
  readonly pseudonym: PseudonymFacts;
  readonly collection: CollectionFacts;
  /** Number of imports whose likes, under the same key, are in the dataset. */
  readonly importsMerged: number;
  readonly filters: Pick<FilteredLikes, 'removed'> & {
    /** Whether a list of exclusions was used. Nothing else of it may show, not even as a difference of counts. */
    readonly exclusionList: boolean;
    /** If only some models were wanted: how many of them are left before the other filters, and what they all fulfil. */
    readonly chosen?: { readonly models: number; readonly conditions: readonly ModelCondition[] };
  };
  readonly statistics: DatasetStatistics;
  readonly models: number;
  readonly completeModels: number;
  readonly modelsByState: ReadonlyMap<string, number>;
  /** Counted while `model_feats` is written. */
  featsRows: number;
  readonly users: number;
  /** Distinct (model, user) pairs. */
  readonly likes: number;
  /** Likes seen again on another page of the same model's list, which shifts while it is read. */
  readonly duplicateLikes: number;
  /** The files written so far, in their order. */
  readonly files: FileFacts[];
};

/** The parts of `stats.json` that are not in the facts already. */
export type DatasetStatistics = {
  /** Before any filter. */
  readonly rows: RowsRead;
  /** After all filters, like `models` below. */
  readonly likes: LikeStatistics;
  readonly models: ModelStatistics;
};

/** What the filters kept. */
export type SelectedLikes = Pick<PseudonymizedLikes, 'models' | 'likesCollected'> & {
  readonly matrix: LikeMatrix;
};

/** Named after the day in UTC, so that it is the same in every time zone. */
export function datasetFileName(exportedAt: Date): string {
  return `sketchfab-likes-${exportedAt.toISOString().slice(0, 10)}.zip`;
}
