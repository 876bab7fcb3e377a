import type { CapturedModel } from '../settings/captured-model';
import {
  type CopyHead,
  modelsPerChunk,
  noCopy,
  readCopyChunk,
  readCopyHead,
  readWholeCopy,
  removeCopy,
  writeCopy,
} from '../settings/second-copy';
import { forgetStoredExclusions } from '../settings/stored-exclusions';
import type { ModelUid } from '../sketchfab/model-uid';
import type { LikesOutDatabase } from '../store/database';
import { readDatabaseStatus, type DatabaseStatus, writeDatabaseId } from '../store/database-id';
import { deleteEverything, type DeletionTools } from '../store/delete-everything';
import { importStore } from '../store/import-store';
import { markCopied, readUncopied } from '../store/pending-backup';
import { removeModels } from '../store/remove-models';
import { restoreCaptured } from '../store/restore-models';

/** In characters. Adding a model rewrites its chunk, so a page of huge models would make the disk write many times their size. */
const maxOpenChunk = 100_000;

export type SecondCopyTools = DeletionTools & {
  readonly db: LikesOutDatabase;
  /** Runs one piece of work at a time across all workers of this browser. */
  readonly exclusively: (work: () => Promise<void>) => Promise<void>;
  readonly now: () => number;
  readonly createId: () => string;
  /** Removes what deleted values leave on the disk. */
  readonly wipe: () => Promise<void>;
  /** Whether only the extension can write the copy. If not, the copy is no evidence of what the user wants. */
  readonly isStorageClosed: () => Promise<boolean>;
  readonly hasConsent: () => Promise<boolean>;
};

/**
 * Keeps a second copy of captured models, which no crawl could find again if the database were lost. The copy follows the
 * database. Only if the database has another id than the copy, or fewer models, is it restored from the copy.
 *
 * Where content scripts can write the copy, it may be forged. There only a database without an id, which is new or lost, is
 * restored, and only with consent. Consent is in the database too, so after a loss the user is asked again, and the models
 * are back once they agree. A database that has fallen behind the copy, by the last seconds before a power failure, is not
 * restored there: each forged copy would look like that.
 */
export function createSecondCopy({
  db,
  exclusively,
  now,
  createId,
  isStorageClosed,
  hasConsent,
  pause,
  whileNoPageWrites,
  wipe,
}: SecondCopyTools) {
  /** A database that does not open is not lost: reading its status throws, and nothing is changed. */
  async function sync(): Promise<void> {
    const status = await readDatabaseStatus(db);
    const head = await readCopyHead();
    if (status.databaseId === null) {
      if (await mayRestore()) await update(await restore(head ?? noCopy));
    } else if (head !== null && status.databaseId === head.id && status.models >= head.models)
      await update(head);
    else if (head !== null && (await isStorageClosed())) await update(await restore(head));
    else await rebuild(status.databaseId);
  }

  const mayRestore = async () => (await isStorageClosed()) || (await hasConsent());

  /** A fresh install is restored from an empty copy. */
  async function restore({ models: counted, intent: copied }: CopyHead): Promise<CopyHead> {
    const intent = (await isStorageClosed()) ? copied : noCopy.intent;
    const { models, chunks } = await readWholeCopy();
    const lost = Math.max(0, counted - models.length);
    if (models.length > 0 || lost > 0) await restoreCaptured(db, { models, lost, intent }, now());
    const head = {
      id: createId(),
      models: models.length,
      chunks: [...chunks.keys()].reduce((most, chunk) => Math.max(most, chunk + 1), 0),
      intent,
    };
    // Drop what cannot be read; the loss has been recorded.
    const mended = [...chunks].filter(([, { isWhole }]) => !isWhole);
    await writeCopy(head, new Map(mended.map(([chunk, { models }]) => [chunk, models])));
    await writeDatabaseId(db, head.id);
    return head;
  }

  async function rebuild(id: string): Promise<void> {
    await removeCopy();
    const head = { ...noCopy, id };
    await writeCopy(head, new Map());
    await update(head);
  }

  async function update(from: CopyHead): Promise<void> {
    let head = from;
    for (;;) {
      const { intent } = await readDatabaseStatus(db);
      const { captured, learned } = await readUncopied(db, head.models, modelsPerChunk);
      if (captured.length === 0 && learned.length === 0 && isSame(intent, head.intent)) return;
      const tail = await readTail(head);
      if (!tail) return rebuild(head.id);
      const to = { ...head, intent, models: head.models + captured.length };
      head = await append(to, tail, [...captured, ...learned]);
      await markCopied(db, learned);
    }
  }

  /** Deletes the copy first, which has more models than there will be: a copy that has more is taken for the truth. */
  const removing = (remove: () => Promise<void>) =>
    exclusively(async () => {
      await sync();
      const { databaseId } = await readDatabaseStatus(db);
      // A copy that was not restored yet has none of them.
      if (databaseId !== null) await removeCopy();
      await remove();
      await sync();
    });

  return {
    /** Restores the database or updates the copy. Afterwards all captured models are in the copy. */
    sync: () => exclusively(sync),
    removeImport: (importId: string) => removing(() => importStore(db).remove(importId)),
    removeModels: (uids: readonly ModelUid[]) => removing(() => removeModels(db, uids)),
    /** Deletes the copies first: if the worker dies in between, the data stay as they were. */
    deleteEverything: () =>
      exclusively(async () => {
        await removeCopy();
        await whileNoPageWrites(forgetStoredExclusions);
        const id = createId();
        await deleteEverything(db, id, { pause, whileNoPageWrites });
        await whileNoPageWrites(wipe);
        await rebuild(id);
      }),
  };
}

/** The models in the last chunk, or `undefined` if it cannot be read. Then the copy has to be rebuilt. */
async function readTail({ chunks }: CopyHead): Promise<readonly CapturedModel[] | undefined> {
  if (chunks === 0) return [];
  const { models, isWhole } = await readCopyChunk(chunks - 1);
  return isWhole ? models : undefined;
}

async function append(
  to: CopyHead,
  tail: readonly CapturedModel[],
  added: readonly CapturedModel[],
): Promise<CopyHead> {
  const isOpen =
    tail.length > 0 && tail.length < modelsPerChunk && JSON.stringify(tail).length < maxOpenChunk;
  const entries = isOpen ? [...tail, ...added] : added;
  const first = isOpen ? to.chunks - 1 : to.chunks;
  const chunks = new Map<number, readonly CapturedModel[]>();
  for (let from = 0; from < entries.length; from += modelsPerChunk) {
    chunks.set(first + chunks.size, entries.slice(from, from + modelsPerChunk));
  }
  const head = { ...to, chunks: Math.max(to.chunks, first + chunks.size) };
  await writeCopy(head, chunks);
  return head;
}

function isSame(one: DatabaseStatus['intent'], other: DatabaseStatus['intent']): boolean {
  return one.wasCrawling === other.wasCrawling && one.minimumLikes === other.minimumLikes;
}
