import { drawLikers } from './draw-likers';
import { likeCounts, type Scale } from './like-counts';
import {
  buildModel,
  modelIndexOf,
  modelUidAt,
  tagOf,
  type PracticeModel,
  type PracticeTag,
} from './practice-model';
import { userAt, userIndexOf, userIndexOfUsername, type PracticeUser } from './practice-user';
import { mix } from './random';

/**
 * Models, users and who likes what. Only a count per model is stored: the rest is computed from the seed
 * on demand, always with the same result, so that a world of 288,000 models costs only what is used of it.
 */
export type World = {
  readonly seed: number;
  readonly modelCount: number;
  readonly userCount: number;
  /** The current one, after `addLike` and `removeLike`. */
  readonly likeCount: number;
  modelAt(index: number): PracticeModel;
  findModel(uid: string): PracticeModel | undefined;
  userAt(index: number): PracticeUser;
  findUser(uid: string): PracticeUser | undefined;
  findUserByName(username: string): PracticeUser | undefined;
  ownerOf(model: PracticeModel): PracticeUser;
  /** Newest first, each user once. */
  likersOf(model: PracticeModel): readonly PracticeUser[];
  /** A part of `likersOf`, at the cost of that part. */
  likersSlice(model: PracticeModel, from: number, count: number): readonly PracticeUser[];
  /** Model indexes, the most liked first; equal ones by index. */
  readonly byLikes: Uint32Array;
  /** The user becomes the newest liker. Throws for an unknown model or a user who likes it already. */
  addLike(modelUid: string, user: PracticeUser): void;
  /** Throws if the user does not like the model. */
  removeLike(modelUid: string, userUid: string): void;
  /** Becomes the last of the model's tags, in pages and responses. Throws for an unknown model. */
  addTag(modelUid: string, name: string): void;
};

const keptLists = 5_000; // lists of likers, enough for all models that are being paged through at once

export function createWorld(scale: Scale): World {
  const { seed, models, users } = scale;
  const counts = likeCounts(scale);
  const drawn = new Map<number, readonly number[]>();
  const edited = new Map<number, number[]>();
  const addedTags = new Map<number, readonly PracticeTag[]>();
  let byLikes: Uint32Array | undefined;

  const modelAt = (index: number) => {
    if (!(index >= 0 && index < models)) throw new RangeError(`no model ${index} in a world of ${models}`);
    const built = buildModel(seed, index, counts[index]!);
    const added = addedTags.get(index);
    return added ? { ...built, tags: [...built.tags, ...added] } : built;
  };
  const user = (index: number) => userAt(seed, index);
  const userIf = (index: number, fits: (found: PracticeUser) => boolean) => {
    if (!(index >= 0 && index < users)) return undefined;
    const found = user(index);
    return fits(found) ? found : undefined;
  };

  function likerIndexes(index: number): readonly number[] {
    const known = edited.get(index) ?? drawn.get(index);
    if (known) return known;
    const likers = drawLikers(seed, index, counts[index]!, users);
    if (drawn.size >= keptLists) drawn.delete(drawn.keys().next().value!);
    drawn.set(index, likers);
    return likers;
  }

  function knownIndex(modelUid: string): number {
    const index = modelIndexOf(seed, modelUid);
    if (index >= models || modelUidAt(seed, index) !== modelUid) throw new Error(`no model ${modelUid}`);
    return index;
  }

  function edit(modelUid: string, change: (likers: number[]) => void): void {
    const index = knownIndex(modelUid);
    const likers = [...likerIndexes(index)];
    change(likers);
    edited.set(index, likers);
    counts[index] = likers.length;
    byLikes = undefined;
  }

  return {
    seed,
    modelCount: models,
    userCount: users,
    get likeCount() {
      return counts.reduce((sum, count) => sum + count, 0);
    },
    modelAt,
    findModel(uid) {
      if (!/^(?:[0-9a-f]{32}|[0-9A-Za-z]{26,27})$/.test(uid)) return undefined;
      const index = modelIndexOf(seed, uid);
      return index < models && modelUidAt(seed, index) === uid ? modelAt(index) : undefined;
    },
    userAt: user,
    findUser: (uid) => userIf(userIndexOf(seed, uid), (found) => found.uid === uid),
    findUserByName: (username) =>
      userIf(userIndexOfUsername(username), (found) => found.username === username),
    // Squared, so that some own many models and most own one or none.
    ownerOf: (model) => user(Math.floor((mix(seed, model.index, 4) / 2 ** 32) ** 2 * users)),
    likersOf: (model) => likerIndexes(model.index).map(user),
    likersSlice: (model, from, count) =>
      likerIndexes(model.index)
        .slice(from, from + count)
        .map(user),
    get byLikes() {
      byLikes ??= Uint32Array.from({ length: models }, (_, index) => index).sort(
        (a, b) => counts[b]! - counts[a]! || a - b,
      );
      return byLikes;
    },
    addLike(modelUid, { index }) {
      edit(modelUid, (likers) => {
        if (likers.includes(index)) throw new Error(`user ${index} already likes ${modelUid}`);
        likers.unshift(index);
      });
    },
    removeLike(modelUid, userUid) {
      edit(modelUid, (likers) => {
        const at = likers.findIndex((index) => user(index).uid === userUid);
        if (at < 0) throw new Error(`${userUid} does not like ${modelUid}`);
        likers.splice(at, 1);
      });
    },
    addTag(modelUid, name) {
      const index = knownIndex(modelUid);
      addedTags.set(index, [...(addedTags.get(index) ?? []), tagOf(name)]);
    },
  };
}
