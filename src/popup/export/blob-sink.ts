import type { FileSink } from './file-sink';

// A few chunks of the zip. What is folded into a Blob leaves this process: the browser keeps it, on disk if it is much.
const foldAtBytes = 4_000_000;

/** A file as one Blob, for where the browser gives an extension no files of its own. */
export function createBlobSink(): FileSink {
  const folded: Blob[] = [];
  let chunks: BlobPart[] = [];
  let bytes = 0;

  async function fold(): Promise<void> {
    const blob = new Blob(chunks);
    chunks = [];
    bytes = 0;
    await seeIfKept(blob);
    folded.push(blob);
  }

  return {
    /** At no time more than a few MB wait here. */
    async write(chunk) {
      chunks.push(chunk.slice());
      bytes += chunk.length;
      if (bytes >= foldAtBytes) await fold();
    },
    async end() {
      await fold();
      return new Blob(folded);
    },
    drop: () => undefined,
  };
}

/** A Blob takes its bytes over later, and says nothing when it cannot. To read its end is to wait for that. */
async function seeIfKept(blob: Blob): Promise<void> {
  await blob.slice(-1).arrayBuffer();
}
