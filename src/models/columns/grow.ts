type Numbers = Uint8Array | Int16Array | Uint32Array | Int32Array | Float64Array;

/** An array of at least `length` numbers: `array` itself, or a copy that can take as many again. */
export function grown<T extends Numbers>(array: T, length: number): T {
  if (length <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => T)(Math.max(64, 2 * length));
  larger.set(array);
  return larger;
}
