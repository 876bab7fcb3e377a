import type { DatasetOptions } from '../dataset/dataset-options';
import type { LikesOutDatabase } from './database';
import { readState, writeState } from './states';

/** Whom datasets leave out, as the database remembers it; see `mergeExclusions`. */
export function readExclusionList(db: LikesOutDatabase): Promise<DatasetOptions['excluded']> {
  return readState(db, 'excluded');
}

export function recordExclusionList(
  db: LikesOutDatabase,
  excluded: DatasetOptions['excluded'],
): Promise<void> {
  return writeState(db, 'excluded', excluded);
}
