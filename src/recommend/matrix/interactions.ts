import type { BinaryMatrix } from './binary-matrix';
import { transpose } from './transpose';

/** The same likes from both sides. */
export type Interactions = {
  /** Users by items. */
  readonly byUser: BinaryMatrix;
  /** Items by users. */
  readonly byItem: BinaryMatrix;
};

export function interactionsOf(byUser: BinaryMatrix): Interactions {
  return { byUser, byItem: transpose(byUser) };
}
