import type { Leak } from '../../dataset/leak-report';
import type { DatasetProgress } from '../../dataset/progress';
import { buffersOf } from './buffers-of';
import type { ExportReply, StagedOrder } from './export-messages';

export type Answer = Exclude<ExportReply, { kind: 'progress' | 'failed' }>;

/** What went wrong in the worker, under its name and in its words. */
export class ExportError extends Error {
  constructor(
    override readonly name: string,
    message: string,
    readonly leaks: readonly Leak[] = [],
  ) {
    super(message);
  }
}

/**
 * Hands one order to a worker and ends the worker in every case. What the stage holds is handed over, not copied.
 * Rejects with an ExportError, or at once with the signal's reason.
 */
export function askWorker(
  worker: Worker,
  order: StagedOrder,
  onProgress: (progress: DatasetProgress) => void,
  signal: AbortSignal,
): Promise<Answer> {
  let onAbort = () => {};
  const answer = new Promise<Answer>((resolve, reject) => {
    onAbort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort);
    worker.addEventListener('message', ({ data }: MessageEvent<ExportReply>) => {
      if (data.kind === 'progress') onProgress(data.progress);
      else if (data.kind === 'failed') reject(new ExportError(data.name, data.message, data.leaks));
      else resolve(data);
    });
    // Of a script that could not be loaded, Chromium says no more than that.
    worker.addEventListener('error', ({ message }) =>
      reject(new ExportError('WorkerError', message || 'the worker that writes it could not be started')),
    );
    worker.addEventListener('messageerror', () =>
      reject(new ExportError('WorkerError', 'what the worker told could not be read')),
    );
    signal.throwIfAborted();
    worker.postMessage(order, buffersOf(order.stage));
  });
  return answer.finally(() => {
    signal.removeEventListener('abort', onAbort);
    worker.terminate();
  });
}
