import type { UserUid } from '../../sketchfab/user-uid';
import type { KeyFingerprint } from '../import/imported-dataset';
import { type HashAlgorithm, keyedHash } from '../pseudonyms/keyed-hash';
import { keyId, type PseudonymKey } from '../pseudonyms/pseudonym-key';
import type { KeyMismatch } from '../zip/import-error';

/** A key of this browser as merging needs it. */
export type MergeKey = KeyFingerprint & { readonly pseudonymOf: (user: UserUid) => string };

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
  const { mode: keyMode, projectId } = key;
  return { keyMode, algorithm, keyId: keyId(key.text), projectId, pseudonymOf };
}
