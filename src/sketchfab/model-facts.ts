import type { Label } from './label';
import type { ModelUid } from './model-uid';
import type { UserUid } from './user-uid';

/** Ten thousand times the most liked model there is: beyond it a count is nonsense, and would spoil every sum. */
export const maxLikeCount = 1_000_000_000;

/**
 * What one source (a card, a page's embedded JSON, an answer of the API) says of a model.
 * `null` means the source is silent, which is not the same as an empty list.
 */
export type ModelFacts = {
  readonly uid: ModelUid;
  /** Cleaned by `cleanText`, at most `maxNameLength` characters. */
  readonly name: string | null;
  /** Exact numbers only: `1.2k` on a card is silence. */
  readonly likeCount: number | null;
  readonly ownerUid: UserUid | null;
  readonly tags: readonly Label[] | null;
  readonly categories: readonly Label[] | null;
  /** The owner's mark against generative AI: tag slug `noai`, or the page's robots meta. */
  readonly noAi: boolean | null;
  readonly isRestricted: boolean | null;
  readonly thumbnailUrl: string | null;
};
