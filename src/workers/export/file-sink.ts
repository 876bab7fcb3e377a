import { exportFolder } from './private-files';

/** Takes a file piece by piece, and hands it out when it is whole. */
export type FileSink = {
  /** Settled when the next piece may come. Throws or rejects when the browser has no room for it. */
  readonly write: (chunk: Uint8Array) => void | Promise<void>;
  readonly end: () => Promise<Blob>;
  /** Lets go of what was written, which is no file. */
  readonly drop: () => void;
};

// A few chunks of the zip. What is folded into a Blob leaves this process: the browser keeps it, on disk if it is much.
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
    await seeIfKept(blob);
    folded.push(blob);
  }

  return {
    /** At no time more than a few MB wait here. */
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

/** A Blob takes its bytes over later, and says nothing when it cannot. To read its end is to wait for that. */
async function seeIfKept(blob: Blob): Promise<void> {
  await blob.slice(-1).arrayBuffer();
}

/** On disk, or in the browser's memory where it gives an extension no files of its own. */
export async function openSink(name: string): Promise<FileSink> {
  const folder = await exportFolder();
  return folder ? openStoredFileSink(folder, name) : createBlobSink();
}

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
