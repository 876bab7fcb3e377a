import type { DatasetChoices } from '../../../dataset/dataset-options';
import { passphraseKey } from '../../../dataset/pseudonyms/passphrase';
import { createOneTimeKey, type PseudonymKey } from '../../../dataset/pseudonyms/pseudonym-key';
import type { LikesOutDatabase } from '../../../store/database';
import { readProjectKey } from '../../../store/project-key';
import type { ProjectKeyRow } from '../../../store/state-row';
import type { DatasetWish } from '../options';
import { neededKey } from './project-keys';

export type KeyWish = { readonly wish: DatasetWish; readonly passphrase: string };
/** A key, and the choices as they go with it: a kept key brings its own method. */
export type KeyAndChoices<K extends PseudonymKey = PseudonymKey> = {
  readonly key: K;
  readonly choices: DatasetChoices;
};
export type LastingKey = Exclude<PseudonymKey, { mode: 'one-time' }>;

/** What a download of this wish is made with. Makes the project key if there is none yet. */
export function keyFor(db: LikesOutDatabase, asked: KeyWish): Promise<KeyAndChoices> {
  if (asked.wish.userIds !== 'one-time') return lastingKeyFor(db, asked);
  const key = createOneTimeKey((bytes) => crypto.getRandomValues(bytes));
  return Promise.resolve({ key, choices: asked.wish.choices });
}

/** The same for what is to be merged. Rejects when the wish is for a key that nobody keeps. */
export async function lastingKeyFor(
  db: LikesOutDatabase,
  { wish, passphrase }: KeyWish,
): Promise<KeyAndChoices<LastingKey>> {
  const { userIds, projectId, choices } = wish;
  if (userIds === 'project') return withProjectKey(await neededKey(db, choices.hash), choices);
  if (userIds === 'one-time') throw new Error('a one-time key cannot be shared');
  return { key: await passphraseKey(passphrase, projectId, crypto.subtle), choices };
}

/** What an import is compared with: the passphrase that was typed, or else the project key; nothing is made. */
export async function keyAtHand(
  db: LikesOutDatabase,
  asked: KeyWish,
): Promise<KeyAndChoices<LastingKey> | null> {
  const { wish, passphrase } = asked;
  if (wish.userIds === 'passphrase' && passphrase.trim() !== '') return lastingKeyFor(db, asked);
  const kept = await readProjectKey(db);
  return kept && withProjectKey(kept, wish.choices);
}

function withProjectKey({ key, projectId, algorithm }: ProjectKeyRow, choices: DatasetChoices) {
  return {
    key: { mode: 'project', text: key, projectId },
    choices: { ...choices, hash: algorithm },
  } as const;
}
