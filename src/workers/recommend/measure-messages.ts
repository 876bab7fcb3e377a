import type { DatasetOptions } from '../../dataset/dataset-options';
import type { Measurement, MethodName } from '../../recommend/evaluation/measurement';
import type { LikesState, WorkFailure } from './messages';

/** The only message to the worker. */
export type MeasureRequest = {
  readonly kind: 'measure';
  readonly excluded: DatasetOptions['excluded'];
};

/** Results, and the state of the data that they belong to. */
export type MeasuredLikes = { readonly data: LikesState; readonly measurement: Measurement };

/** `progress` any number of times, then one of the others. */
export type MeasureReply =
  | {
      readonly kind: 'progress';
      readonly share: number;
      /** `null` while the likes are read and split. */
      readonly at: MethodName | null;
      readonly result: MeasuredLikes | null;
    }
  | { readonly kind: 'done'; readonly result: MeasuredLikes }
  /** Too few people have ten likes or more. */
  | { readonly kind: 'tooLittle'; readonly testUsers: number; readonly needed: number }
  | { readonly kind: 'failed'; readonly failure: WorkFailure };
