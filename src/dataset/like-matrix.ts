import type { ModelUid } from '../sketchfab/model-uid';
import type { UserUid } from '../sketchfab/user-uid';
import type { DatasetSource, ModelLikes } from './dataset-source';
import { createGrowingIndexes } from './growing-indexes';
import { readLikesBatches } from './model-batches';

/**
 * All likes as indexes: 4 bytes a like, so that 6.3 million take 25 MB where pairs of ids would take a gigabyte.
 * The likes of model m are `users[starts[m]]` up to, not with, `users[starts[m + 1]]`.
 */
export type LikeMatrix = {
  readonly modelUids: readonly ModelUid[];
  /** Each user once, in the order of the crawl: sort by something else before anything of it is written. */
  readonly userUids: readonly UserUid[];
  /** One more than there are models. */
  readonly starts: Uint32Array;
  /** Index into `userUids` of each like, unique within a model. */
  readonly users: Uint32Array;
  /** Likes seen again on another page of the same model's list, which moves while it is read. */
  readonly duplicates: number;
};

/** Reads the likes of these models in batches. `onBatch` sees each of them. */
export async function readLikeMatrix(
  source: Pick<DatasetSource, 'readLikes'>,
  modelUids: readonly ModelUid[],
  onBatch: (likes: readonly ModelLikes[]) => void = () => {},
  signal?: AbortSignal,
): Promise<LikeMatrix> {
  const indexOf = new Map<UserUid, number>();
  const starts = new Uint32Array(modelUids.length + 1);
  const users = createGrowingIndexes();
  let duplicates = 0;
  let model = 0;

  function addLikes(userUids: readonly UserUid[]) {
    const distinct = new Set(userUids);
    for (const uid of distinct) {
      const index = indexOf.get(uid) ?? indexOf.size;
      if (index === indexOf.size) indexOf.set(uid, index);
      users.push(index);
    }
    duplicates += userUids.length - distinct.size;
    model += 1;
    starts[model] = users.length();
  }

  for await (const likes of readLikesBatches(source, modelUids, signal)) {
    for (const { userUids } of likes) addLikes(userUids);
    onBatch(likes);
  }
  return { modelUids, userUids: [...indexOf.keys()], starts, users: users.take(), duplicates };
}
