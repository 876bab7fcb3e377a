// A few chunks of the zip. What is folded into a Blob leaves this process: the browser keeps it, on disk if it is much.
const foldAtBytes = 4_000_000;

/** Takes a file piece by piece and hands it out as one Blob. Rejects when the browser has no room for it. */
export function createBlobSink(type: string) {
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
    /** Settled when the next piece may come: at no time more than a few MB wait here. */
    async write(chunk: Uint8Array): Promise<void> {
      chunks.push(chunk.slice());
      bytes += chunk.length;
      if (bytes >= foldAtBytes) await fold();
    },
    async end(): Promise<Blob> {
      await fold();
      return new Blob(folded, { type });
    },
  };
}

/** A Blob takes its bytes over later, and says nothing when it cannot. To read its end is to wait for that. */
async function seeIfKept(blob: Blob): Promise<void> {
  await blob.slice(-1).arrayBuffer();
}
