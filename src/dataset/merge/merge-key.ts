import type { UserUid } from '../../sketchfab/user-uid';
import type { ImportedDataset, KeyFingerprint } from '../import/imported-dataset';
import { type KeyProof, keyProofOf } from '../pseudonyms/key-proof';
import { type HashAlgorithm, keyedHash } from '../pseudonyms/keyed-hash';
import { keyId, type PseudonymKey } from '../pseudonyms/pseudonym-key';
import { ImportError, type KeyMismatch } from '../zip/import-error';

/** A key of this browser as merging needs it. */
export type MergeKey = KeyFingerprint & {
  readonly pseudonymOf: (user: UserUid) => string;
  readonly isProvenBy: (proof: KeyProof) => boolean;
};

/** Why likes with this key fingerprint cannot be merged with those under `key`; null if they can. */
export function keyMismatch(fingerprint: KeyFingerprint, key: MergeKey | null): KeyMismatch | null {
  if (fingerprint.keyMode === 'one-time') return 'oneTimeKey';
  if (fingerprint.keyId === null) return 'unknownKey';
  if (!key) return 'noKeyHere';
  if (fingerprint.keyId !== key.keyId) return 'otherKey';
  if (fingerprint.algorithm !== key.algorithm) return 'otherAlgorithm';
  if (fingerprint.projectId !== key.projectId) return 'otherProject';
  return null;
}

/**
 * Throws an `ImportError` if a zip names this key and does not prove that it was written with it. The digest that names a
 * key is public, so without the proof anybody could add likes to those under it.
 */
export function checkKeyProof(
  { keyFingerprint, keyProof }: Pick<ImportedDataset, 'keyFingerprint' | 'keyProof'>,
  key: MergeKey | null,
): void {
  if (!key || keyFingerprint.keyId !== key.keyId) return;
  if (!keyProof) throw new ImportError({ code: 'noKeyProof' });
  if (!key.isProvenBy(keyProof)) throw new ImportError({ code: 'wrongKeyProof' });
}

/** Null for a one-time key, which no other export has. Each user is hashed once. */
export function createMergeKey(key: PseudonymKey, algorithm: HashAlgorithm): MergeKey | null {
  if (key.mode === 'one-time') return null;
  const hash = keyedHash(key.text, algorithm);
  const known = new Map<UserUid, string>();
  const pseudonymOf = (user: UserUid) => {
    const pseudonym = known.get(user) ?? hash(user);
    known.set(user, pseudonym);
    return pseudonym;
  };
  const proofOf = keyProofOf(key.text);
  const { mode: keyMode, projectId } = key;
  return {
    ...{ keyMode, algorithm, keyId: keyId(key.text), projectId, pseudonymOf },
    isProvenBy: ({ digest, proof }) => proof === proofOf(digest),
  };
}
