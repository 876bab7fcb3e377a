import type { TableFact } from '../../sketchfab/model-facts';
import type { ImportStore, StagedLikes } from '../import/import-store';
import type { ImportedDataset } from '../import/imported-dataset';
import { ImportError, type KeyMismatch } from '../zip/import-error';
import { keyMismatch, type MergeKey } from './merge-key';
import { observedLikes, type ObservedLikes, stagedLikes, mergeLikes } from './merge-likes';
import { differingFacts } from './merge-model';

/** What taking a zip in would do. Nothing is done yet. */
export type MergePlan = {
  readonly importId: string;
  /** The same zip was taken in before; again changes nothing. */
  readonly isKnown: boolean;
  readonly models: {
    readonly added: number;
    /** Known here, and nothing differs. */
    readonly same: number;
    readonly differing: number;
    readonly byFact: Readonly<Partial<Record<TableFact, number>>>;
  };
  /** Distinct pairs of model and user, as an export under this key would count them. */
  readonly likes: {
    readonly added: number;
    /** Told by both. */
    readonly same: number;
    /** Told by the zip, and gone by what is known here, or the other way round. */
    readonly gone: number;
    /** Why none can be imported; `null` when they can. Facts about models always can. */
    readonly refusal: KeyMismatch | null;
  };
};

export type PlanInput = {
  readonly imported: ImportedDataset;
  readonly store: Pick<ImportStore, 'readModels' | 'readLikes' | 'readImportedLikes' | 'readImports'>;
  readonly key: MergeKey | null;
  readonly signal?: AbortSignal;
};

const modelsInBatch = 200;

/** Rejects with an `ImportError` for a part under another key, since likes are all that parts are for. */
export async function planImport({ imported, store, key, signal }: PlanInput): Promise<MergePlan> {
  const refusal = keyMismatch(imported.keyFingerprint, key);
  if (refusal !== null && imported.kind === 'part') {
    throw new ImportError({ code: 'unmergeablePart', reason: refusal });
  }
  const imports = await store.readImports();
  const models = { added: 0, same: 0, differing: 0, byFact: {} as Partial<Record<TableFact, number>> };
  const likes = { added: 0, same: 0, gone: 0, refusal };
  for (let start = 0; start < imported.models.length; start += modelsInBatch) {
    signal?.throwIfAborted();
    await countModels(imported, store, start, models);
    if (refusal === null && key) await countLikes({ imported, store, key }, start, likes);
  }
  const isKnown = imports.some(({ importId }) => importId === imported.importId);
  return { importId: imported.importId, isKnown, models, likes };
}

async function countModels(
  { models }: ImportedDataset,
  store: Pick<ImportStore, 'readModels'>,
  start: number,
  counts: { added: number; same: number; differing: number; byFact: Partial<Record<TableFact, number>> },
): Promise<void> {
  const batch = models.slice(start, start + modelsInBatch);
  const held = await store.readModels(batch.map(({ uid }) => uid));
  for (const [index, model] of batch.entries()) {
    const ours = held[index];
    const differing = ours ? differingFacts(ours, model) : [];
    for (const name of differing) counts.byFact[name] = (counts.byFact[name] ?? 0) + 1;
    counts[!ours ? 'added' : differing.length > 0 ? 'differing' : 'same'] += 1;
  }
}

async function countLikes(
  { imported, store, key }: { imported: ImportedDataset; store: PlanInput['store']; key: MergeKey },
  start: number,
  counts: { added: number; same: number; gone: number },
): Promise<void> {
  const uids = imported.models.slice(start, start + modelsInBatch).map(({ uid }) => uid);
  const [held, before] = [await store.readLikes(uids), await store.readImportedLikes(uids)];
  for (const index of uids.keys()) {
    const theirs = stagedLikes(imported, start + index);
    const own = held[index];
    const ours = [...(own ? [observedLikes(own, key)] : []), ...(before[index] ?? [])];
    if (theirs) compare(ours, theirs, counts);
  }
}

function compare(
  ours: readonly ObservedLikes[],
  theirs: StagedLikes,
  counts: { added: number; same: number; gone: number },
): void {
  const now = new Set(mergeLikes(ours));
  const then = new Set(mergeLikes([...ours, theirs]));
  const said = new Set(theirs.pseudonyms);
  for (const pseudonym of then) {
    if (!now.has(pseudonym)) counts.added += 1;
    else if (said.has(pseudonym)) counts.same += 1;
  }
  for (const pseudonym of new Set([...said, ...now])) if (!then.has(pseudonym)) counts.gone += 1;
}
