import type { DatasetOptions } from './dataset-options';
import { rankLikes, type PseudonymizedLikes } from './likes/pseudonymized-likes';
import type { Step, ReportStep } from './progress';
import { digestUserId } from './pseudonyms/imported-user';
import { keyedDigest } from './pseudonyms/keyed-hash';
import { createKeyedRandom, shuffledIndexes } from './pseudonyms/keyed-random';
import type { PseudonymKey } from './pseudonyms/pseudonym-key';
import { pseudonymizeUsers } from './pseudonyms/pseudonymize-users';
import type { SummarizedDataset } from './summarize-dataset';

export type PseudonymizeRequest = {
  readonly key: PseudonymKey;
  readonly options: DatasetOptions;
  readonly reportStep: (doing: string) => ReportStep;
  readonly signal?: AbortSignal | undefined;
};

/** All that the files are written from. Plain data, as what it is made of. */
export type PseudonymizedDataset = Omit<SummarizedDataset, 'likes'> & {
  readonly selection: PseudonymizedLikes;
};

// As the others', measured on ten times the likes of 2016.
export const pseudonymizeSteps: readonly Step[] = [{ doing: 'Hashing user ids', weight: 8 }];

/** Gives users their pseudonyms, and users and models their numbers. Uses up what it is handed. */
export async function pseudonymizeDataset(
  { likes, ...rest }: SummarizedDataset,
  order: PseudonymizeRequest,
): Promise<PseudonymizedDataset> {
  const { key, options, reportStep, signal } = order;
  const { models, likesCollected, matrix } = likes;
  const { starts, users, userUids } = matrix;
  const tell = reportStep('Hashing user ids');
  const digest = digestUserId(keyedDigest(key.text, options.hash));
  const onUsers = (done: number) => tell(done, userUids.length);
  const { sorted, rankOf } = await pseudonymizeUsers(userUids, digest, onUsers, signal);
  rankLikes({ starts, users }, rankOf);
  const selection: PseudonymizedLikes = {
    ...{ models, likesCollected, starts, ranks: users, pseudonyms: sorted },
    userIdx: shuffledIndexes(userUids.length, createKeyedRandom(key.text, 'user_idx')),
    itemIdx: shuffledIndexes(models.places.length, createKeyedRandom(key.text, 'item_idx')),
  };
  return { ...rest, selection };
}
