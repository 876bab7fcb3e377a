import { createBlobSink } from './blob-sink';
import type { FileSink } from './file-sink';
import { openStoredFileSink } from './stored-file-sink';

/** On disk where the browser lets us, else in its memory. */
export function openSink(name: string): Promise<FileSink> {
  return openStoredFileSink(name).catch(createBlobSink);
}
