import type { DatasetProgress } from '../dataset/progress';
import { ExportError } from './export/export-error';
import type { ExportJobRequest, ExportReply, StepRequest } from './export/messages';

type FinalReply = Exclude<ExportReply, { kind: 'progress' | 'failed' }>;

/** How a request can end well. Only a step leads to another stage. */
export type WorkerResult = {
  readonly export: Exclude<FinalReply, { kind: 'stage' }>;
  readonly step: FinalReply;
};

/**
 * Sends one request to a worker, and terminates the worker in every case. The buffers of a stage are transferred, not
 * copied. Rejects with an ExportError, or at once with the signal's reason.
 */
export function callWorker<K extends keyof WorkerResult>(
  worker: Worker,
  request: Extract<ExportJobRequest | StepRequest, { kind: K }>,
  onProgress: (progress: DatasetProgress) => void,
  signal?: AbortSignal,
): Promise<WorkerResult[K]> {
  let onAbort = () => {};
  const result = new Promise<WorkerResult[K]>((resolve, reject) => {
    onAbort = () => reject(signal?.reason as Error);
    signal?.addEventListener('abort', onAbort);
    worker.addEventListener('message', ({ data }: MessageEvent<ExportReply>) => {
      if (data.kind === 'progress') onProgress(data.progress);
      else if (data.kind === 'failed') reject(new ExportError(data.failure));
      else resolve(data as WorkerResult[K]);
    });
    // For a script that could not be loaded, Chromium gives no message.
    worker.addEventListener('error', ({ message }) =>
      reject(new ExportError(message ? { code: 'unexpected', message } : { code: 'workerFailed' })),
    );
    worker.addEventListener('messageerror', () => reject(new ExportError({ code: 'workerFailed' })));
    signal?.throwIfAborted();
    // Everything but the stage is sent anew to every step, and so copied.
    worker.postMessage(request, 'stage' in request ? buffersOf(request.stage) : []);
  });
  return result.finally(() => {
    signal?.removeEventListener('abort', onAbort);
    worker.terminate();
  });
}

/** Every buffer in plain data, each once: to be transferred with it instead of copied. */
export function buffersOf(value: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  collect(value, buffers);
  return [...buffers];
}

function collect(value: unknown, buffers: Set<ArrayBuffer>): void {
  if (ArrayBuffer.isView(value)) buffers.add(value.buffer as ArrayBuffer);
  else if (Array.isArray(value)) for (const item of value) collect(item, buffers);
  else if (isPlain(value)) for (const item of Object.values(value)) collect(item, buffers);
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
