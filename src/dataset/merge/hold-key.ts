import type { UserUid } from '../../sketchfab/user-uid';
import { keyId } from '../key-id';
import { keyedHash, type HashAlgorithm } from '../keyed-hash';
import type { PseudonymKey } from '../pseudonym-key';
import type { HeldKey } from './held-key';

/** A key as merging needs it; `null` for one that no other export can have. Each user is hashed once. */
export function holdKey(key: PseudonymKey, algorithm: HashAlgorithm): HeldKey | null {
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
