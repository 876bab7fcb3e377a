/** JSZip's own stream class. It is part of what the package ships, though not of its types. */
declare module 'jszip/lib/stream/GenericWorker.js' {
  export type StreamChunk = { readonly data: Uint8Array; readonly meta: { readonly percent: number } };

  export default class GenericWorker {
    constructor(name: string);
    readonly isPaused: boolean;
    readonly isFinished: boolean;
    /** Hands a chunk down the chain, at once. */
    push(chunk: StreamChunk): void;
    end(): boolean;
    /** Ends the chain with an error; while paused it is kept until the next `resume`. */
    error(error: unknown): boolean;
    pause(): boolean;
    /** False when there was nothing to resume. */
    resume(): boolean;
  }
}
