import { datasetFileName } from '../dataset/dataset-file-name';
import { createOneTimeKey } from '../dataset/pseudonym-key';
import { writeDataset } from '../dataset/write-dataset';
import type { DatasetSource } from '../dataset/dataset-source';
import { createBlobSink } from './blob-sink';
import type { ExportState } from './snapshot';
import { sayError } from '../messaging/say-error';

const words = { elsewhere: 'Another page of Likes Out is writing the dataset already.' };

type Tools = {
  readonly source: DatasetSource;
  readonly toolVersion: string;
  readonly offer: (file: Blob, fileName: string) => void;
  readonly onState: (state: ExportState) => void;
};

/** One export at a time, in this page and over all pages of this browser: the second press finds the first at work. */
export function createDatasetExport({ source, toolVersion, offer, onState }: Tools) {
  let running: AbortController | undefined;

  async function run(signal: AbortSignal): Promise<ExportState> {
    const exportedAt = new Date();
    const sink = createBlobSink('application/zip');
    const { models, completeModels, likes, users } = await writeDataset({
      source,
      key: createOneTimeKey((bytes) => crypto.getRandomValues(bytes)),
      exportedAt,
      toolVersion,
      write: (chunk) => sink.write(chunk),
      onProgress: ({ doneModels, totalModels }) =>
        onState({ phase: 'running', share: totalModels === 0 ? 0 : doneModels / totalModels }),
      signal,
    });
    const fileName = datasetFileName(exportedAt);
    offer(sink.end(), fileName);
    return { phase: 'done', fileName, models, completeModels, likes, users };
  }

  return {
    async start(): Promise<void> {
      if (running) return;
      const { signal } = (running = new AbortController());
      onState({ phase: 'running', share: 0 });
      try {
        onState(
          await navigator.locks.request('dataset-export', { ifAvailable: true }, (lock) =>
            lock ? run(signal) : { phase: 'failed' as const, reason: words.elsewhere },
          ),
        );
      } catch (error) {
        onState(signal.aborted ? { phase: 'cancelled' } : { phase: 'failed', reason: sayError(error) });
      } finally {
        running = undefined;
      }
    },
    cancel(): void {
      running?.abort();
    },
  };
}
