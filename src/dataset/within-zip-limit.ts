// JSZip writes no zip64: past this the sizes in its headers would wrap round, and nobody could read the file.
const zipLimit = 2 ** 32 - 1;

/** The same chunks; throws before the one with which `what`, a file of the zip or the zip, would get too large for it. */
export async function* withinZipLimit(
  what: string,
  chunks: AsyncIterable<Uint8Array>,
  limitBytes = zipLimit,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > limitBytes)
      throw new Error(`${what} would be larger than 4 GiB, which this kind of zip cannot hold`);
    yield chunk;
  }
}
