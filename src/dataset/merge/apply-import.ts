import type { ImportStore } from '../import/import-store';
import type { ImportedDataset } from '../import/imported-dataset';
import { stagedLikes } from './merge-likes';
import { mergeModel } from './merge-model';
import type { MergePlan } from './plan-import';

const modelsPerBatch = 200;

/**
 * Carries out the plan, which may be to do nothing. Rows are staged batch by batch and take effect in one transaction. Until then, and after any
 * failure or abort, the store is as it was. Rejects with what the store throws, or with the signal's reason.
 */
export async function applyImport(
  imported: ImportedDataset,
  plan: MergePlan,
  store: ImportStore,
  signal?: AbortSignal,
): Promise<void> {
  const { importId, keyFingerprint, exportedAt, kind } = imported;
  if (plan.importId !== importId) throw new Error('the plan is for another zip');
  if (plan.isKnown) return;
  const hasLikes = plan.likes.refusal === null;
  const staging = await store.beginStaging({ importId, keyFingerprint, exportedAt, kind, hasLikes });
  try {
    for (let start = 0; start < imported.models.length; start += modelsPerBatch) {
      signal?.throwIfAborted();
      const models = imported.models.slice(start, start + modelsPerBatch);
      const likes = models
        .map((_, index) => stagedLikes(imported, start + index))
        .filter((row) => row !== undefined);
      await store.stage(staging, models, hasLikes ? likes : []);
    }
    signal?.throwIfAborted();
    await store.goLive(staging, mergeModel);
  } catch (error) {
    // Rows that cannot be discarded now are visible to nobody, and are discarded when the next import begins.
    await store.discard(staging).catch(() => undefined);
    throw error;
  }
}
