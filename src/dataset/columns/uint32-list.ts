/** Whole numbers from 0: 4 bytes each. There may be room for more behind. */
export type Uint32List = { readonly length: number; readonly values: Uint32Array };

export type Uint32ListBuilder = {
  /** This one all along. */
  readonly list: Uint32List;
  readonly push: (value: number) => void;
};

/** Goes on behind what is there already. */
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

/** Without the room for more. Not a copy. */
export const toUint32Array = ({ values, length }: Uint32List): Uint32Array => values.subarray(0, length);

/** The number at a place that must be there. Reading past the end of a typed array would otherwise pass for nothing. */
export function numberAt(values: ArrayLike<number>, index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`no number at ${index} of ${values.length}`);
  return value;
}
