import type { ModelUid } from '../../sketchfab/model-uid';
import type { UserUid } from '../../sketchfab/user-uid';
import type { DatasetModel, DatasetSource, ModelLikes } from '../dataset-source';
import type { HeldKey } from './held-key';
import { whyForeign } from './held-key';
import type { ImportHead, ImportStore, StagedLikes } from './import-store';
import { likesSaid } from './likes-said';
import { uniteLikes } from './unite-likes';
import { createUserNaming } from './user-naming';

export type UnitedInput = {
  readonly source: DatasetSource;
  readonly imports: Pick<ImportStore, 'readImports' | 'readImportedLikes'>;
  /** Everybody whose like was read here. */
  readonly readUserUids: () => Promise<readonly UserUid[]>;
  readonly key: HeldKey;
};

export type United = {
  readonly source: DatasetSource;
  /** Imports that cannot be united under this key, and are left out. */
  readonly leftOut: readonly ImportHead[];
};

/**
 * The source with the likes of all imports that fit the key, for an export under that key. Users that were read here
 * stand under their raw ids, whoever told of their likes; others as `takenOverUser`. Made anew for each export.
 */
export async function unitedSource({ source, imports, readUserUids, key }: UnitedInput): Promise<United> {
  const heads = await imports.readImports();
  const leftOut = heads.filter(({ keyPrint }) => whyForeign(keyPrint, key) !== null);
  if (leftOut.length === heads.length) return { source, leftOut };
  const foreign = new Set(leftOut.map(({ importId }) => importId));
  const naming = createUserNaming(await readUserUids(), key);

  const readRows = async (uids: readonly ModelUid[]) => {
    const rows = await imports.readImportedLikes(uids);
    return rows.map((told) => told.filter(({ importId }) => !foreign.has(importId)));
  };
  return {
    leftOut,
    source: {
      ...source,
      async readModels(uids) {
        const [models, told] = [await source.readModels(uids), await readRows(uids)];
        return models.map((model, index) => bestKnown(model, told[index] ?? []));
      },
      async readLikes(uids) {
        // States before likes, as an export wants them, and both before what was taken in, which does not change.
        const [models, likes] = [await source.readModels(uids), await source.readLikes(uids)];
        const told = await readRows(uids);
        return likes.map((own, index) =>
          unite(own, models[index]?.complete ?? false, told[index] ?? [], key, naming),
        );
      },
      async readUsernames() {
        const usernames = await source.readUsernames();
        const names = [...naming.late].map(([user, name]) => [name, usernames.get(user)] as const);
        const ofLate = names.filter((entry): entry is [UserUid, string] => entry[1] !== undefined);
        return new Map([...usernames, ...ofLate]);
      },
    },
  };
}

/** A complete list stays complete, whatever others add: a state only speaks of the best list. */
function bestKnown(model: DatasetModel, told: readonly StagedLikes[]): DatasetModel {
  if (model.complete) return model;
  const complete = told.find((row) => row.complete);
  if (complete) return { ...model, state: complete.state, complete: true, cause: null };
  const [first] = told;
  return model.state === 'new' && first ? { ...model, state: first.state } : model;
}

function unite(
  own: ModelLikes,
  complete: boolean,
  told: readonly StagedLikes[],
  key: HeldKey,
  naming: ReturnType<typeof createUserNaming>,
): ModelLikes {
  const userUids = own.userUids.map((user) => naming.ownNameOf(user));
  if (told.length === 0) return { ...own, userUids };
  const pseudonyms = uniteLikes([likesSaid({ ...own, complete }, key), ...told]);
  return { ...own, userUids: pseudonyms.map((name) => naming.nameOf(name)) };
}
