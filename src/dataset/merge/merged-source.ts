import type { ModelUid } from '../../sketchfab/model-uid';
import type { UserUid } from '../../sketchfab/user-uid';
import type { CrawledModel, DatasetSource } from '../dataset-source';
import type { ImportHead, ImportStore, StagedLikes } from '../import/import-store';
import { createUserResolver } from './imported-users';
import { keyMismatch, type MergeKey } from './merge-key';
import { mergeLikes, ownLikes } from './merge-likes';

export type MergedSourceInput = {
  readonly source: DatasetSource;
  readonly imports: Pick<ImportStore, 'readImports' | 'readImportedLikes'>;
  /** All users whose likes were read here. */
  readonly readUserUids: () => Promise<readonly UserUid[]>;
  readonly key: MergeKey;
};

export type MergedSource = {
  readonly source: DatasetSource;
  /** Number of imports with this key, whose likes are included. */
  readonly merged: number;
  /** Imports with other keys, whose likes are not included. */
  readonly leftOut: readonly ImportHead[];
};

/**
 * A source that adds the likes of all imports with this key, for one export under this key. Users whose likes were read
 * here have their raw ids, whatever the source of a like; others have an `importedUserId`.
 */
export async function mergedSource({
  source,
  imports,
  readUserUids,
  key,
}: MergedSourceInput): Promise<MergedSource> {
  const heads = await imports.readImports();
  const leftOut = heads.filter(({ keyFingerprint }) => keyMismatch(keyFingerprint, key) !== null);
  if (leftOut.length === heads.length) return { source, merged: 0, leftOut };
  // A fixed set, since another import may go live meanwhile.
  const included = new Set(heads.filter((head) => !leftOut.includes(head)).map(({ importId }) => importId));
  const resolver = createUserResolver(await readUserUids(), key);

  const readRows = async (uids: readonly ModelUid[]) => {
    const rowsByModel = await imports.readImportedLikes(uids);
    return rowsByModel.map((rows) => rows.filter(({ importId }) => included.has(importId)));
  };
  return {
    merged: included.size,
    leftOut,
    source: {
      ...source,
      async readModels(uids) {
        const [models, rowsByModel] = [await source.readModels(uids), await readRows(uids)];
        return models.map((model, index) => merge(model, rowsByModel[index] ?? [], key, resolver));
      },
      async readUsers(after) {
        const users = await source.readUsers(after);
        // A late user is listed with the imported id too. The raw id comes last, as the next page begins after it.
        return users.flatMap(({ uid, username }) => {
          const importedId = resolver.lateUsers.get(uid);
          return [...(importedId ? [{ uid: importedId, username }] : []), { uid, username }];
        });
      },
    },
  };
}

/**
 * The state of a merged list is that of its best source: a complete list stays complete, whatever others add. An imported
 * state has no cause, since imports are stored without causes.
 */
function withBestState(model: CrawledModel, rows: readonly StagedLikes[]): CrawledModel {
  if (model.complete) return model;
  const complete = rows.find((row) => row.complete);
  if (complete) return { ...model, state: complete.state, complete: true, cause: null };
  const [first] = rows;
  return model.state === 'new' && first ? { ...model, state: first.state } : model;
}

function merge(
  own: CrawledModel,
  rows: readonly StagedLikes[],
  key: MergeKey,
  resolver: ReturnType<typeof createUserResolver>,
): CrawledModel {
  const userUids = own.userUids.map((user) => resolver.resolveRawId(user));
  if (rows.length === 0) return { ...own, userUids };
  const pseudonyms = mergeLikes(ownLikes(own, key), rows);
  return {
    ...withBestState(own, rows),
    // An import may take a like back.
    otherUserUids: [...own.otherUserUids, ...own.userUids],
    userUids: pseudonyms.map((pseudonym) => resolver.resolvePseudonym(pseudonym)),
  };
}
