import datasetWorkerUrl from './step-worker?worker&url';
import { allowWorkers } from '../trusted-workers';
import type { ExportReply, WholeExport } from './messages';
import { failedReply } from './run-step';
import { runSteps } from './run-steps';

const startWorker = allowWorkers([datasetWorkerUrl]);
const reply = (message: ExportReply) => postMessage(message);

// Told as an error of this worker: who asked would wait for ever.
addEventListener('messageerror', () =>
  reportError(new Error('what was asked of the worker could not be read')),
);

// The page ends it, and with it the worker it has started last.
addEventListener('message', ({ data }: MessageEvent<WholeExport>) => {
  runSteps(
    data.order,
    () => startWorker(datasetWorkerUrl),
    (progress) => reply({ kind: 'progress', progress }),
  )
    .catch(failedReply)
    .then(reply)
    .catch(reportError);
});
