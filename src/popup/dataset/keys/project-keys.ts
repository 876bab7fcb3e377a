import { type KeyFile, writeKeyFile } from '../../../dataset/pseudonyms/key-file';
import type { HashAlgorithm } from '../../../dataset/pseudonyms/keyed-hash';
import { enoughBits, estimateBits } from '../../../dataset/pseudonyms/passphrase';
import { createProjectKey, keyId } from '../../../dataset/pseudonyms/pseudonym-key';
import type { LikesOutDatabase } from '../../../store/database';
import { keepProjectKey, OtherProjectKey, readProjectKey } from '../../../store/project-key';
import type { ProjectKeyRow } from '../../../store/state-row';

/** What a page may show of a project key, which is never the key itself. */
export type ShownKey = {
  /** A fingerprint, for two people to check that they have the same key. */
  readonly keyId: string;
  readonly projectId: string;
  readonly algorithm: HashAlgorithm;
  /** It can be guessed, so it came from a file. Keys created here cannot. */
  readonly isWeak: boolean;
};

export function shownKey({ key, projectId, algorithm }: Omit<ProjectKeyRow, 'createdAt'>): ShownKey {
  return { keyId: keyId(key), projectId, algorithm, isWeak: estimateBits(key) < enoughBits };
}

/** The key of this browser, created now if there is none. */
export async function ensureProjectKey(
  db: LikesOutDatabase,
  algorithm: HashAlgorithm,
): Promise<ProjectKeyRow> {
  const kept = await readProjectKey(db);
  if (kept) return kept;
  const { text, projectId } = createProjectKey((bytes) => crypto.getRandomValues(bytes));
  const created = { key: text, projectId, createdAt: Date.now(), algorithm };
  try {
    await keepProjectKey(db, created, { replace: false });
    return created;
  } catch (error) {
    // Another page was faster, and there can be only one key.
    const theirs = error instanceof OtherProjectKey ? await readProjectKey(db) : null;
    if (!theirs) throw error;
    return theirs;
  }
}

export function keyFileOf({ key, projectId, createdAt, algorithm }: ProjectKeyRow): Blob {
  const created = new Date(createdAt).toISOString();
  return new Blob([writeKeyFile({ key, projectId, created, algorithm })], { type: 'application/json' });
}

export function rowOf({ key, projectId, created, algorithm }: KeyFile): ProjectKeyRow {
  return { key, projectId, createdAt: Date.parse(created), algorithm };
}
