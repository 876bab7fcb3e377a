import type { ModelState } from '../crawl/model-state';
import type { ModelFacts } from '../sketchfab/model-facts';

/** What the index takes of a model. A row of the database has all of it but the last two. */
export type IndexedModel = Pick<
  ModelFacts,
  'uid' | 'name' | 'categories' | 'tags' | 'likeCount' | 'noAi' | 'isRestricted'
> & {
  readonly state: ModelState;
  readonly likesCollected: number;
  /** Position in the order of capture. It decides between rows that are otherwise sorted alike. */
  readonly order: number;
  readonly capturedAt: number;
  readonly readAt: number | null;
  /** What went wrong, in the words of the overview's problems. */
  readonly causes: readonly string[];
  /** Whether the site shows it to everyone, as far as is known. */
  readonly isPublic: boolean;
};
