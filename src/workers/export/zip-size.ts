import type { DatasetOptions } from '../../dataset/dataset-options';
import { hasExclusions } from '../../dataset/filter/exclusions';
import { zipLimitBytes } from '../../dataset/zip/zip-limit';
import type { ExportFailure, TableKind } from './export-error';

type TableSize = {
  readonly kind: TableKind;
  /** Bytes for each like, in the largest file before compression and in the zip. */
  readonly inFile: number;
  readonly inZip: number;
};

// As measured at 6,328,400 likes, rounded up; see docs/performance.md.
const tableSizes: readonly TableSize[] = [
  { kind: 'psv', inFile: 88, inZip: 27 },
  { kind: 'parquet', inFile: 40, inZip: 44 },
  { kind: 'recbole', inFile: 66, inZip: 27 },
];

/**
 * Why a zip with these options cannot be written, before an hour is spent on it; `null` when it can, or when filters
 * leave an unknown number of likes. Writing stops at the limit too.
 */
export function tooManyLikes(
  likesStored: number,
  options: DatasetOptions,
): Extract<ExportFailure, { code: 'tooManyLikes' }> | null {
  if (hasFilters(options)) return null;
  const likes = Math.round((likesStored * options.userSharePercent) / 100);
  const fits = (sizes: readonly TableSize[]) =>
    sizes.every(({ inFile }) => inFile * likes <= zipLimitBytes) &&
    sizes.reduce((sum, { inZip }) => sum + inZip, 0) * likes <= zipLimitBytes;

  const selected = tableSizes.filter(({ kind }) => options.files[kind]);
  if (fits(selected)) return null;
  const fitting = selected.filter((size) => fits([size])).map(({ kind }) => kind);
  return { code: 'tooManyLikes', likes, fitting };
}

function hasFilters(options: DatasetOptions): boolean {
  const { minLikesPerUser, minLikesPerModel, leaveOutNoAi, leaveOutRestricted, excluded } = options;
  return (
    Math.max(minLikesPerUser, minLikesPerModel) > 1 ||
    leaveOutNoAi ||
    leaveOutRestricted ||
    hasExclusions(excluded)
  );
}
