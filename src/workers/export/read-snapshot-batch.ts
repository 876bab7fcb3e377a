import type { DatasetSource } from '../../dataset/dataset-source';
import { excludedUsernames } from '../../dataset/filter/exclusions';
import type { ImportStore } from '../../dataset/import/import-store';
import { createMergeKey } from '../../dataset/merge/merge-key';
import { mergedSource } from '../../dataset/merge/merged-source';
import type { StepReporter } from '../../dataset/progress';
import { continueSnapshot, readSnapshot, type BatchLimits } from '../../dataset/read-snapshot';
import type { UserUid } from '../../sketchfab/user-uid';
import { ExportError } from './export-error';
import type { ExportJob, ExportStage } from './messages';
import { tooManyLikes } from './zip-size';

export type SnapshotStore = MergedStore & {
  /** From the counters, so that it costs nothing. */
  readonly countLikes: () => Promise<number>;
  readonly readDatabaseId: () => Promise<string | null>;
};

// About as many likes as those of 2016. Reading leaves some 200 bytes a like behind for the garbage collector.
const limits: BatchLimits = { models: 20_000, likes: 400_000, users: 150_000 };

/** Reads the next batch of what an export needs. Rejects, before anything is read, when no zip can hold it. */
export async function readSnapshotBatch(
  job: ExportJob,
  stage: Extract<ExportStage, { at: 'start' | 'read' }>,
  store: SnapshotStore,
  reportStep: StepReporter,
): Promise<ExportStage> {
  // Before anything is read, so that what is deleted from here on is noticed.
  const databaseId = stage.at === 'start' ? await store.readDatabaseId() : stage.databaseId;
  if (stage.at === 'start') await refuseTooLarge(job, store);
  const { options } = job;
  const { source, importsLeftOut, importsMerged } = await sourceOf(job, store);
  const request = { source, usernamesToFind: excludedUsernames(options.excluded), limits, reportStep };
  const soFar = stage.at === 'read' ? stage.snapshot : null;
  // Merging keeps the names of users in the memory of one worker, so that worker reads everything.
  const snapshot = await (importsMerged > 0 ? readSnapshot(request) : continueSnapshot(request, soFar));
  return { at: 'read', snapshot, options, importsLeftOut, importsMerged, databaseId };
}

/** Of some models only, nobody knows the number of likes yet; writing stops at the limit too. */
async function refuseTooLarge({ part, chosen, options }: ExportJob, store: SnapshotStore): Promise<void> {
  const failure = part || chosen ? null : tooManyLikes(await store.countLikes(), options);
  if (failure) throw new ExportError(failure);
}

/** A part holds what this machine read, without imports: those have parts of their own. */
async function sourceOf(job: ExportJob, store: SnapshotStore): Promise<MergedInput> {
  if (!job.part) return mergeImports(job, store);
  return { source: store.source, importsLeftOut: 0, importsMerged: 0 };
}

export type MergedStore = {
  readonly source: DatasetSource & { readonly readUserUids: () => Promise<readonly UserUid[]> };
  readonly imports: Pick<ImportStore, 'readImports' | 'readImportedLikes'>;
};

export type MergedInput = {
  readonly source: DatasetSource;
  /** The number of imports whose likes are not in the dataset, since they were made with another key. */
  readonly importsLeftOut: number;
  /** The number of imports whose likes are in it. */
  readonly importsMerged: number;
};

/** What was read here, merged with what was imported under the key of the export. */
export async function mergeImports(
  { key: pseudonymKey, options }: Pick<ExportJob, 'key' | 'options'>,
  { source, imports }: MergedStore,
): Promise<MergedInput> {
  const key = createMergeKey(pseudonymKey, options.hash);
  if (!key) {
    const heads = await imports.readImports();
    return {
      source,
      importsLeftOut: heads.filter(({ hasLikes }) => hasLikes).length,
      importsMerged: 0,
    };
  }
  const readUserUids = () => source.readUserUids();
  const { merged, leftOut, ...whole } = await mergedSource({ source, imports, readUserUids, key });
  return {
    source: whole.source,
    importsLeftOut: leftOut.filter(({ hasLikes }) => hasLikes).length,
    importsMerged: merged,
  };
}
