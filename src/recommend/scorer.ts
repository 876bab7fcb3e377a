/** A recommender that is ready: it scores all items for a user. */
export type Scorer = {
  readonly itemCount: number;
  /** A score that is not above this one says nothing: such an item is not recommended. */
  readonly minScore: number;
  /**
   * Writes the score of each item into `scores`.
   * @param user the row of the user, for recommenders that hold something for each.
   * @param liked the items that the user is known to like.
   * @param scores `itemCount` numbers, whatever they held before.
   */
  readonly score: (user: number, liked: Uint32Array, scores: Float64Array) => void;
};
