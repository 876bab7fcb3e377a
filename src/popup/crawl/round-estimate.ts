/** Estimates are good for two digits: 2,137 is about 2,100. */
export function roundEstimate(value: number): number {
  return Number(value.toPrecision(2));
}
