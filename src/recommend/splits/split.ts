import type { BinaryMatrix } from '../matrix/binary-matrix';

/** Users of whom some likes are hidden, and what is known of them. Row r of both matrices is `users[r]`. */
export type EvaluationPart = {
  /** Rows of the matrix that was split, ascending. */
  readonly users: Uint32Array;
  /** What a recommender may know of each: not recommended again. */
  readonly known: BinaryMatrix;
  /** What it should find. */
  readonly hidden: BinaryMatrix;
};

export type Split = {
  /**
   * `leave5` tests on users whose other likes are in training (weak generalization); `heldout` on users none of whose
   * likes are (strong generalization).
   */
  readonly protocol: 'leave5' | 'heldout';
  /** Columns of the matrix that was split: column c of the matrices here is item `items[c]`. */
  readonly items: Uint32Array;
  /** Rows of the matrix that was split: row r of `train` is user `trainUsers[r]`. */
  readonly trainUsers: Uint32Array;
  readonly train: BinaryMatrix;
  readonly validation: EvaluationPart;
  readonly test: EvaluationPart;
};

export type SplitInput = {
  /** Users by items: rec-a-sketch split its 5/5 core, in which each user and each item has five likes. */
  readonly likes: BinaryMatrix;
  /** The ids that go into the keys, as they are published. */
  readonly userId: (row: number) => string;
  readonly itemId: (column: number) => string;
  /** 32 hex digits, published with the data. */
  readonly seed: string;
};
