import type { ImportFailure, ImportPreview, ImportReply, ImportRequest } from './messages';

/** How far the import of a zip has come. */
export type ImportState =
  | { readonly phase: 'none' }
  | { readonly phase: 'reading' | 'applying'; readonly fileName: string }
  | { readonly phase: 'previewed' | 'done'; readonly fileName: string; readonly preview: ImportPreview }
  | { readonly phase: 'failed'; readonly fileName: string; readonly failure: ImportFailure };

type ReadRequest = Extract<ImportRequest, { kind: 'read-import' }>;

type Tools = {
  readonly startWorker: () => Worker;
  readonly onState: (state: ImportState) => void;
};

type OpenImport = { readonly worker: Worker; readonly fileName: string; preview?: ImportPreview };

/** One zip at a time, read by a worker that keeps it until the person has decided. */
export function createDatasetImport({ startWorker, onState }: Tools) {
  let open: OpenImport | undefined;

  function end(): void {
    open?.worker.terminate();
    open = undefined;
  }

  function begin(fileName: string): Worker {
    end();
    const worker = startWorker();
    const own: OpenImport = (open = { worker, fileName });
    worker.addEventListener('message', ({ data }: MessageEvent<ImportReply>) => {
      if (open === own) handleReply(own, data);
    });
    worker.addEventListener('error', ({ message }) => {
      if (open !== own) return;
      end();
      const failure: ImportFailure = message ? { code: 'unexpected', message } : { code: 'workerFailed' };
      onState({ phase: 'failed', fileName, failure });
    });
    return worker;
  }

  function handleReply(own: OpenImport, reply: ImportReply): void {
    const { fileName } = own;
    if (reply.kind === 'previewed') {
      own.preview = reply.preview;
      onState({ phase: 'previewed', fileName, preview: reply.preview });
      return;
    }
    end();
    if (reply.kind === 'import-failed') onState({ phase: 'failed', fileName, failure: reply.failure });
    else if (own.preview) onState({ phase: 'done', fileName, preview: own.preview });
  }

  return {
    /** Reads the file and previews what importing it would do. */
    read(fileName: string, request: Omit<ReadRequest, 'kind'>): void {
      onState({ phase: 'reading', fileName });
      begin(fileName).postMessage({ kind: 'read-import', ...request } satisfies ImportRequest);
    },
    applyImport: (takesBack: boolean): void => {
      if (!open?.preview) return;
      onState({ phase: 'applying', fileName: open.fileName });
      open.worker.postMessage({ kind: 'apply', takesBack } satisfies ImportRequest);
    },
    /** Drops it, at any time: until the very end of an import nothing has changed. */
    cancelImport: (): void => {
      end();
      onState({ phase: 'none' });
    },
  };
}
