import type {
  LocalLikes,
  ImportHead,
  ImportStore,
  StagedLikes,
} from '../../../src/dataset/import/import-store';
import type { ImportedModel } from '../../../src/dataset/import/imported-dataset';
import { importedFacts, mergeModel } from '../../../src/dataset/merge/merge-model';
import { noFacts, pickFacts, type TableFacts, tableFacts } from '../../../src/sketchfab/model-facts';
import type { ModelUid } from '../../../src/sketchfab/model-uid';
import type { UserUid } from '../../../src/sketchfab/user-uid';

type Staged = { readonly head: ImportHead; readonly models: ImportedModel[]; readonly likes: StagedLikes[] };

export type MadeUpLikes = Omit<LocalLikes, 'modelUid' | 'userUids'> & {
  readonly userUids: readonly string[];
};

/** A store in memory for tests of merging. Everything is in `held`, to be compared as a whole. */
export function memoryImportStore(
  models: readonly TableFacts[] = [],
  likes: Readonly<Record<string, MadeUpLikes>> = {},
) {
  const held = {
    models: new Map<string, TableFacts>(models.map((model) => [model.uid, model])),
    live: new Map<string, string>(),
    staged: new Map<string, Staged>(),
  };
  let stagings = 0;
  const liveRows = () => [...held.live.values()].map((staging) => held.staged.get(staging)!);

  function readModel(uid: ModelUid): TableFacts | null {
    const imported = liveRows().flatMap((rows) => rows.models.filter((model) => model.uid === uid));
    const own = held.models.get(uid);
    if (!own && imported.length === 0) return null;
    const unknown = { uid, ...pickFacts(tableFacts, noFacts(uid)) };
    return mergeModel(own ?? unknown, imported.map(importedFacts));
  }

  const store: ImportStore = {
    readModels: (uids) => Promise.resolve(uids.map(readModel)),
    readLikes: (uids) => Promise.resolve(uids.map((uid) => likesOf(likes[uid]))),
    readUserUids: () =>
      Promise.resolve(Object.values(likes).flatMap(({ userUids }) => userUids as readonly UserUid[])),
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
    goLive(staging) {
      const { head } = held.staged.get(staging)!;
      const known = held.staged.get(held.live.get(head.importId) ?? '');
      if (known?.head.hasLikes && !head.hasLikes) {
        held.staged.delete(staging);
        return Promise.resolve();
      }
      const before = held.live.get(head.importId);
      held.live.set(head.importId, staging);
      if (before !== undefined) held.staged.delete(before);
      return Promise.resolve();
    },
    remove(importId) {
      held.staged.delete(held.live.get(importId) ?? '');
      held.live.delete(importId);
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
