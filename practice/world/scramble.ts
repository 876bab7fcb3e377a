import { mix } from './random';

const rounds = [1, 2, 3, 4];
const half = (seed: number, round: number, value: number) => mix(seed, round, value) & 0xffff;

/**
 * A seeded one-to-one shuffle of the 32-bit numbers (a small Feistel network). An id carries its scrambled index, so a
 * world of any size finds a model by its id without a table of all ids.
 */
export function scramble(seed: number, index: number): number {
  let left = index >>> 16;
  let right = index & 0xffff;
  for (const round of rounds) [left, right] = [right, left ^ half(seed, round, right)];
  return ((left << 16) | right) >>> 0;
}

export function unscramble(seed: number, scrambled: number): number {
  let left = scrambled >>> 16;
  let right = scrambled & 0xffff;
  for (const round of rounds.toReversed()) [left, right] = [right ^ half(seed, round, left), left];
  return ((left << 16) | right) >>> 0;
}
