import type { ImportStore } from '../../dataset/import/import-store';
import type { ImportedDataset } from '../../dataset/import/imported-dataset';
import { readDataset } from '../../dataset/import/read-dataset';
import { applyImport } from '../../dataset/merge/apply-import';
import { createMergeKey } from '../../dataset/merge/merge-key';
import { type MergePlan, planImport } from '../../dataset/merge/plan-import';
import { ImportRefused } from '../../dataset/zip/import-error';
import { errorMessage } from '../../messaging/error-message';
import type { ImportFound, ImportRequest, ImportReply } from './messages';

/** The worker's side of one import: what was read is held between the two orders. Answers never reject. */
export function createImportRunner(store: ImportStore) {
  let read: { readonly imported: ImportedDataset; readonly plan: MergePlan } | undefined;

  async function fill(order: ImportRequest): Promise<ImportReply> {
    if (order.kind === 'apply') {
      if (!read) throw new Error('there is nothing to take in');
      await applyImport(read.imported, read.plan, store);
      return { kind: 'applied' };
    }
    const imported = await readDataset(order.zip);
    const plan = await planImport({
      imported,
      store,
      key: order.key && createMergeKey(order.key, order.algorithm),
    });
    read = { imported, plan };
    return { kind: 'found', found: foundIn(imported, plan) };
  }

  return (order: ImportRequest): Promise<ImportReply> =>
    fill(order).catch((error: unknown) => ({
      kind: 'import-failed',
      isRefused: error instanceof ImportRefused,
      message: errorMessage(error),
    }));
}

function foundIn(imported: ImportedDataset, plan: MergePlan): ImportFound {
  const { kind, exportedAt, keyFingerprint, models, users, pseudonyms } = imported;
  return {
    kind,
    exportedAt,
    keyFingerprint,
    models: models.length,
    likes: users.length,
    users: pseudonyms.length,
    plan,
  };
}
