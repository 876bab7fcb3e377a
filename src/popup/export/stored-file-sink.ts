import type { FileSink } from './file-sink';

/** As far as it is used here. Workers alone have it, so TypeScript's library for pages does not know it. */
type SyncAccess = {
  write(bytes: Uint8Array): number;
  flush(): void;
  close(): void;
};
type SyncFile = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncAccess> };

/**
 * A file in the folder, on disk as it is written: a zip of half a gigabyte would otherwise be in the browser's memory
 * until it is downloaded. What the disk says against it is thrown.
 */
export async function openStoredFileSink(folder: FileSystemDirectoryHandle, name: string): Promise<FileSink> {
  const file = (await folder.getFileHandle(name, { create: true })) as SyncFile;
  const access = await file.createSyncAccessHandle();
  return {
    write(chunk) {
      if (access.write(chunk) !== chunk.length) throw new Error('the disk has no room for the whole file');
    },
    async end() {
      access.flush();
      access.close();
      return file.getFile();
    },
    drop: () => access.close(),
  };
}
