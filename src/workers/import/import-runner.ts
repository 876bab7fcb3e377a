import type { ImportStore } from '../../dataset/import/import-store';
import type { ImportedDataset } from '../../dataset/import/imported-dataset';
import { readDataset } from '../../dataset/import/read-dataset';
import { applyImport } from '../../dataset/merge/apply-import';
import { believeTimes, type DoubtedTimes } from '../../dataset/merge/believe-times';
import { createMergeKey } from '../../dataset/merge/merge-key';
import { type MergePlan, planImport } from '../../dataset/merge/plan-import';
import { ImportError } from '../../dataset/zip/import-error';
import { errorMessage } from '../../messaging/error-message';
import type { ImportFailure, ImportPreview, ImportReply, ImportRequest } from './messages';

/** The worker's side of one import: keeps what was read between the two requests. Replies never reject. */
export function createImportRunner(store: ImportStore, now: () => number = Date.now) {
  let read: { readonly imported: ImportedDataset; readonly plan: MergePlan } | undefined;

  async function replyTo(request: ImportRequest): Promise<ImportReply> {
    if (request.kind === 'apply') {
      if (!read) throw new Error('no zip was read');
      await applyImport(read.imported, read.plan, store, { takesBack: request.takesBack });
      return { kind: 'applied' };
    }
    const { imported, doubted } = believeTimes(await readDataset(request.zip), now());
    const plan = await planImport({
      imported,
      store,
      key: request.key && createMergeKey(request.key, request.algorithm),
    });
    read = { imported, plan };
    return { kind: 'previewed', preview: previewOf(imported, plan, doubted) };
  }

  return (request: ImportRequest): Promise<ImportReply> =>
    replyTo(request).catch((error: unknown) => ({ kind: 'import-failed', failure: failureOf(error) }));
}

function failureOf(error: unknown): ImportFailure {
  if (error instanceof ImportError) return { code: 'refused', problem: error.problem };
  return { code: 'unexpected', message: errorMessage(error) };
}

function previewOf(
  imported: ImportedDataset,
  { readings: _, ...plan }: MergePlan,
  doubted: DoubtedTimes,
): ImportPreview {
  const { kind, exportedAt, keyFingerprint, models, users, pseudonyms } = imported;
  return {
    kind,
    exportedAt,
    keyFingerprint,
    models: models.length,
    likes: users.length,
    users: pseudonyms.length,
    plan,
    doubted,
  };
}
