/** A list of whole numbers from 0 that grows at its end: 4 bytes each, where an array of numbers takes 8 and is copied as often. */
export type GrowingIndexes = {
  readonly length: () => number;
  readonly push: (value: number) => void;
  /** What was pushed, without the room kept for more. */
  readonly take: () => Uint32Array;
};

export function createGrowingIndexes(capacity = 1024): GrowingIndexes {
  let values = new Uint32Array(capacity);
  let length = 0;

  function grow() {
    const larger = new Uint32Array(values.length * 2);
    larger.set(values);
    values = larger;
  }

  return {
    length: () => length,
    push(value) {
      if (length === values.length) grow();
      values[length] = value;
      length += 1;
    },
    take: () => values.subarray(0, length),
  };
}
