// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- an ambient declaration cannot be imported, and the tests' tsconfig would not find it
/// <reference path="./jszip-generic-worker.d.ts" />
import GenericWorker from 'jszip/lib/stream/GenericWorker.js';

/** A source for JSZip that takes its bytes from an iterator, and only while the stream wants some. */
export class PullingWorker extends GenericWorker {
  readonly #chunks: AsyncIterator<Uint8Array>;

  constructor(path: string, chunks: AsyncIterable<Uint8Array>) {
    super(path);
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  override resume(): boolean {
    if (!super.resume()) return false;
    // The chain keeps an error that comes while it is paused, and tells it when it goes on.
    this.#pull().catch((error: unknown) => this.error(error));
    return true;
  }

  /** Ends at a pause, which comes from within `push`, when what it made is to be taken first. */
  async #pull(): Promise<void> {
    while (!this.isPaused && !this.isFinished) {
      const next = await this.#chunks.next();
      if (next.done === true) this.end();
      // Pako takes an empty piece for the end, and drops what comes after it without a word.
      else if (next.value.length > 0) this.push({ data: next.value, meta: { percent: 0 } });
    }
  }
}
