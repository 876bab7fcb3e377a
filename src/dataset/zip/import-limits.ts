/**
 * What a zip may ask of us before anything in it is trusted. Far above ten times the data of 2016 (6.3 million likes,
 * 660 MB inflated), far below what would take a browser tab down.
 */
export const importLimits = {
  entries: 1_000,
  directoryBytes: 1_000_000,
  /** Of all entries together, as the directory states them; no entry may inflate to more than it states. */
  inflatedBytes: 4 * 2 ** 30,
  /** The tables shrink to a quarter; a name of 1,000 characters repeated for thousands of likes, to a thirtieth. */
  timesSmaller: 200,
  jsonBytes: 200_000_000,
  lineCharacters: 100_000,
  models: 2_000_000,
  /** A Map holds 16.7 million keys. */
  users: 16_000_000,
  likes: 100_000_000,
} as const;
