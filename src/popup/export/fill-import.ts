import { holdKey } from '../../dataset/merge/hold-key';
import { ImportRefused } from '../../dataset/merge/import-refused';
import type { ImportStore } from '../../dataset/merge/import-store';
import type { ImportedDataset } from '../../dataset/merge/imported-dataset';
import { planMerge, type MergePlan } from '../../dataset/merge/plan-merge';
import { readDatasetZip } from '../../dataset/merge/read-dataset-zip';
import { takeIn } from '../../dataset/merge/take-in';
import { sayError } from '../../messaging/say-error';
import type { ImportFound, ImportOrder, ImportReply } from './import-messages';

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
