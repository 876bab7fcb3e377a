/** One file of a zip, as both of its headers tell of it. */
export type ZipEntry = {
  readonly path: string;
  readonly isDeflated: boolean;
  readonly crc32: number;
  /** Where the packed bytes lie in the zip. */
  readonly start: number;
  readonly end: number;
  readonly inflatedBytes: number;
};
