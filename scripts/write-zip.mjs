import JSZip from 'jszip';

/** The earliest date a zip can hold. A real date would make two packages of the same files differ. */
const date = new Date(Date.UTC(1980, 0, 1));

/**
 * Writes a zip whose bytes depend on the files alone: order, dates, platform and compressor (JSZip's own, not Node's)
 * are fixed.
 * @param {ReadonlyMap<string, Uint8Array>} files keyed by path in the zip, with `/` between folders
 */
export function writeZip(files) {
  const zip = new JSZip();
  // By code units, because `localeCompare` differs between machines.
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  // Folder entries would carry the current time.
  for (const [path, content] of sorted) zip.file(path, content, { date, createFolders: false });
  return zip.generateAsync({
    type: 'uint8array',
    platform: 'DOS',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
  });
}
