/** The number at a place that must be there. Reading past the end of a typed array would otherwise pass for nothing. */
export function numberAt(values: ArrayLike<number>, index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`no number at ${index} of ${values.length}`);
  return value;
}
