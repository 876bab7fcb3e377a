import JSZip from 'jszip';

/** By their paths. */
export type Files = ReadonlyMap<string, Buffer>;

/** What is in a zip, as it was before it was packed. */
export async function unpack(zip: Uint8Array): Promise<Files> {
  const opened = await JSZip.loadAsync(zip, { checkCRC32: true });
  const entries = Object.values(opened.files).map(
    async (file) => [file.name, await file.async('nodebuffer')] as const,
  );
  return new Map(await Promise.all(entries));
}
