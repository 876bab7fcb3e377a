import type {
  LocalLikes,
  LocalModel,
  ImportHead,
  ImportStore,
  StagedLikes,
} from '../../../src/dataset/import/import-store';
import type { ImportedModel } from '../../../src/dataset/import/imported-dataset';
import type { UserUid } from '../../../src/sketchfab/user-uid';

type Staged = { readonly head: ImportHead; readonly models: ImportedModel[]; readonly likes: StagedLikes[] };

export type MadeUpLikes = Omit<LocalLikes, 'modelUid' | 'userUids'> & {
  readonly userUids: readonly string[];
};

/** A store in memory for tests of merging. Everything is in `held`, to be compared as a whole. */
export function memoryImportStore(
  models: readonly LocalModel[] = [],
  likes: Readonly<Record<string, MadeUpLikes>> = {},
) {
  const held = {
    models: new Map<string, LocalModel>(models.map((model) => [model.uid, model])),
    live: new Map<string, string>(),
    staged: new Map<string, Staged>(),
  };
  let stagings = 0;
  const liveRows = () => [...held.live.values()].map((staging) => held.staged.get(staging)!);

  const store: ImportStore = {
    readModels: (uids) => Promise.resolve(uids.map((uid) => held.models.get(uid) ?? null)),
    readLikes: (uids) => Promise.resolve(uids.map((uid) => likesOf(likes[uid]))),
    readImportedLikes: (uids) =>
      Promise.resolve(
        uids.map((uid) => liveRows().flatMap((rows) => rows.likes.filter((row) => row.modelUid === uid))),
      ),
    readImports: () => Promise.resolve(liveRows().map(({ head }) => head)),
    beginStaging(head) {
      const live = new Set(held.live.values());
      for (const staging of held.staged.keys()) if (!live.has(staging)) held.staged.delete(staging);
      const staging = String((stagings += 1));
      held.staged.set(staging, { head, models: [], likes: [] });
      return Promise.resolve(staging);
    },
    stage(staging, moreModels, moreLikes) {
      held.staged.get(staging)!.models.push(...moreModels);
      held.staged.get(staging)!.likes.push(...moreLikes);
      return Promise.resolve();
    },
    goLive(staging, merge) {
      const { head, models: staged } = held.staged.get(staging)!;
      // Computed on a copy, like a transaction that rolls back if `merge` throws.
      const merged = staged.map((model) => merge(held.models.get(model.uid) ?? null, model));
      for (const model of merged) held.models.set(model.uid, model);
      const before = held.live.get(head.importId);
      held.live.set(head.importId, staging);
      if (before !== undefined) held.staged.delete(before);
      return Promise.resolve();
    },
    discard(staging) {
      held.staged.delete(staging);
      return Promise.resolve();
    },
  };
  return { store, held };
}

function likesOf(likes: MadeUpLikes | undefined): LocalLikes {
  const { userUids, readBetween, complete } = likes ?? { userUids: [], readBetween: null, complete: false };
  return { userUids: userUids as readonly UserUid[], readBetween, complete };
}
