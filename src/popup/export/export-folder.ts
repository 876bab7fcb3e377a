/** Where files lie while they are written and handed to the download. Of this extension alone, and on no path a person sees. */
export async function exportFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle('exports', { create: true });
}
