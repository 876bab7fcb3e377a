import type { LikesOutDatabase } from '../../store/database';
import { keepMeasurement, readMeasurement } from '../../store/measurement';
import { readState } from '../../store/states';
import type { PageState } from '../page-state';
import type { QualityTools } from './create-quality-actions';

/** Connects "How good is this data?" with the rest of the page and the database. */
export function qualityOnPage(
  state: PageState,
  db: LikesOutDatabase,
): Omit<QualityTools, 'attempt' | 'startMeasurement'> {
  return {
    read: () => state.read().quality,
    change: (part) => state.change({ quality: { ...state.read().quality, ...part } }),
    readExcluded: () => state.read().exportOptions?.options.excluded ?? null,
    kept: {
      readDatabaseId: () => readState(db, 'databaseId'),
      read: () => readMeasurement(db),
      keep: (databaseId, measurement) => keepMeasurement(db, databaseId, measurement),
    },
  };
}
