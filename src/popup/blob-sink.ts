// What is folded into a Blob leaves the heap of the page: the browser keeps it where it likes, on disk if large.
const foldAtBytes = 8_000_000;

/** Takes a file piece by piece and hands it out as one Blob. */
export function createBlobSink(type: string) {
  let parts: BlobPart[] = [];
  let bytes = 0;
  return {
    write(chunk: Uint8Array): void {
      parts.push(chunk.slice());
      bytes += chunk.length;
      if (bytes < foldAtBytes) return;
      parts = [new Blob(parts)];
      bytes = 0;
    },
    end: (): Blob => new Blob(parts, { type }),
  };
}
