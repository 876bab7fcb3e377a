import type { UserUid } from '../../sketchfab/user-uid';
import type { KeyFingerprint } from '../import/imported-dataset';
import { type HashAlgorithm, keyedHash } from '../pseudonyms/keyed-hash';
import { keyId, type PseudonymKey } from '../pseudonyms/pseudonym-key';
import type { KeyMismatch } from '../zip/import-error';

/** A key that is held here, as merging needs it: what it says of itself, and what it makes of a user. */
export type MergeKey = KeyFingerprint & { readonly pseudonymOf: (user: UserUid) => string };

/** Why likes under this key fingerprint cannot be merged with those under the key; `null` when they can. */
export function keyMismatch(fingerprint: KeyFingerprint, key: MergeKey | null): KeyMismatch | null {
  if (fingerprint.keyMode === 'one-time') return 'oneTimeKey';
  if (fingerprint.keyId === null) return 'unknownKey';
  if (!key) return 'noKeyHere';
  if (fingerprint.keyId !== key.keyId) return 'otherKey';
  if (fingerprint.algorithm !== key.algorithm) return 'otherAlgorithm';
  if (fingerprint.projectId !== key.projectId) return 'otherProject';
  return null;
}

/** A key as merging needs it; `null` for one that no other export can have. Each user is hashed once. */
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
