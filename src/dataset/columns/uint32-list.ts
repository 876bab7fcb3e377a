/** Unsigned integers, 4 bytes each. The array may have spare capacity at the end. */
export type Uint32List = { readonly length: number; readonly values: Uint32Array };

export type Uint32ListBuilder = {
  /** Live list; grows in place. */
  readonly list: Uint32List;
  readonly push: (value: number) => void;
};

/** Appends to `from`, whose array it takes over. */
export function createUint32ListBuilder(
  from: Uint32List = { length: 0, values: new Uint32Array(1024) },
): Uint32ListBuilder {
  const list = { ...from };
  return {
    list,
    push(value) {
      if (list.length === list.values.length) {
        const larger = new Uint32Array(2 * list.length);
        larger.set(list.values);
        list.values = larger;
      }
      list.values[list.length] = value;
      list.length += 1;
    },
  };
}

/** The values without the spare capacity: a view, not a copy. */
export const toUint32Array = ({ values, length }: Uint32List): Uint32Array => values.subarray(0, length);

/** Throws a RangeError past the end, where a typed array would silently give `undefined`. */
export function numberAt(values: ArrayLike<number>, index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`no number at ${index} of ${values.length}`);
  return value;
}
