import { allowWorkers } from './allow-workers';
import datasetWorkerUrl from './dataset-worker?worker&url';
import type { ExportReply, WholeOrder } from './export-messages';
import { failedReply } from './failed-reply';
import { fillOrder } from './fill-order';

const startWorker = allowWorkers([datasetWorkerUrl]);
const reply = (message: ExportReply) => postMessage(message);

// Told as an error of this worker: who asked would wait for ever.
addEventListener('messageerror', () =>
  reportError(new Error('what was asked of the worker could not be read')),
);

// The page ends it, and with it the worker it has started last.
addEventListener('message', ({ data }: MessageEvent<WholeOrder>) => {
  fillOrder(
    data.order,
    () => startWorker(datasetWorkerUrl),
    (progress) => reply({ kind: 'progress', progress }),
  )
    .catch(failedReply)
    .then(reply)
    .catch(reportError);
});
