import type { DatasetOptions } from './dataset-options';
import { rankLikes, type PseudonymizedLikes } from './likes/pseudonymized-likes';
import type { Step, StepReporter } from './progress';
import { digestUserId } from './pseudonyms/imported-user';
import { keyedDigest } from './pseudonyms/keyed-hash';
import { createKeyedRandom, shuffledIndices } from './pseudonyms/keyed-random';
import type { PseudonymKey } from './pseudonyms/pseudonym-key';
import { pseudonymizeUsers } from './pseudonyms/pseudonymize-users';
import type { SummarizedDataset } from './summarize-dataset';

export type PseudonymizeRequest = {
  readonly key: PseudonymKey;
  readonly options: DatasetOptions;
  readonly reportStep: StepReporter;
  readonly signal?: AbortSignal | undefined;
};

/** Everything the files are written from. Plain data. */
export type PseudonymizedDataset = Omit<SummarizedDataset, 'likes'> & {
  readonly selection: PseudonymizedLikes;
};

// In seconds, measured at ten times the likes of 2016.
export const pseudonymizeSteps: readonly Step[] = [{ id: 'pseudonymize', weight: 8 }];

/** Replaces user ids by pseudonyms and numbers users and models in random order. Consumes its input. */
export async function pseudonymizeDataset(
  { likes, ...rest }: SummarizedDataset,
  { key, options, reportStep, signal }: PseudonymizeRequest,
): Promise<PseudonymizedDataset> {
  const { models, likesCollected, matrix } = likes;
  const { starts, users, userUids } = matrix;
  const onProgress = reportStep('pseudonymize');
  const digest = digestUserId(keyedDigest(key.text, options.hash));
  const onUsers = (done: number) => onProgress(done, userUids.length);
  const { sorted, rankOf } = await pseudonymizeUsers(userUids, digest, onUsers, signal);
  rankLikes({ starts, users }, rankOf);
  const selection: PseudonymizedLikes = {
    models,
    likesCollected,
    starts,
    ranks: users,
    pseudonyms: sorted,
    userIdx: shuffledIndices(userUids.length, createKeyedRandom(key.text, 'user_idx')),
    itemIdx: shuffledIndices(models.indices.length, createKeyedRandom(key.text, 'item_idx')),
  };
  return { ...rest, selection };
}
