import type { DatasetSource } from '../../dataset/dataset-source';
import { LeakError } from '../../dataset/leak-report';
import { writeDataset } from '../../dataset/write-dataset';
import { sayError } from '../../messaging/say-error';
import { createBlobSink } from './blob-sink';
import type { ExportOrder, ExportReply } from './export-messages';

/** Writes the dataset that was ordered, and tells how it goes and how it ended. Rejects only if that cannot be told. */
export async function fillOrder(
  order: ExportOrder,
  source: DatasetSource,
  reply: (message: ExportReply) => void,
): Promise<void> {
  const sink = createBlobSink('application/zip');
  try {
    const summary = await writeDataset({
      ...order,
      source,
      write: (chunk) => sink.write(chunk),
      onProgress: (progress) => reply({ kind: 'progress', progress }),
    });
    reply({ kind: 'done', file: await sink.end(), summary });
  } catch (error) {
    reply({
      kind: 'failed',
      name: error instanceof Error ? error.name : 'Error',
      message: sayError(error),
      leaks: error instanceof LeakError ? error.report.leaks : [],
    });
  }
}
