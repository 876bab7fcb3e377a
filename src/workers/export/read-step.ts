import type { DatasetSource } from '../../dataset/dataset-source';
import { normalizeUsernames } from '../../dataset/filter/exclusions';
import type { ImportHead, ImportStore } from '../../dataset/import/import-store';
import { excludeImported } from '../../dataset/merge/imported-users';
import { createMergeKey } from '../../dataset/merge/merge-key';
import { mergedSource } from '../../dataset/merge/merged-source';
import type { ReportStep } from '../../dataset/progress';
import { continueSnapshot, readSnapshot, type Stretch } from '../../dataset/read-snapshot';
import type { UserUid } from '../../sketchfab/user-uid';
import type { ExportJob, ExportStage } from './messages';
import { tooLargeMessage } from './zip-size';

export type SnapshotStore = MergedStore & {
  /** As the counters have it, so that it costs nothing. */
  readonly countLikes: () => Promise<number>;
  readonly readDatabaseId: () => Promise<string | null>;
};

// About as many likes as those of 2016. What reading leaves behind for the clean-up of memory is some 200 bytes a like.
const stretch: Stretch = { models: 20_000, likes: 400_000, people: 150_000 };

/** Reads the next stretch of what an export is about. Rejects, before anything is read, when no zip can hold it. */
export async function readSnapshotBatch(
  order: ExportJob,
  stage: Extract<ExportStage, { at: 'start' | 'read' }>,
  store: SnapshotStore,
  reportStep: (doing: string) => ReportStep,
): Promise<ExportStage> {
  // Before anything is read: what is deleted from here on is noticed.
  const databaseId = stage.at === 'start' ? await store.readDatabaseId() : stage.databaseId;
  if (stage.at === 'start') await refuseTooLarge(order, store);
  const { source, options, importsLeftOut, importsMerged } = await sourceOf(order, store);
  const asked = { source, usernamesToFind: normalizeUsernames(options.excluded), stretch, reportStep };
  const soFar = stage.at === 'read' ? stage.snapshot : null;
  // Who goes by which name is known to one worker alone where likes of several machines are united.
  const snapshot = await (importsMerged > 0 ? readSnapshot(asked) : continueSnapshot(asked, soFar));
  return { at: 'read', snapshot, options, importsLeftOut, importsMerged, databaseId };
}

async function refuseTooLarge({ part, options }: ExportJob, store: SnapshotStore): Promise<void> {
  const tooLarge = part ? null : tooLargeMessage(await store.countLikes(), options);
  if (tooLarge !== null) throw new Error(tooLarge);
}

/** A part is what this machine read, and nothing that was taken in: that has a part of its own. */
async function sourceOf(order: ExportJob, store: SnapshotStore) {
  if (!order.part) return mergeOptions(order, store);
  return { source: store.source, options: order.options, importsLeftOut: 0, importsMerged: 0 };
}

export type MergedStore = {
  readonly source: DatasetSource & { readonly readUserUids: () => Promise<readonly UserUid[]> };
  readonly imports: Pick<ImportStore, 'readImports' | 'readImportedLikes'>;
};

export type MergedRequest = {
  readonly source: DatasetSource;
  readonly options: ExportJob['options'];
  /** Imports with likes that are not in the dataset, since they go by another key. */
  readonly importsLeftOut: number;
  /** Imports whose likes are in it. */
  readonly importsMerged: number;
};

/** What was read here, with what was taken in under the key of this order. */
export async function mergeOptions(
  { key: ordered, options }: Pick<ExportJob, 'key' | 'options'>,
  { source, imports }: MergedStore,
): Promise<MergedRequest> {
  const key = createMergeKey(ordered, options.hash);
  if (!key) {
    const heads = await imports.readImports();
    return { source, options, importsLeftOut: heads.filter(hasLikes).length, importsMerged: 0 };
  }
  const readUserUids = () => source.readUserUids();
  const { merged, leftOut, ...whole } = await mergedSource({ source, imports, readUserUids, key });
  const { excluded } = options;
  const userUids = merged > 0 ? excludeImported(excluded.userUids, key) : excluded.userUids;
  return {
    source: whole.source,
    options: { ...options, excluded: { ...excluded, userUids } },
    importsLeftOut: leftOut.filter(hasLikes).length,
    importsMerged: merged,
  };
}

/** Of a zip whose key nobody can tell, the facts of models were taken in and nothing else. */
const hasLikes = ({ keyFingerprint }: ImportHead) => keyFingerprint.keyId !== null;
