import type { DatasetProgress } from '../dataset/progress';
import { ExportError, type ExportReply, type StepRequest, type WholeExport } from './export/messages';

type Ended = Exclude<ExportReply, { kind: 'progress' | 'failed' }>;

/** How an order can end well. Only a step leads to another one. */
export type Answers = { readonly export: Exclude<Ended, { kind: 'stage' }>; readonly step: Ended };

/**
 * Hands one order to a worker and ends the worker in every case. The buffers of a stage are handed over, not copied.
 * Rejects with an ExportError, or at once with the signal's reason.
 */
export function askWorker<K extends keyof Answers>(
  worker: Worker,
  order: Extract<WholeExport | StepRequest, { kind: K }>,
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

/** Every buffer in plain data, each once: to be handed over with it instead of copied. */
export function buffersOf(value: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  collect(value, buffers);
  return [...buffers];
}

function collect(value: unknown, buffers: Set<ArrayBuffer>): void {
  if (ArrayBuffer.isView(value)) buffers.add(value.buffer as ArrayBuffer);
  else if (Array.isArray(value)) for (const one of value) collect(one, buffers);
  else if (isPlain(value)) for (const one of Object.values(value)) collect(one, buffers);
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
