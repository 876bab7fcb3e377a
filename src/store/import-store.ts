import type { ImportHead, ImportStore, StagedLikes } from '../dataset/import/import-store';
import { ImportError } from '../dataset/zip/import-error';
import type { LikesOutDatabase } from './database';
import { datasetSource } from './dataset-source';
import { tableFactsOf } from './fact-sources';
import { removeStaging, rowsOf } from './imported-rows';
import { mergeStagedModels } from './merge-staged-models';
import { removeImport } from './remove-import';
import type { ImportRow } from './rows';

/** Implements `ImportStore` over IndexedDB. */
export function importStore(db: LikesOutDatabase, now: () => number = Date.now): ImportStore {
  const imports = [db.imports, db.importedModels, db.importedLikes];
  return {
    async readModels(uids) {
      const rows = await db.models.bulkGet([...uids]);
      return rows.map((row) => (row ? tableFactsOf(row) : null));
    },

    async readLikes(uids) {
      const captured = new Map((await datasetSource(db).readModels(uids)).map((model) => [model.uid, model]));
      return uids.map((uid) => captured.get(uid) ?? nothingRead);
    },

    readUserUids: () => datasetSource(db).readUserUids(),

    readImportedLikes: (uids) =>
      db.transaction('r', db.imports, db.importedLikes, async () => {
        const likes: StagedLikes[][] = uids.map(() => []);
        for (const { staging } of await liveImports(db)) {
          const rows = await db.importedLikes.bulkGet(uids.map((uid) => [staging, uid]));
          for (const [i, row] of rows.entries()) if (row) likes[i]?.push(withoutStaging(row));
        }
        return likes;
      }),

    readImports: async () =>
      (await liveImports(db)).map(({ importId, keyFingerprint, exportedAt, kind, hasLikes }): ImportHead => ({
        ...{ importId, keyFingerprint, exportedAt, kind, hasLikes },
      })),

    beginStaging: (head) =>
      db.transaction('rw', imports, async () => {
        const abandoned = await db.imports.filter(({ isLive }) => !isLive).primaryKeys();
        for (const staging of abandoned) await removeStaging(db, staging);
        return String(await db.imports.add({ ...head, isLive: false }));
      }),

    stage: (name, models, likes) =>
      db.transaction('rw', imports, async () => {
        const { staging } = await readStaged(db, name);
        await db.importedModels.bulkPut(models.map((model) => ({ ...model, staging })));
        await db.importedLikes.bulkPut(likes.map((row) => ({ ...row, staging })));
      }),

    goLive: (name) =>
      db.transaction('rw', [...imports, db.models, db.requests, db.states], async () => {
        const head = await readStaged(db, name);
        const before = (await liveImports(db)).filter(({ importId }) => importId === head.importId);
        if (!head.hasLikes && before.some(({ hasLikes }) => hasLikes)) {
          await removeStaging(db, head.staging);
          return;
        }
        for (const { staging } of before) await removeImport(db, staging);
        // Likes are taken only under a key of ours, which the zip has proven to be written with (`checkKeyProof`).
        const source = { staging: head.staging, isProven: head.hasLikes };
        await mergeStagedModels(db, source, now());
        await db.importedModels
          .where(':id')
          .between(...rowsOf(head.staging))
          .delete();
        await db.imports.put({ ...head, isLive: true });
      }),

    discard: (name) =>
      db.transaction('rw', imports, async () => {
        const head = await db.imports.get(Number(name));
        if (head && !head.isLive) await removeStaging(db, Number(name));
      }),

    remove: (importId) =>
      db.transaction('rw', [...imports, db.models, db.requests, db.states], async () => {
        const heads = (await liveImports(db)).filter((head) => head.importId === importId);
        for (const { staging } of heads) await removeImport(db, staging);
      }),
  };
}

const nothingRead = { userUids: [], readBetween: null, complete: false };

type Stored = ImportRow & { readonly staging: number };

async function liveImports(db: LikesOutDatabase): Promise<readonly Stored[]> {
  return (await db.imports.filter(({ isLive }) => isLive).toArray()) as Stored[];
}

/** @throws If another page has started an import meanwhile, which removed these rows. */
async function readStaged(db: LikesOutDatabase, name: string): Promise<Stored> {
  const head = await db.imports.get(Number(name));
  if (!head || head.isLive) throw new ImportError({ code: 'importReplaced' });
  return head as Stored;
}

function withoutStaging({ staging: _, ...row }: StagedLikes & { readonly staging: number }): StagedLikes {
  return row;
}
