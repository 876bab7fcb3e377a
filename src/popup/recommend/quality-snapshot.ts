import type { WorkFailure } from '../../workers/recommend/messages';
import type { MeasuredLikes, MeasureReply } from '../../workers/recommend/measure-messages';

/** What is known of how good the data is. */
export type QualitySnapshot = {
  /** The last results: all, or those that there are while measuring goes on or after it was stopped. */
  readonly result: MeasuredLikes | null;
  /** `null` while nothing is being measured. */
  readonly progress: Pick<Extract<MeasureReply, { kind: 'progress' }>, 'share' | 'at'> | null;
  /** How many people could be tested, where that was too few, and how many are needed. */
  readonly tooLittle: { readonly testUsers: number; readonly needed: number } | null;
  readonly failure: WorkFailure | null;
};

export type QualityActions = {
  /** The view was opened: shows what was kept of an earlier time. */
  readonly showQuality: () => void;
  readonly measureQuality: () => void;
  /** What was measured stays. */
  readonly stopMeasuring: () => void;
  /** Everything was deleted. */
  readonly forgetQuality: () => void;
};

export const unmeasured: QualitySnapshot = {
  result: null,
  progress: null,
  tooLittle: null,
  failure: null,
};
