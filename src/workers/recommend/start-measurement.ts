import type { DatasetOptions } from '../../dataset/dataset-options';
import type { MeasureReply, MeasureRequest } from './measure-messages';
import { failureSaying } from './work-failure';

type Tools = {
  readonly startWorker: () => Worker;
  /** Whom to leave out. */
  readonly excluded: DatasetOptions['excluded'];
  readonly onReply: (reply: MeasureReply) => void;
};

/** Measures in a worker of its own, so that its memory is given back at the end. Returns a function that stops it midway. */
export function startMeasurement({ startWorker, excluded, onReply }: Tools): () => void {
  const worker = startWorker();
  let isOver = false;

  const onceMore = (reply: MeasureReply) => {
    if (isOver) return;
    if (reply.kind !== 'progress') end();
    onReply(reply);
  };
  const end = () => {
    isOver = true;
    worker.terminate();
  };

  worker.addEventListener('message', ({ data }: MessageEvent<MeasureReply>) => onceMore(data));
  // For a script that could not be loaded, Chromium gives no message.
  worker.addEventListener('error', ({ message }) =>
    onceMore({ kind: 'failed', failure: failureSaying(message) }),
  );
  worker.addEventListener('messageerror', () => onceMore({ kind: 'failed', failure: failureSaying('') }));
  worker.postMessage({ kind: 'measure', excluded } satisfies MeasureRequest);
  return end;
}
