/**
 * Where files lie while they are written and handed to the download: of this extension alone, and on no path a person
 * sees. `null` where the browser gives an extension none.
 */
export async function exportFolder(): Promise<FileSystemDirectoryHandle | null> {
  const root = await navigator.storage.getDirectory().catch(() => null);
  return root && root.getDirectoryHandle('exports', { create: true });
}
