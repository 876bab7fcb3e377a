import type { ModelState } from '../crawl/model-state';
import type { ModelFacts } from '../sketchfab/model-facts';

/** What the index knows of a model. A row of the database has all of it but the last three. */
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
  /** Whether the user leaves the model out of datasets. Not what leaving out a user does. */
  readonly isLeftOut: boolean;
};
