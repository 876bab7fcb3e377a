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
import type { LikesOutDatabase } from '../store/database';
import { readDatabaseStatus, type DatabaseStatus, writeDatabaseId } from '../store/database-id';
import { deleteEverything } from '../store/delete-everything';
import { markCopied, readUncopied } from '../store/pending-backup';
import { restoreCaptured } from '../store/restore-models';

export type SecondCopyTools = {
  readonly db: LikesOutDatabase;
  /** Runs one piece of work at a time, over all workers of this browser. */
  readonly inTurn: (work: () => Promise<void>) => Promise<void>;
  readonly now: () => number;
  readonly createId: () => string;
  /** Whether nobody but us can write the copy: else it says nothing about what the person wants. */
  readonly isStorageClosed: () => Promise<boolean>;
};

/**
 * Captured models outlive a lost database: pages cannot be visited again by a crawl. The copy follows the database, never
 * the other way round, until the two names of the database differ, or it has fewer models than the copy.
 */
export function createSecondCopy({ db, inTurn, now, createId, isStorageClosed }: SecondCopyTools) {
  /** A database that does not open is no lost one: reading its standing throws, and nothing is touched. */
  async function follow(): Promise<void> {
    const status = await readDatabaseStatus(db);
    const head = await readCopyHead();
    const isLost = head === null || status.databaseId !== head.id || status.models < head.models;
    if (head === null && status.databaseId !== null) await copyAnew(status.databaseId);
    else if (isLost) await copyFrom(await restore(head ?? noCopy));
    else await copyFrom(head);
  }

  /** A fresh install is a database brought back from an empty copy. */
  async function restore({ models: counted, intent: copied }: CopyHead): Promise<CopyHead> {
    const intent = (await isStorageClosed()) ? copied : noCopy.intent;
    const { models, chunks } = await readWholeCopy();
    const lost = Math.max(0, counted - models.length);
    if (models.length > 0 || lost > 0) await restoreCaptured(db, { models, lost, intent }, now());
    const head = {
      id: createId(),
      models: models.length,
      chunks: Math.max(-1, ...chunks.keys()) + 1,
      intent,
    };
    // What cannot be read was told once, and goes.
    const mended = [...chunks].filter(([, { isWhole }]) => !isWhole);
    await writeCopy(head, new Map(mended.map(([chunk, { models }]) => [chunk, models])));
    await writeDatabaseId(db, head.id);
    return head;
  }

  async function copyAnew(id: string): Promise<void> {
    await removeCopy();
    const head = { ...noCopy, id };
    await writeCopy(head, new Map());
    await copyFrom(head);
  }

  async function copyFrom(from: CopyHead): Promise<void> {
    let head = from;
    for (;;) {
      const { intent } = await readDatabaseStatus(db);
      const { captured, learned } = await readUncopied(db, head.models, modelsPerChunk);
      if (captured.length === 0 && learned.length === 0 && isSame(intent, head.intent)) return;
      const tail = await readTail(head);
      if (!tail) return copyAnew(head.id);
      const to = { ...head, intent, models: head.models + captured.length };
      head = await append(to, tail, [...captured, ...learned]);
      await markCopied(db, learned);
    }
  }

  return {
    /** Brings the two together: see above. When it resolves, all that the database had is in the copy. */
    follow: () => inTurn(follow),
    /** The copy goes first: a death in between leaves the data as they were, and never half of them to come back. */
    deleteEverything: () =>
      inTurn(async () => {
        await removeCopy();
        const id = createId();
        await deleteEverything(db, id);
        await copyAnew(id);
      }),
  };
}

/** What the last chunk holds, or `undefined` when it cannot be read: then only the whole copy made anew is one. */
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
  const isOpen = tail.length > 0 && tail.length < modelsPerChunk;
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
