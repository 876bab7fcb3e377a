import type { ImportStore } from '../../dataset/import/import-store';
import type { ImportedDataset } from '../../dataset/import/imported-dataset';
import { readDatasetZip } from '../../dataset/import/read-dataset';
import { takeIn } from '../../dataset/merge/apply-import';
import { holdKey } from '../../dataset/merge/merge-key';
import { type MergePlan, planMerge } from '../../dataset/merge/plan-import';
import { ImportRefused } from '../../dataset/zip/import-error';
import { sayError } from '../../messaging/say-error';
import type { ImportFound, ImportOrder, ImportReply } from './messages';

/** The worker's side of one import: what was read is held between the two orders. Answers never reject. */
export function createImportFiller(store: ImportStore) {
  let read: { readonly imported: ImportedDataset; readonly plan: MergePlan } | undefined;

  async function fill(order: ImportOrder): Promise<ImportReply> {
    if (order.kind === 'take-in') {
      if (!read) throw new Error('there is nothing to take in');
      await takeIn(read.imported, read.plan, store);
      return { kind: 'taken-in' };
    }
    const imported = await readDatasetZip(order.zip);
    const plan = await planMerge({
      imported,
      store,
      key: order.key && holdKey(order.key, order.algorithm),
    });
    read = { imported, plan };
    return { kind: 'found', found: foundIn(imported, plan) };
  }

  return (order: ImportOrder): Promise<ImportReply> =>
    fill(order).catch((error: unknown) => ({
      kind: 'import-failed',
      isRefused: error instanceof ImportRefused,
      message: sayError(error),
    }));
}

function foundIn(imported: ImportedDataset, plan: MergePlan): ImportFound {
  const { kind, exportedAt, keyPrint, models, users, pseudonyms } = imported;
  return {
    kind,
    exportedAt,
    keyPrint,
    models: models.length,
    likes: users.length,
    users: pseudonyms.length,
    plan,
  };
}
