import type { UserUid } from '../../sketchfab/user-uid';
import type { HeldKey } from './held-key';
import { takenOverUser } from './taken-over-user';

/** Raw ids to exclude, and the same people as an import may have brought them, of whom only the pseudonym is known. */
export function excludeTakenOver(userUids: readonly string[], { pseudonymOf }: HeldKey): string[] {
  return userUids.flatMap((uid) => [uid, takenOverUser(pseudonymOf(uid as UserUid))]);
}
