import { createBlobSink } from './blob-sink';
import { exportFolder } from './export-folder';
import type { FileSink } from './file-sink';
import { openStoredFileSink } from './stored-file-sink';

/** On disk, or in the browser's memory where it gives an extension no files of its own. */
export async function openSink(name: string): Promise<FileSink> {
  const folder = await exportFolder();
  return folder ? openStoredFileSink(folder, name) : createBlobSink();
}
