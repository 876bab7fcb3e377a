import type { HeldKey } from './held-key';
import type { HeldLikes } from './import-store';
import type { LikesSaid } from './unite-likes';

/** The likes read here, under the names that they have under the key. */
export function likesSaid(
  { userUids, readBetween, complete }: HeldLikes,
  { pseudonymOf }: Pick<HeldKey, 'pseudonymOf'>,
): LikesSaid {
  const [first, last] = readBetween ?? [null, -Infinity];
  const users = [...new Set(userUids)];
  return {
    pseudonyms: users.map(pseudonymOf),
    seenAt: users.map(() => last),
    sweptAt: complete ? first : null,
  };
}
