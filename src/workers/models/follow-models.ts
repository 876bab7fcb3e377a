import { exclusionEntries } from '../../dataset/filter/exclusions';
import { errorMessage } from '../../messaging/error-message';
import type { IndexedModel } from '../../models/indexed-model';
import type { ModelsIndex } from '../../models/models-index';
import type { ModelUid } from '../../sketchfab/model-uid';
import { causesOf } from '../../store/count-model';
import type { LikesOutDatabase } from '../../store/database';
import { readExclusionList } from '../../store/exclusion-list';
import { isKnownPublic, type ModelRow } from '../../store/model-row';
import { readModelBatches, readModels, readNewestModels } from '../../store/read-models';
import { watchModels } from '../../store/watch-models';
import { watchQuery } from '../../store/watch-query';
import type { ModelsReading } from './messages';

const modelsInBatch = 1_000;

type Tools = {
  readonly db: LikesOutDatabase;
  readonly index: Pick<ModelsIndex, 'put' | 'remove' | 'uids' | 'leaveOut'>;
  readonly onChange: () => void;
  readonly onUnreadable: (message: string) => void;
};

export type FollowedModels = {
  readonly reading: () => ModelsReading;
  /** Retries a failed read. */
  readonly wake: () => void;
  readonly stop: () => void;
};

/**
 * Reads all models into the index, the newest first, and from then on only those that change. Where the database cannot
 * say which have changed, as after an import or at the beginning of a crawl, it reads all once more, while the index
 * answers as before.
 */
export function followModels({ db, index, onChange, onUnreadable }: Tools): FollowedModels {
  const changed = new Set<ModelUid>();
  let mayAllHaveChanged = true;
  let isRunning = false;
  let reading: ModelsReading = { read: 0, total: 0 };

  async function catchUp(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    try {
      while (mayAllHaveChanged || changed.size > 0) await (mayAllHaveChanged ? readAll() : readChanged());
    } finally {
      isRunning = false;
    }
  }

  /** What changes meanwhile is noted, and read afterwards. */
  async function readAll(): Promise<void> {
    changed.clear();
    mayAllHaveChanged = false;
    const gone = new Set<ModelUid>(index.uids());
    try {
      if (reading) {
        reading = { read: 0, total: await db.models.count() };
        put(await readNewestModels(db, modelsInBatch));
      }
      for await (const rows of readModelBatches(db, modelsInBatch)) {
        for (const { uid } of rows) gone.delete(uid);
        if (reading) reading = { ...reading, read: reading.read + rows.length };
        put(rows);
      }
    } catch (error) {
      mayAllHaveChanged = true;
      throw error;
    }
    for (const uid of gone) index.remove(uid);
    reading = null;
    onChange();
  }

  async function readChanged(): Promise<void> {
    const uids = [...changed].slice(0, modelsInBatch);
    const rows = await readModels(db, uids);
    for (const [at, uid] of uids.entries()) {
      changed.delete(uid);
      if (!rows[at]) index.remove(uid);
    }
    put(rows.filter((row) => row !== undefined));
  }

  function put(rows: readonly ModelRow[]): void {
    for (const row of rows) index.put(indexedModel(row));
    onChange();
  }

  const stopModels = watchModels(db, (uids) => {
    if (uids === 'any') mayAllHaveChanged = true;
    else for (const uid of uids) changed.add(uid);
    wake();
  });
  const stopExclusions = watchQuery(
    () => readExclusionList(db),
    (excluded) => {
      index.leaveOut(new Set(exclusionEntries(excluded).flatMap(({ modelUids }) => modelUids)));
      onChange();
    },
    (error) => onUnreadable(errorMessage(error)),
  );

  const wake = () => void catchUp().catch((error: unknown) => onUnreadable(errorMessage(error)));
  wake();
  return {
    reading: () => reading,
    wake,
    stop() {
      stopModels();
      stopExclusions();
    },
  };
}

function indexedModel(row: ModelRow): IndexedModel {
  return {
    ...row,
    // Rows that were stored before there was this fact have none.
    isRestricted: row.isRestricted ?? null,
    causes: causesOf(row),
    isPublic: isKnownPublic(row),
  };
}
