import stepWorkerUrl from './step-worker?worker&url';
import { allowWorkers } from '../trusted-workers';
import { exportFailure } from './export-error';
import type { ExportJobRequest, ExportReply } from './messages';
import { runSteps } from './run-steps';

const startWorker = allowWorkers([stepWorkerUrl]);
const reply = (message: ExportReply) => postMessage(message);

// Reported as an error of this worker, or whoever sent the message would wait forever.
addEventListener('messageerror', () => reportError(new Error('the request could not be read')));

// The page terminates this worker, and with it the one it started last.
addEventListener('message', ({ data }: MessageEvent<ExportJobRequest>) => {
  runSteps(
    data.job,
    () => startWorker(stepWorkerUrl),
    (progress) => reply({ kind: 'progress', progress }),
  )
    .catch((error: unknown): ExportReply => ({ kind: 'failed', failure: exportFailure(error) }))
    .then(reply)
    .catch(reportError);
});
