import type { Scorer } from '../scorer';
import type { Computation } from '../computation/computation';
import { dotRow, type Factors } from './factors';
import { createExactSolver } from './exact-solver';
import { gramMatrix } from './gram';
import { ridgeOf, type WrmfFactors } from './wrmf';
import type { WrmfSettings } from './wrmf-settings';

/** Scores for the users who were there in training, by their own factors. */
export function factorsScorer({ users, items }: WrmfFactors): Scorer {
  const { width } = users;
  return scorerOf(items, (user, _liked, vector) =>
    vector.set(users.values.subarray(user * width, (user + 1) * width)),
  );
}

/** Scores for anybody, by factors that are solved for exactly from what they like. */
export function* foldInScorer(items: Factors, settings: WrmfSettings): Computation<Scorer> {
  const solve = createExactSolver(items, yield* gramMatrix(items, settings.alpha0), settings.target);
  return scorerOf(items, (_user, liked, vector) => {
    if (liked.length === 0) vector.fill(0);
    else solve(liked, ridgeOf(settings, liked.length, items.rowCount), vector);
  });
}

function scorerOf(
  items: Factors,
  findVector: (user: number, liked: Uint32Array, vector: Float64Array) => void,
): Scorer {
  const vector = new Float64Array(items.width);
  return {
    itemCount: items.rowCount,
    minScore: -Infinity,
    score(user, liked, scores) {
      findVector(user, liked, vector);
      for (let item = 0; item < items.rowCount; item += 1) scores[item] = dotRow(items, item, vector);
    },
  };
}
