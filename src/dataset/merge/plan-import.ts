import type { TableFact } from '../../sketchfab/model-facts';
import type { ImportStore, StagedLikes } from '../import/import-store';
import type { ImportedDataset } from '../import/imported-dataset';
import { ImportError, type KeyMismatch } from '../zip/import-error';
import { checkKeyProof, keyMismatch, type MergeKey } from './merge-key';
import { observedLikes, type ObservedLikes, stagedLikes, mergeLikes } from './merge-likes';
import { differingFacts } from './merge-model';

/** What an import would change, for the preview. */
export type MergePlan = {
  readonly importId: string;
  /** The same zip was imported before, and importing it again changes nothing. */
  readonly isKnown: boolean;
  readonly models: {
    readonly added: number;
    /** Known here, with no differing facts. */
    readonly same: number;
    readonly differing: number;
    readonly byFact: Readonly<Partial<Record<TableFact, number>>>;
  };
  /** Distinct pairs of model and user, counted as in an export under this key. */
  readonly likes: {
    readonly added: number;
    /** In the zip and known here. */
    readonly same: number;
    /** In the zip, but taken back by what is known here, or the other way round. */
    readonly gone: number;
    /** Why likes cannot be imported; null if they can. Facts about models always can. */
    readonly refusal: KeyMismatch | null;
  };
};

export type PlanInput = {
  readonly imported: ImportedDataset;
  readonly store: Pick<
    ImportStore,
    'readModels' | 'readLikes' | 'readUserUids' | 'readImportedLikes' | 'readImports'
  >;
  readonly key: MergeKey | null;
  readonly signal?: AbortSignal;
};

const modelsPerBatch = 200;

/**
 * Counts what an import would change. Rejects with the signal's reason, and with an `ImportError` for a zip that only
 * claims to be under our key, for one with a raw user id, and for a part with another key, which is useless without likes.
 */
export async function planImport({ imported, store, key, signal }: PlanInput): Promise<MergePlan> {
  checkKeyProof(imported, key);
  const refusal = keyMismatch(imported.keyFingerprint, key);
  if (refusal !== null && imported.kind === 'part') {
    throw new ImportError({ code: 'unmergeablePart', reason: refusal });
  }
  if (refusal === null) await refuseRawIds(imported, store);
  const models = { added: 0, same: 0, differing: 0, byFact: {} as Partial<Record<TableFact, number>> };
  const likes = { added: 0, same: 0, gone: 0, refusal };
  for (let start = 0; start < imported.models.length; start += modelsPerBatch) {
    signal?.throwIfAborted();
    await countModels(imported, store, start, models);
    if (refusal === null && key) await countLikes({ imported, store, key }, start, likes);
  }
  const before = (await store.readImports()).find(({ importId }) => importId === imported.importId);
  const isKnown = before !== undefined && (before.hasLikes || refusal !== null);
  return { importId: imported.importId, isKnown, models, likes };
}

/** Both are hex digits of one length, so only the ids of people whose likes were read here can be told from pseudonyms. */
async function refuseRawIds(
  { pseudonyms }: ImportedDataset,
  store: Pick<ImportStore, 'readUserUids'>,
): Promise<void> {
  const inZip = new Set<string>(pseudonyms);
  if ((await store.readUserUids()).some((uid) => inZip.has(uid)))
    throw new ImportError({ code: 'rawUserId' });
}

async function countModels(
  { models }: ImportedDataset,
  store: Pick<ImportStore, 'readModels'>,
  start: number,
  counts: { added: number; same: number; differing: number; byFact: Partial<Record<TableFact, number>> },
): Promise<void> {
  const batch = models.slice(start, start + modelsPerBatch);
  const localModels = await store.readModels(batch.map(({ uid }) => uid));
  for (const [index, model] of batch.entries()) {
    const local = localModels[index];
    const differing = local ? differingFacts(local, model) : [];
    for (const name of differing) counts.byFact[name] = (counts.byFact[name] ?? 0) + 1;
    counts[!local ? 'added' : differing.length > 0 ? 'differing' : 'same'] += 1;
  }
}

async function countLikes(
  { imported, store, key }: { imported: ImportedDataset; store: PlanInput['store']; key: MergeKey },
  start: number,
  counts: { added: number; same: number; gone: number },
): Promise<void> {
  const uids = imported.models.slice(start, start + modelsPerBatch).map(({ uid }) => uid);
  const [localLikes, importedLikes] = [await store.readLikes(uids), await store.readImportedLikes(uids)];
  for (const index of uids.keys()) {
    const theirs = stagedLikes(imported, start + index);
    const local = localLikes[index];
    const ours = [...(local ? [observedLikes(local, key)] : []), ...(importedLikes[index] ?? [])];
    if (theirs) countChanges(ours, theirs, counts);
  }
}

function countChanges(
  ours: readonly ObservedLikes[],
  theirs: StagedLikes,
  counts: { added: number; same: number; gone: number },
): void {
  const before = new Set(mergeLikes(ours));
  const after = new Set(mergeLikes([...ours, theirs]));
  const inZip = new Set(theirs.pseudonyms);
  for (const pseudonym of after) {
    if (!before.has(pseudonym)) counts.added += 1;
    else if (inZip.has(pseudonym)) counts.same += 1;
  }
  for (const pseudonym of new Set([...inZip, ...before])) if (!after.has(pseudonym)) counts.gone += 1;
}
