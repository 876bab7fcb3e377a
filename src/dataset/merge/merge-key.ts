import type { UserUid } from '../../sketchfab/user-uid';
import type { KeyFingerprint } from '../import/imported-dataset';
import { type HashAlgorithm, keyedHash } from '../pseudonyms/keyed-hash';
import { keyId, type PseudonymKey } from '../pseudonyms/pseudonym-key';

/** A key that is held here, as merging needs it: what it says of itself, and what it makes of a user. */
export type MergeKey = KeyFingerprint & { readonly pseudonymOf: (user: UserUid) => string };

/** Why likes under this print cannot be united with those under the key; `null` when they can. */
export function keyMismatch(print: KeyFingerprint, key: MergeKey | null): string | null {
  if (print.keyMode === 'one-time') return 'its key was made for that one export, and nobody has it';
  if (print.keyId === null) return 'it does not tell which key it was made with';
  if (!key) return 'no key is kept here';
  if (print.keyId !== key.keyId) return 'it was made with another key';
  if (print.algorithm !== key.algorithm) return `it was made with ${print.algorithm}`;
  if (print.projectId !== key.projectId) return 'it belongs to another project';
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
