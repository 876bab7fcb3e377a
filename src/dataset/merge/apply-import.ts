import type { ImportStore } from '../import/import-store';
import type { ImportedDataset } from '../import/imported-dataset';
import type { MergePlan } from './plan-import';
import { stagedLikes } from './staged-likes';

const modelsPerBatch = 200;

export type ApplyOptions = {
  /** Whether the zip is believed about likes that were read here and taken back since. The plan names their models. */
  readonly takesBack: boolean;
  readonly signal?: AbortSignal;
};

/**
 * Carries out the plan, which may be to do nothing. Rows are staged batch by batch and take effect in one transaction.
 * Until then, and after any failure or abort, the store is as it was. Rejects with what the store throws, or with the
 * signal's reason.
 */
export async function applyImport(
  imported: ImportedDataset,
  plan: MergePlan,
  store: Pick<ImportStore, 'beginStaging' | 'stage' | 'goLive' | 'discard'>,
  { takesBack, signal }: ApplyOptions,
): Promise<void> {
  const { importId, keyFingerprint, exportedAt, kind, models } = imported;
  if (plan.importId !== importId) throw new Error('the plan is for another zip');
  if (plan.isKnown) return;
  const hasLikes = plan.likes.refusal === null;
  const overruled = (uid: string) => (takesBack ? (plan.readings.get(uid) ?? null) : null);
  const staging = await store.beginStaging({ importId, keyFingerprint, exportedAt, kind, hasLikes });
  try {
    for (let start = 0; start < models.length; start += modelsPerBatch) {
      signal?.throwIfAborted();
      const batch = models.slice(start, start + modelsPerBatch);
      const likes = batch
        .map(({ uid }, index) => stagedLikes(imported, start + index, overruled(uid)))
        .filter((row) => row !== undefined);
      await store.stage(staging, batch, hasLikes ? likes : []);
    }
    signal?.throwIfAborted();
    await store.goLive(staging);
  } catch (error) {
    // Rows that cannot be discarded now are visible to nobody, and are discarded when the next import begins.
    await store.discard(staging).catch(() => undefined);
    throw error;
  }
}
