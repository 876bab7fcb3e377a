/** Limits how many ids are reported per second. Times are in ms, of any clock that only goes forward. */
export type IdAllowance = {
  hasLeft(now: number): boolean;
  take(now: number): void;
};

export function createIdAllowance(perSecond: number): IdAllowance {
  // The moments of the last `perSecond` ids, as a ring: a new one may come when the oldest is a second old.
  const takenAt = new Array<number>(perSecond).fill(-Infinity);
  let oldest = 0;

  return {
    hasLeft: (now) => now - (takenAt[oldest] ?? -Infinity) >= 1_000,
    take(now) {
      takenAt[oldest] = now;
      oldest = (oldest + 1) % perSecond;
    },
  };
}
