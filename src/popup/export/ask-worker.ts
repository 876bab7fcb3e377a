import type { DatasetProgress } from '../../dataset/progress';
import { buffersOf } from './buffers-of';
import { ExportError } from './export-error';
import type { ExportReply, StepOrder, WholeOrder } from './export-messages';

type Ended = Exclude<ExportReply, { kind: 'progress' | 'failed' }>;

/** How an order can end well. Only a step leads to another one. */
export type Answers = { readonly export: Exclude<Ended, { kind: 'stage' }>; readonly step: Ended };

/**
 * Hands one order to a worker and ends the worker in every case. The buffers of a stage are handed over, not copied.
 * Rejects with an ExportError, or at once with the signal's reason.
 */
export function askWorker<K extends keyof Answers>(
  worker: Worker,
  order: Extract<WholeOrder | StepOrder, { kind: K }>,
  onProgress: (progress: DatasetProgress) => void,
  signal?: AbortSignal,
): Promise<Answers[K]> {
  let onAbort = () => {};
  const answer = new Promise<Answers[K]>((resolve, reject) => {
    onAbort = () => reject(signal?.reason as Error);
    signal?.addEventListener('abort', onAbort);
    worker.addEventListener('message', ({ data }: MessageEvent<ExportReply>) => {
      if (data.kind === 'progress') onProgress(data.progress);
      else if (data.kind === 'failed') reject(new ExportError(data.name, data.message, data.leaks));
      else resolve(data as Answers[K]);
    });
    // Of a script that could not be loaded, Chromium says no more than that.
    worker.addEventListener('error', ({ message }) =>
      reject(new ExportError('WorkerError', message || 'the worker that writes it could not be started')),
    );
    worker.addEventListener('messageerror', () =>
      reject(new ExportError('WorkerError', 'what the worker told could not be read')),
    );
    signal?.throwIfAborted();
    // What an order holds beside its stage is told to every step anew.
    worker.postMessage(order, 'stage' in order ? buffersOf(order.stage) : []);
  });
  return answer.finally(() => {
    signal?.removeEventListener('abort', onAbort);
    worker.terminate();
  });
}
