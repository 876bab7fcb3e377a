import { ExportError } from './export-error';
import { exportFolder } from './private-files';

/** Takes a file chunk by chunk, and returns it when it is complete. */
export type FileSink = {
  /** Settled when the next chunk may come. Throws or rejects when the browser has no space for it. */
  readonly write: (chunk: Uint8Array) => void | Promise<void>;
  readonly end: () => Promise<Blob>;
  /** Closes an incomplete file. */
  readonly drop: () => void;
};

// A few chunks of the zip. A Blob leaves this process: the browser keeps it, on disk if it is large.
const foldAtBytes = 4_000_000;

/** A file as one Blob, for where the browser gives an extension no files of its own. */
export function createBlobSink(): FileSink {
  const folded: Blob[] = [];
  let chunks: BlobPart[] = [];
  let bytes = 0;

  async function fold(): Promise<void> {
    const blob = new Blob(chunks);
    chunks = [];
    bytes = 0;
    await confirmStored(blob);
    folded.push(blob);
  }

  return {
    /** Never keeps more than a few MB. */
    async write(chunk) {
      chunks.push(chunk.slice());
      bytes += chunk.length;
      if (bytes >= foldAtBytes) await fold();
    },
    async end() {
      await fold();
      return new Blob(folded);
    },
    drop: () => undefined,
  };
}

/** A Blob takes its bytes over later, and reports no failure. Reading its end waits for that. */
async function confirmStored(blob: Blob): Promise<void> {
  await blob.slice(-1).arrayBuffer();
}

/** On disk, or in the browser's memory where it gives an extension no files of its own. */
export async function openSink(name: string): Promise<FileSink> {
  const folder = await exportFolder();
  return folder ? openStoredFileSink(folder, name) : createBlobSink();
}

/** As much of it as is used here. Only workers have it, so TypeScript's library for pages does not know it. */
type SyncAccess = {
  write(bytes: Uint8Array): number;
  flush(): void;
  close(): void;
};
type SyncFile = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncAccess> };

/**
 * A file in the folder, on disk as it is written: a zip of half a gigabyte would otherwise be in the browser's memory
 * until it is downloaded. Throws what the disk reports.
 */
export async function openStoredFileSink(folder: FileSystemDirectoryHandle, name: string): Promise<FileSink> {
  const file = (await folder.getFileHandle(name, { create: true })) as SyncFile;
  const access = await file.createSyncAccessHandle();
  return {
    write(chunk) {
      if (access.write(chunk) !== chunk.length) throw new ExportError({ code: 'diskFull' });
    },
    async end() {
      access.flush();
      access.close();
      return file.getFile();
    },
    drop: () => access.close(),
  };
}
