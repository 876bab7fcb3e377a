import type { DatasetChoices } from './dataset-options';
import { rankLikes, type Selection } from './likes/pseudonymized-likes';
import type { Step, TellStep } from './progress';
import { digestUnlessTakenOver } from './pseudonyms/imported-user';
import { keyedDigest } from './pseudonyms/keyed-hash';
import { createKeyedRandom, shuffledIndexes } from './pseudonyms/keyed-random';
import type { PseudonymKey } from './pseudonyms/pseudonym-key';
import { pseudonymize } from './pseudonyms/pseudonymize-users';
import type { Described } from './summarize-dataset';

export type NameOrder = {
  readonly key: PseudonymKey;
  readonly choices: DatasetChoices;
  readonly tellStep: (doing: string) => TellStep;
  readonly signal?: AbortSignal | undefined;
};

/** All that the files are written from. Plain data, as what it is made of. */
export type Gathered = Omit<Described, 'likes'> & { readonly selection: Selection };

// As the others', measured on ten times the likes of 2016.
export const nameSteps: readonly Step[] = [{ doing: 'Hashing user ids', weight: 8 }];

/** Gives users their pseudonyms, and users and models their numbers. Uses up what it is handed. */
export async function nameUsers({ likes, ...rest }: Described, order: NameOrder): Promise<Gathered> {
  const { key, choices, tellStep, signal } = order;
  const { models, likesCollected, matrix } = likes;
  const { starts, users, userUids } = matrix;
  const tell = tellStep('Hashing user ids');
  const digest = digestUnlessTakenOver(keyedDigest(key.text, choices.hash));
  const onUsers = (done: number) => tell(done, userUids.length);
  const { sorted, rankOf } = await pseudonymize(userUids, digest, onUsers, signal);
  rankLikes({ starts, users }, rankOf);
  const selection: Selection = {
    ...{ models, likesCollected, starts, ranks: users, pseudonyms: sorted },
    userIdx: shuffledIndexes(userUids.length, createKeyedRandom(key.text, 'user_idx')),
    itemIdx: shuffledIndexes(models.places.length, createKeyedRandom(key.text, 'item_idx')),
  };
  return { ...rest, selection };
}
