/** JSZip's stream class, which the package ships without types. */
declare module 'jszip/lib/stream/GenericWorker.js' {
  export type StreamChunk = { readonly data: Uint8Array; readonly meta: { readonly percent: number } };

  export default class GenericWorker {
    constructor(name: string);
    readonly isPaused: boolean;
    readonly isFinished: boolean;
    /** Passes a chunk down the chain synchronously. */
    push(chunk: StreamChunk): void;
    end(): boolean;
    /** Ends the chain with an error, which is kept until the next `resume` while paused. */
    error(error: unknown): boolean;
    pause(): boolean;
    /** False if it was not paused. */
    resume(): boolean;
  }
}
