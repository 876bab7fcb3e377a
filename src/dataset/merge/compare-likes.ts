import type { StagedLikes } from '../import/import-store';
import { type ImportedLikes, mergeLikes, type OwnLikes } from './merge-likes';

/** How the likes of a model would change with one more import. */
export type LikesComparison = {
  readonly added: number;
  /** In the zip and known before. */
  readonly same: number;
  /** Read here, and taken back if the times in the zip are right. */
  readonly takenBack: number;
  /** Of the zip or of other imports, and left out with it. */
  readonly leftOut: number;
};

export function compareLikes(
  own: OwnLikes,
  others: readonly ImportedLikes[],
  zip: StagedLikes,
): LikesComparison {
  const before = new Set(mergeLikes(own, others));
  const after = new Set(mergeLikes(own, [...others, zip]));
  const overruled = new Set(mergeLikes(own, [...others, { ...zip, overrules: own.readBetween }]));
  const inZip = new Set(zip.pseudonyms);
  const gained = [...after].filter((pseudonym) => !before.has(pseudonym));
  return {
    added: gained.length,
    same: [...inZip].filter((pseudonym) => before.has(pseudonym) && after.has(pseudonym)).length,
    takenBack: [...after].filter((pseudonym) => !overruled.has(pseudonym)).length,
    leftOut: [...new Set([...inZip, ...before])].filter((pseudonym) => !after.has(pseudonym)).length,
  };
}
