import JSZip from 'jszip';

/** The oldest date that a zip can tell. A real one would make two packages of the same files differ. */
const date = new Date(Date.UTC(1980, 0, 1));

/**
 * A zip of these files: the same bytes for the same files on any machine, since the order, the dates, the system and
 * the compressor (JSZip's own, not Node's) are always the same.
 * @param {ReadonlyMap<string, Uint8Array>} files by their path in the zip, with `/` between folders
 */
export function writeZip(files) {
  const zip = new JSZip();
  // By code units: `localeCompare` differs from one machine to the next.
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  // Entries for folders would carry the current time.
  for (const [path, content] of sorted) zip.file(path, content, { date, createFolders: false });
  return zip.generateAsync({
    type: 'uint8array',
    platform: 'DOS',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
  });
}
