import type { Leak } from '../../dataset/leak-report';
import type { DatasetProgress } from '../../dataset/progress';
import type { ExportOrder, ExportReply } from './export-messages';

type Done = Extract<ExportReply, { kind: 'done' | 'part-done' }>;

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
 * Hands one order to a worker and ends the worker in every case. Rejects with an ExportError, or at once with the
 * signal's reason: nothing of what was written by then is left anywhere.
 */
export function askWorker(
  worker: Worker,
  order: ExportOrder,
  onProgress: (progress: DatasetProgress) => void,
  signal: AbortSignal,
): Promise<Done> {
  const answer = new Promise<Done>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
    worker.addEventListener('message', ({ data }: MessageEvent<ExportReply>) => {
      if (data.kind === 'progress') onProgress(data.progress);
      else if (data.kind === 'failed') reject(new ExportError(data.name, data.message, data.leaks));
      else resolve(data);
    });
    // Of a script that could not be loaded, Chromium says no more than that.
    worker.addEventListener('error', ({ message }) =>
      reject(new ExportError('WorkerError', message || 'the worker that writes it could not be started')),
    );
    signal.throwIfAborted();
    worker.postMessage(order);
  });
  return answer.finally(() => worker.terminate());
}
