import { stringAt, type StringList, stringListOf } from '../../dataset/columns/string-list';
import type { Remaining } from '../../dataset/filter/leave-out';
import { type LikeMatrix, likesByUser } from '../../dataset/likes/like-matrix';
import type { MergeKey } from '../../dataset/merge/merge-key';
import { modelAt, type PackedModels } from '../../dataset/snapshot/packed-models';
import { shownLabels } from '../../dataset/snapshot/selected-models';
import { rowLength, rowLengths, type BinaryMatrix } from '../../recommend/matrix/binary-matrix';
import type { Interactions } from '../../recommend/matrix/interactions';
import { matrixOfRows } from '../../recommend/matrix/matrix-of-rows';
import { transpose } from '../../recommend/matrix/transpose';
import type { LikesState } from './messages';

/** The likes as the recommenders take them, and what is known of the models. Item i is model i, in the order of their ids. */
export type CollectedLikes = {
  readonly state: LikesState;
  readonly likes: Interactions;
  readonly models: PackedModels;
  /** Items by tags. */
  readonly itemTags: BinaryMatrix;
  /** In lower case, as the same tag is written in several ways. */
  readonly tags: StringList;
  readonly userUids: LikeMatrix['userUids'];
  /** `null` without a project key. */
  readonly key: Pick<MergeKey, 'pseudonymOf'> | null;
};

type About = Pick<LikesState, 'readAt' | 'counted' | 'importsLeftOut'> & Pick<CollectedLikes, 'key'>;

/** Turns what was read, without those who are left out, into matrices. */
export function collectedLikes(
  { models, matrix }: Pick<Remaining, 'models' | 'matrix'>,
  about: About,
): CollectedLikes {
  const [users, items] = [matrix.userUids.length, models.uids.length];
  const { starts, models: columns } = likesByUser(matrix);
  const byUser = { rowCount: users, columnCount: items, starts, columns };
  const likes = { byUser, byItem: transpose(byUser) };
  const { itemTags, tags, taggedModels } = tagsOf(models);
  const { key, ...moment } = about;
  return {
    ...{ likes, models, itemTags, tags, key },
    userUids: matrix.userUids,
    state: {
      ...moment,
      likes: columns.length,
      users: rowLengths(byUser).filter((n) => n > 0).length,
      models: items,
      likedModels: rowLengths(likes.byItem).filter((n) => n > 0).length,
      taggedModels,
      fingerprint: fingerprintOf([starts, columns, itemTags.starts, itemTags.columns]),
      hasKey: key !== null,
    },
  };
}

/** How many of those that are counted like an item. */
export function likesOf({ likes }: CollectedLikes, item: number): number {
  return rowLength(likes.byItem, item);
}

/** `null` for an id that is not here. The ids are sorted. */
export function itemOf({ models: { uids } }: CollectedLikes, uid: string): number | null {
  let [low, high] = [0, uids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stringAt(uids, middle) < uid) low = middle + 1;
    else high = middle;
  }
  return low < uids.length && stringAt(uids, low) === uid ? low : null;
}

function tagsOf(models: PackedModels) {
  const places = new Map<string, number>();
  let taggedModels = 0;
  const rows = Array.from({ length: models.uids.length }, (_, item) => {
    const { tags } = modelAt(models, item);
    if (tags) taggedModels += 1;
    const names = new Set(shownLabels(tags).map((name) => name.toLowerCase()));
    return Array.from(names, (name) => {
      const place = places.get(name) ?? places.size;
      places.set(name, place);
      return place;
    });
  });
  return {
    itemTags: matrixOfRows(rows.length, places.size, (row) => rows[row] ?? []),
    tags: stringListOf(places.keys()),
    taggedModels,
  };
}

/** FNV-1a over words, enough to tell by chance one state of the data from the next. */
function fingerprintOf(arrays: readonly Uint32Array[]): string {
  let hash = 0x811c9dc5;
  for (const array of arrays) {
    hash = Math.imul(hash ^ array.length, 0x01000193);
    for (const word of array) hash = Math.imul(hash ^ word, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
