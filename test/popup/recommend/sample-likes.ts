import { stringListOf } from '../../../src/dataset/columns/string-list';
import { createModelPacker, emptyPackedModels } from '../../../src/dataset/snapshot/pack-models';
import { rowOf } from '../../../src/recommend/matrix/binary-matrix';
import { transpose } from '../../../src/recommend/matrix/transpose';
import { noFacts } from '../../../src/sketchfab/model-facts';
import type { ModelUid } from '../../../src/sketchfab/model-uid';
import type { UserUid } from '../../../src/sketchfab/user-uid';
import { collectedLikes, type CollectedLikes } from '../../../src/workers/recommend/collected-likes';
import { plantWorld, type WorldSize } from '../../recommend/planted-world';

export const sampleUid = (item: number) => item.toString(16).padStart(32, '0') as ModelUid;

type About = {
  readonly nameOf: (item: number, group: number) => string;
  readonly tagOf: (tag: number) => string;
  readonly readAt: number;
  readonly hasKey?: boolean;
};

/** Likes as the worker would have read them, from a world with planted tastes that is always the same. */
export function sampleLikes(
  size: WorldSize,
  { nameOf, tagOf, readAt, hasKey = true }: About,
): CollectedLikes {
  const { likes, itemTags, groupOfItem } = plantWorld(size);
  const uids = stringListOf(Array.from({ length: size.items }, (_, item) => sampleUid(item)));
  const packer = createModelPacker(emptyPackedModels(uids));
  for (let item = 0; item < size.items; item += 1) {
    const tags = Array.from(rowOf(itemTags, item), (tag) => ({ name: tagOf(tag), slug: null }));
    packer.add({
      ...noFacts(sampleUid(item)),
      ...{ name: nameOf(item, groupOfItem(item)), tags: item % 17 === 3 ? null : tags },
      ...{ isPublic: item % 13 !== 5, state: 'complete', complete: true, wasWhole: true, cause: null },
    });
  }
  const { starts, columns } = transpose(likes);
  const userUids = stringListOf<UserUid>(
    Array.from({ length: size.users }, (_, user) => `f${String(user).padStart(31, '0')}` as UserUid),
  );
  const matrix = { modelUids: uids, userUids, starts, users: columns, duplicates: 0 };
  const key = hasKey ? { pseudonymOf: (user: UserUid) => user.replace('f', 'e') } : null;
  return collectedLikes(
    { models: packer.packed(), matrix },
    { readAt, counted: columns.length, importsLeftOut: 0, key },
  );
}
