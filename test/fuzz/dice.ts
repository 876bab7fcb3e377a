/** Repeatable randomness: the same seed gives the same run. */
export type Dice = {
  /** From 0 to `sides` - 1. */
  readonly roll: (sides: number) => number;
  readonly pick: <T>(of: readonly T[]) => T;
};

/** Mulberry32: small, fast, and random enough for fuzzing. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const roll = (sides: number) => Math.floor(next() * sides);
  return { roll, pick: (of) => of[roll(of.length)]! };
}

/** `FUZZ_SEED` repeats a failed run; otherwise each run is different. */
export function seedOf(label: string): number {
  const seed = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 32));
  console.log(`${label}: FUZZ_SEED=${seed}`);
  return seed;
}
