/** Takes a file piece by piece, and hands it out when it is whole. */
export type FileSink = {
  /** Settled when the next piece may come. Throws or rejects when the browser has no room for it. */
  readonly write: (chunk: Uint8Array) => void | Promise<void>;
  readonly end: () => Promise<Blob>;
  /** Lets go of what was written, which is no file. */
  readonly drop: () => void;
};
