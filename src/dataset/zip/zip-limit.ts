/** Of a zip, and of each file in it. JSZip writes no zip64: past this the sizes in its headers would wrap around. */
export const zipLimitBytes = 2 ** 32 - 1;

/** `path` is the file that would be too large, `null` for the zip as a whole. */
export class ZipTooLarge extends Error {
  override readonly name = 'ZipTooLarge';
  constructor(readonly path: string | null) {
    super(`${path ?? 'the zip'} would be larger than 4 GiB`);
  }
}

/** The same chunks; throws `ZipTooLarge` before the one that would exceed the limit. */
export async function* withinZipLimit(
  path: string | null,
  chunks: AsyncIterable<Uint8Array>,
  limitBytes = zipLimitBytes,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > limitBytes) throw new ZipTooLarge(path);
    yield chunk;
  }
}
