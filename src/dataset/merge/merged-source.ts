import type { ModelUid } from '../../sketchfab/model-uid';
import type { UserUid } from '../../sketchfab/user-uid';
import type { CrawledModel, DatasetSource } from '../dataset-source';
import type { ImportHead, ImportStore, StagedLikes } from '../import/import-store';
import { createUserResolver } from './imported-users';
import { keyMismatch, type MergeKey } from './merge-key';
import { observedLikes, mergeLikes } from './merge-likes';

export type MergedSourceInput = {
  readonly source: DatasetSource;
  readonly imports: Pick<ImportStore, 'readImports' | 'readImportedLikes'>;
  /** Everybody whose like was read here. */
  readonly readUserUids: () => Promise<readonly UserUid[]>;
  readonly key: MergeKey;
};

export type MergedSource = {
  readonly source: DatasetSource;
  /** How many imports fit this key, so that their likes are in it. */
  readonly merged: number;
  /** Imports that cannot be united under this key, and are left out. */
  readonly leftOut: readonly ImportHead[];
};

/**
 * The source with the likes of all imports that fit the key, for an export under that key. Users that were read here
 * stand under their raw ids, whoever told of their likes; others as `importedUserId`. Made anew for each export.
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
  // Those that fit, and not all but those that do not: another may be taken in meanwhile.
  const fitting = new Set(heads.filter((head) => !leftOut.includes(head)).map(({ importId }) => importId));
  const naming = createUserResolver(await readUserUids(), key);

  const readRows = async (uids: readonly ModelUid[]) => {
    const rows = await imports.readImportedLikes(uids);
    return rows.map((told) => told.filter(({ importId }) => fitting.has(importId)));
  };
  return {
    merged: fitting.size,
    leftOut,
    source: {
      ...source,
      async readModels(uids) {
        const [models, told] = [await source.readModels(uids), await readRows(uids)];
        return models.map((model, index) => merge(model, told[index] ?? [], key, naming));
      },
      async readUsers(after) {
        const users = await source.readUsers(after);
        // Whoever goes by a pseudonym here has the name of the id that was read later, and stands before that one,
        // since the last of a page is where the next begins.
        return users.flatMap(({ uid, username }) => {
          const name = naming.late.get(uid);
          return [...(name ? [{ uid: name, username }] : []), { uid, username }];
        });
      },
    },
  };
}

/**
 * A complete list stays complete, whatever others add: a state only speaks of the best list. A state that came with an
 * import has no cause, since an import is kept without them.
 */
function bestKnown(model: CrawledModel, told: readonly StagedLikes[]): CrawledModel {
  if (model.complete) return model;
  const complete = told.find((row) => row.complete);
  if (complete) return { ...model, state: complete.state, complete: true, cause: null };
  const [first] = told;
  return model.state === 'new' && first ? { ...model, state: first.state } : model;
}

function merge(
  own: CrawledModel,
  told: readonly StagedLikes[],
  key: MergeKey,
  naming: ReturnType<typeof createUserResolver>,
): CrawledModel {
  const userUids = own.userUids.map((user) => naming.ownNameOf(user));
  if (told.length === 0) return { ...own, userUids };
  const pseudonyms = mergeLikes([observedLikes(own, key), ...told]);
  return { ...bestKnown(own, told), userUids: pseudonyms.map((name) => naming.nameOf(name)) };
}
