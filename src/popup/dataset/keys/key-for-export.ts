import type { DatasetOptions } from '../../../dataset/dataset-options';
import { passphraseKey } from '../../../dataset/pseudonyms/passphrase';
import { createOneTimeKey, type PseudonymKey } from '../../../dataset/pseudonyms/pseudonym-key';
import type { LikesOutDatabase } from '../../../store/database';
import { readProjectKey } from '../../../store/project-key';
import type { ProjectKeyRow } from '../../../store/state-row';
import type { ExportOptions } from '../options';
import { neededKey } from './project-keys';

export type KeyRequest = { readonly exportOptions: ExportOptions; readonly passphrase: string };
/** A key, and the choices as they go with it: a kept key brings its own method. */
export type KeyAndChoices<K extends PseudonymKey = PseudonymKey> = {
  readonly key: K;
  readonly options: DatasetOptions;
};
export type LastingKey = Exclude<PseudonymKey, { mode: 'one-time' }>;

/** What a download of this wish is made with. Makes the project key if there is none yet. */
export function keyFor(db: LikesOutDatabase, asked: KeyRequest): Promise<KeyAndChoices> {
  if (asked.exportOptions.userIds !== 'one-time') return lastingKeyFor(db, asked);
  const key = createOneTimeKey((bytes) => crypto.getRandomValues(bytes));
  return Promise.resolve({ key, options: asked.exportOptions.options });
}

/** The same for what is to be merged. Rejects when the wish is for a key that nobody keeps. */
export async function lastingKeyFor(
  db: LikesOutDatabase,
  { exportOptions, passphrase }: KeyRequest,
): Promise<KeyAndChoices<LastingKey>> {
  const { userIds, projectId, options } = exportOptions;
  if (userIds === 'project') return withProjectKey(await neededKey(db, options.hash), options);
  if (userIds === 'one-time') throw new Error('a one-time key cannot be shared');
  return { key: await passphraseKey(passphrase, projectId, crypto.subtle), options };
}

/** What an import is compared with: the passphrase that was typed, or else the project key; nothing is made. */
export async function keyAtHand(
  db: LikesOutDatabase,
  asked: KeyRequest,
): Promise<KeyAndChoices<LastingKey> | null> {
  const { exportOptions, passphrase } = asked;
  if (exportOptions.userIds === 'passphrase' && passphrase.trim() !== '') return lastingKeyFor(db, asked);
  const kept = await readProjectKey(db);
  return kept && withProjectKey(kept, exportOptions.options);
}

function withProjectKey({ key, projectId, algorithm }: ProjectKeyRow, options: DatasetOptions) {
  return {
    key: { mode: 'project', text: key, projectId },
    options: { ...options, hash: algorithm },
  } as const;
}
