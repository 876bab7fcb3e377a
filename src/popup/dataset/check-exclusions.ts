import type { DatasetOptions } from '../../dataset/dataset-options';
import { isUnclear } from '../../dataset/filter/exclusion-entry';
import { exclusionEntries, isUnmatched } from '../../dataset/filter/exclusions';
import { message } from '../../i18n/message';
import { errorMessage } from '../../messaging/error-message';
import type { LikesOutDatabase } from '../../store/database';
import { readExclusionList } from '../../store/exclusion-list';
import { findReadings } from '../../store/matched-exclusions';
import { watchQuery } from '../../store/watch-query';
import type { PageState } from '../page-state';

/** What the entries of the list of whom to leave out match. */
export type ExclusionReport = {
  readonly matched: number;
  /** The texts of those that were not understood. */
  readonly unclear: readonly string[];
  /** The texts of those that were understood and match nobody. */
  readonly unmatched: readonly string[];
};

export async function reportExclusions(
  db: LikesOutDatabase,
  excluded: DatasetOptions['excluded'],
): Promise<ExclusionReport> {
  const entries = exclusionEntries(excluded);
  const clear = entries.filter((entry) => !isUnclear(entry));
  const found = await findReadings(db, clear);
  const unmatched = clear.filter((entry) => isUnmatched(entry, found));
  return {
    matched: clear.length - unmatched.length,
    unclear: entries.filter(isUnclear).map(({ text }) => text),
    unmatched: unmatched.map(({ text }) => text),
  };
}

export function createExclusionCheck(state: PageState, db: LikesOutDatabase) {
  let latest = 0;

  /** A later call overtakes an earlier one. */
  async function report(excluded: DatasetOptions['excluded'] | undefined): Promise<void> {
    const call = (latest += 1);
    const exclusionReport = excluded ? await reportExclusions(db, excluded) : null;
    if (call === latest) state.change({ exclusionReport });
  }

  const cannotCheck = (error: unknown) =>
    state.setError('exclusions', message('exclusions_unchecked', { cause: errorMessage(error) }));

  return {
    /** Checks the list that the next download uses. */
    check: () => report(state.read().exportOptions?.options.excluded),
    /** Checks now and after each change of the list. */
    watch(): void {
      watchQuery(
        () => readExclusionList(db),
        (excluded) => void report(excluded).catch(cannotCheck),
        cannotCheck,
      );
    },
  };
}
