/**
 * What a zip may ask of us before anything in it is believed. Far above ten times the data of 2016 (6.3 million
 * likes, 660 MB inflated), far below what would take a browser tab down.
 */
export const importLimits = {
  entries: 1_000,
  directoryBytes: 1_000_000,
  /** Of all entries together, by what the directory says; no entry may give more than it says. */
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

/** A zip that is not taken in, as a whole. The message names what is wrong, for a person to read. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
}
