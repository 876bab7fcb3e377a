/** Limits the number of ids in any one second. `now` is in ms of a monotonic clock. */
export type IdAllowance = {
  hasLeft(now: number): boolean;
  take(now: number): void;
};

export function createIdAllowance(perSecond: number): IdAllowance {
  // A ring buffer of the times of the last `perSecond` ids. Another may come once the oldest is a second old.
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
