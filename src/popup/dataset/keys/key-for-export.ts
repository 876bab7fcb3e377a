import type { DatasetOptions } from '../../../dataset/dataset-options';
import { passphraseKey } from '../../../dataset/pseudonyms/passphrase';
import { createOneTimeKey, type PseudonymKey } from '../../../dataset/pseudonyms/pseudonym-key';
import type { LikesOutDatabase } from '../../../store/database';
import { readProjectKey } from '../../../store/project-key';
import type { ProjectKeyRow } from '../../../store/state-row';
import type { ExportOptions } from '../options';
import { ensureProjectKey } from './project-keys';

export type KeyRequest = { readonly exportOptions: ExportOptions; readonly passphrase: string };
/** A key with its options: a project key determines the hash algorithm. */
export type KeyAndOptions<K extends PseudonymKey = PseudonymKey> = {
  readonly key: K;
  readonly options: DatasetOptions;
};
export type LastingKey = Exclude<PseudonymKey, { mode: 'one-time' }>;

/** The key of a download. Creates the project key if there is none yet. */
export function keyFor(db: LikesOutDatabase, request: KeyRequest): Promise<KeyAndOptions> {
  if (request.exportOptions.userIds !== 'one-time') return lastingKeyFor(db, request);
  const key = createOneTimeKey((bytes) => crypto.getRandomValues(bytes));
  return Promise.resolve({ key, options: request.exportOptions.options });
}

/** The same for data that will be merged. Rejects for a one-time key, which is not kept. */
export async function lastingKeyFor(
  db: LikesOutDatabase,
  { exportOptions, passphrase }: KeyRequest,
): Promise<KeyAndOptions<LastingKey>> {
  const { userIds, projectId, options } = exportOptions;
  if (userIds === 'project') return withProjectKey(await ensureProjectKey(db, options.hash), options);
  if (userIds === 'one-time') throw new Error('a one-time key cannot be shared');
  return { key: await passphraseKey(passphrase, projectId, crypto.subtle), options };
}

/** The key to compare an import with: from the typed passphrase, otherwise the project key. Creates none. */
export async function existingKey(
  db: LikesOutDatabase,
  request: KeyRequest,
): Promise<KeyAndOptions<LastingKey> | null> {
  const { exportOptions, passphrase } = request;
  if (exportOptions.userIds === 'passphrase' && passphrase.trim() !== '') return lastingKeyFor(db, request);
  const kept = await readProjectKey(db);
  return kept && withProjectKey(kept, exportOptions.options);
}

function withProjectKey({ key, projectId, algorithm }: ProjectKeyRow, options: DatasetOptions) {
  return {
    key: { mode: 'project', text: key, projectId },
    options: { ...options, hash: algorithm },
  } as const;
}
