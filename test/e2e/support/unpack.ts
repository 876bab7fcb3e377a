import JSZip from 'jszip';

/** Files by path. */
export type Files = ReadonlyMap<string, Buffer>;

/** Unpacks a zip. */
export async function unpack(zip: Uint8Array): Promise<Files> {
  const opened = await JSZip.loadAsync(zip, { checkCRC32: true });
  const entries = Object.values(opened.files).map(
    async (file) => [file.name, await file.async('nodebuffer')] as const,
  );
  return new Map(await Promise.all(entries));
}
