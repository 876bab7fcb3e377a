import { type KeyFile, writeKeyFile } from '../../../dataset/pseudonyms/key-file';
import type { HashAlgorithm } from '../../../dataset/pseudonyms/keyed-hash';
import { enoughBits, estimateBits } from '../../../dataset/pseudonyms/passphrase';
import { createProjectKey, keyId } from '../../../dataset/pseudonyms/pseudonym-key';
import type { LikesOutDatabase } from '../../../store/database';
import { keepProjectKey, OtherProjectKey, readProjectKey } from '../../../store/project-key';
import type { ProjectKeyRow } from '../../../store/state-row';

/** What a page shows of a project key: never the key. */
export type ShownKey = {
  /** By which two people see that they have the same. */
  readonly keyId: string;
  readonly projectId: string;
  readonly algorithm: HashAlgorithm;
  /** Guessable: it came with a file, since ours are not. */
  readonly isWeak: boolean;
};

export function shownKey({ key, projectId, algorithm }: Omit<ProjectKeyRow, 'createdAt'>): ShownKey {
  return { keyId: keyId(key), projectId, algorithm, isWeak: estimateBits(key) < enoughBits };
}

/** The key that is kept, made now if there is none. */
export async function neededKey(db: LikesOutDatabase, algorithm: HashAlgorithm): Promise<ProjectKeyRow> {
  const kept = await readProjectKey(db);
  if (kept) return kept;
  const { text, projectId } = createProjectKey((bytes) => crypto.getRandomValues(bytes));
  const made = { key: text, projectId, createdAt: Date.now(), algorithm };
  try {
    await keepProjectKey(db, made, { replace: false });
    return made;
  } catch (error) {
    // Another page was faster, and there is one key only.
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
