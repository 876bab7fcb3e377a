import type { BinaryMatrix } from '../matrix/binary-matrix';
import type { EvaluationPart, Split } from './split';

export type PartAudit = {
  readonly users: number;
  /** Distinct items among the hidden likes. */
  readonly items: number;
  readonly hiddenLikes: number;
  /** Hidden items that nobody likes in training. They stay candidates, and few recommenders can find them. */
  readonly coldItems: number;
};

export type SplitAudit = {
  readonly train: { readonly users: number; readonly items: number; readonly likes: number };
  readonly validation: PartAudit;
  readonly test: PartAudit;
};

/** What is in each part, of users and items with at least one like there. */
export function auditSplit({ train, validation, test }: Split): SplitAudit {
  const isKnown = likedColumns(train);
  return {
    train: { users: usersIn(train), items: countOnes(isKnown), likes: train.columns.length },
    validation: auditPart(validation, isKnown),
    test: auditPart(test, isKnown),
  };
}

function auditPart({ hidden }: EvaluationPart, isKnown: Uint8Array): PartAudit {
  const isHidden = likedColumns(hidden);
  return {
    users: usersIn(hidden),
    items: countOnes(isHidden),
    hiddenLikes: hidden.columns.length,
    coldItems: countOnes(isHidden.map((one, item) => (one === 1 && isKnown[item] === 0 ? 1 : 0))),
  };
}

function usersIn({ rowCount, starts }: BinaryMatrix): number {
  let count = 0;
  for (let row = 0; row < rowCount; row += 1) if (starts[row + 1]! > starts[row]!) count += 1;
  return count;
}

function likedColumns({ columnCount, columns }: BinaryMatrix): Uint8Array {
  const isLiked = new Uint8Array(columnCount);
  for (const column of columns) isLiked[column] = 1;
  return isLiked;
}

function countOnes(flags: Uint8Array): number {
  let count = 0;
  for (const flag of flags) count += flag;
  return count;
}
