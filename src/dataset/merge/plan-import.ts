import type { TableFact } from '../../sketchfab/model-facts';
import type { ModelUid } from '../../sketchfab/model-uid';
import type { ImportStore, StagedLikes } from '../import/import-store';
import type { ImportedDataset } from '../import/imported-dataset';
import { ImportError, type KeyMismatch } from '../zip/import-error';
import { compareLikes } from './compare-likes';
import { checkKeyProof, keyMismatch, type MergeKey } from './merge-key';
import { ownLikes } from './merge-likes';
import { differingFacts } from './merge-model';
import { stagedLikes } from './staged-likes';

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
    /** Why likes cannot be imported; null if they can. Facts about models always can. */
    readonly refusal: KeyMismatch | null;
  };
  /** Every model of which one side saw likes that a later complete list of the other does not have. */
  readonly conflicts: readonly LikesConflict[];
  /** When the lists were read here that the zip was compared with, by model id. */
  readonly readings: ReadonlyMap<string, StagedLikes['overrules']>;
};

export type LikesConflict = {
  readonly uid: ModelUid;
  /** Empty if it is not known. */
  readonly name: string;
  /** Likes read here that were taken back, if the times in the zip are right. They stay unless a person says so. */
  readonly takenBack: number;
  /** Likes of this zip or of earlier imports that were taken back, and are left out. */
  readonly leftOut: number;
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
export async function planImport(input: PlanInput): Promise<MergePlan> {
  const { imported, store, key, signal } = input;
  checkKeyProof(imported, key);
  const refusal = keyMismatch(imported.keyFingerprint, key);
  if (refusal !== null && imported.kind === 'part') {
    throw new ImportError({ code: 'unmergeablePart', reason: refusal });
  }
  if (refusal === null) await refuseRawIds(input);
  const before = (await store.readImports()).find(({ importId }) => importId === imported.importId);
  const isKnown = before !== undefined && (before.hasLikes || refusal !== null);
  const models = { added: 0, same: 0, differing: 0, byFact: {} as Partial<Record<TableFact, number>> };
  const likes = { added: 0, same: 0, refusal };
  const found = { conflicts: [] as LikesConflict[], readings: new Map<string, StagedLikes['overrules']>() };
  for (let start = 0; start < imported.models.length; start += modelsPerBatch) {
    signal?.throwIfAborted();
    await countModels(input, start, models);
    if (refusal === null && key) await countLikes({ ...input, key }, start, likes, found);
  }
  const conflicts = isKnown ? [] : found.conflicts;
  return { importId: imported.importId, isKnown, models, likes, ...found, conflicts };
}

/** Both are hex digits of one length, so only the ids of people whose likes were read here can be told from pseudonyms. */
async function refuseRawIds({ imported: { pseudonyms }, store }: PlanInput): Promise<void> {
  const inZip = new Set<string>(pseudonyms);
  if ((await store.readUserUids()).some((uid) => inZip.has(uid)))
    throw new ImportError({ code: 'rawUserId' });
}

async function countModels(
  { imported: { models }, store }: PlanInput,
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
  { imported, store, key }: PlanInput & { readonly key: MergeKey },
  start: number,
  counts: { added: number; same: number },
  found: { readonly conflicts: LikesConflict[]; readonly readings: Map<string, StagedLikes['overrules']> },
): Promise<void> {
  const models = imported.models.slice(start, start + modelsPerBatch);
  const uids = models.map(({ uid }) => uid);
  const [readHere, importedLikes] = [await store.readLikes(uids), await store.readImportedLikes(uids)];
  const included = await importsUnder(key, store);
  for (const [index, { uid, name }] of models.entries()) {
    const [local, zip] = [readHere[index], stagedLikes(imported, start + index)];
    if (!local || !zip) continue;
    const others = (importedLikes[index] ?? []).filter(({ importId }) => included.has(importId));
    const compared = compareLikes(ownLikes(local, key), others, zip);
    counts.added += compared.added;
    counts.same += compared.same;
    const { takenBack, leftOut } = compared;
    found.readings.set(uid, local.readBetween);
    if (takenBack + leftOut > 0) found.conflicts.push({ uid, name: name ?? '', takenBack, leftOut });
  }
}

/** The imports that an export under this key includes. */
export async function importsUnder(
  key: MergeKey,
  store: Pick<ImportStore, 'readImports'>,
): Promise<ReadonlySet<string>> {
  const heads = await store.readImports();
  return new Set(
    heads.filter((head) => keyMismatch(head.keyFingerprint, key) === null).map(({ importId }) => importId),
  );
}
