import type { LikesOutDatabase } from '../../../src/store/database';

/** The distinct likers by model, from the pages of the sweep that is its list. */
export async function storedLikes(db: LikesOutDatabase): Promise<Map<string, Set<string>>> {
  const models = await db.models.toArray();
  const likes = new Map(models.map(({ uid }) => [uid as string, new Set<string>()]));
  const lists = new Map(models.map(({ uid, sweep }) => [uid, sweep]));
  for (const { modelUid, sweep, userUids } of await db.likesPages.toArray()) {
    if (lists.get(modelUid) !== sweep) continue;
    for (const user of userUids) likes.get(modelUid)!.add(user);
  }
  return likes;
}
