import type { DatasetOptions } from '../../dataset/dataset-options';
import type { MarkTally } from '../../models/models-answer';

type Marks = Pick<DatasetOptions, 'leaveOutNotPublic' | 'leaveOutNoAi' | 'leaveOutRestricted'>;

/**
 * How many of the models may be in a dataset with these options. Filters by numbers of likes and a sample of users can only
 * be counted by an export.
 */
export function countLeaving(tallies: readonly MarkTally[], options: Marks): number {
  return tallies
    .filter(
      ({ isPublic, isLeftOut, isNoAi, isRestricted }) =>
        !isLeftOut &&
        (isPublic || !options.leaveOutNotPublic) &&
        !(isNoAi && options.leaveOutNoAi) &&
        !(isRestricted && options.leaveOutRestricted),
    )
    .reduce((sum, { count }) => sum + count, 0);
}
