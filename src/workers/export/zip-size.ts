import type { DatasetOptions } from '../../dataset/dataset-options';

type Kind = {
  readonly files: 'psv' | 'parquet' | 'recbole';
  readonly name: string;
  /** Bytes for each like: of the largest file as it is, and of the kind in the zip. */
  readonly inFile: number;
  readonly inZip: number;
};

// As measured at 6,328,400 likes, rounded up; see docs/performance.md.
const kinds: readonly Kind[] = [
  { files: 'psv', name: 'PSV', inFile: 88, inZip: 27 },
  { files: 'parquet', name: 'Parquet', inFile: 40, inZip: 44 },
  { files: 'recbole', name: 'RecBole', inFile: 66, inZip: 27 },
];
const limitBytes = 2 ** 32 - 1; // JSZip writes no zip64

/**
 * Why a zip of these choices cannot be written, before an hour is spent on it, and what can be; `null` when it can, or
 * when filters leave nobody knows how many likes. The writing itself stops at the limit too.
 */
export function tooLargeMessage(likesStored: number, options: DatasetOptions): string | null {
  if (hasFilters(options)) return null;
  const likes = (likesStored * options.userSharePercent) / 100;
  const fits = (some: readonly Kind[]) =>
    some.every(({ inFile }) => inFile * likes <= limitBytes) &&
    some.reduce((sum, { inZip }) => sum + inZip, 0) * likes <= limitBytes;

  const filtered = kinds.filter(({ files }) => options.files[files]);
  if (fits(filtered)) return null;
  const parts = filtered.filter((kind) => fits([kind])).map(({ name }) => name);
  return `One zip holds 4 GiB, and ${Math.round(likes).toLocaleString('en')} likes in these files are more. ${
    parts.length > 0
      ? `Export in parts, under a project key or passphrase so that they agree. Each of these fits by itself: ${parts.join(', ')}.`
      : 'Take a share of the users.'
  }`;
}

function hasFilters(options: DatasetOptions): boolean {
  const { minLikesPerUser, minLikesPerModel, leaveOutNoAi, leaveOutRestricted, excluded } = options;
  return (
    Math.max(minLikesPerUser, minLikesPerModel) > 1 ||
    leaveOutNoAi ||
    leaveOutRestricted ||
    Object.values(excluded).some((list) => list.length > 0)
  );
}
