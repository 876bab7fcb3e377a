import type { ImportFound, ImportRequest, ImportReply } from './messages';

/** What becomes of a zip that is to be taken in. */
export type ImportState =
  | { readonly phase: 'none' }
  | { readonly phase: 'reading' | 'applying'; readonly fileName: string }
  | { readonly phase: 'planned'; readonly fileName: string; readonly found: ImportFound }
  | { readonly phase: 'done'; readonly fileName: string; readonly found: ImportFound }
  /** Refused is the zip, in a sentence that says why; failed is what went wrong here. */
  | { readonly phase: 'refused' | 'failed'; readonly fileName: string; readonly reason: string };

type ReadRequest = Extract<ImportRequest, { kind: 'read-import' }>;

type Tools = {
  readonly startWorker: () => Worker;
  readonly onState: (state: ImportState) => void;
};

const words = {
  noWorker: 'the worker that reads it could not be started, or ran out of memory',
};

/** One zip at a time, read by a worker that holds it until the person has decided. */
export function createDatasetImport({ startWorker, onState }: Tools) {
  let open: { readonly worker: Worker; readonly fileName: string; found?: ImportFound } | undefined;

  function end(): void {
    open?.worker.terminate();
    open = undefined;
  }

  function begin(fileName: string): Worker {
    end();
    const worker = startWorker();
    const mine = (open = { worker, fileName } as NonNullable<typeof open>);
    worker.addEventListener('message', ({ data }: MessageEvent<ImportReply>) => {
      if (open === mine) hear(mine, data);
    });
    worker.addEventListener('error', ({ message }) => {
      if (open !== mine) return;
      end();
      onState({ phase: 'failed', fileName, reason: message || words.noWorker });
    });
    return worker;
  }

  function hear(mine: NonNullable<typeof open>, reply: ImportReply): void {
    const { fileName } = mine;
    if (reply.kind === 'found') {
      mine.found = reply.found;
      onState({ phase: 'planned', fileName, found: reply.found });
      return;
    }
    end();
    if (reply.kind === 'import-failed') {
      onState({ phase: reply.isRefused ? 'refused' : 'failed', fileName, reason: reply.message });
    } else if (mine.found) onState({ phase: 'done', fileName, found: mine.found });
  }

  return {
    /** Reads the file and tells what taking it in would do. */
    read(fileName: string, order: Omit<ReadRequest, 'kind'>): void {
      onState({ phase: 'reading', fileName });
      begin(fileName).postMessage({ kind: 'read-import', ...order } satisfies ImportRequest);
    },
    applyImport: (): void => {
      if (!open?.found) return;
      onState({ phase: 'applying', fileName: open.fileName });
      open.worker.postMessage({ kind: 'apply' } satisfies ImportRequest);
    },
    /** Drops it, at any time: until the last moment of taking in nothing has changed. */
    leave: (): void => {
      end();
      onState({ phase: 'none' });
    },
  };
}
