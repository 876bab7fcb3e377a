import type { DatasetOptions } from '../../dataset/dataset-options';
import type {
  LikesState,
  RecommendQuestion,
  RecommendReply,
  RecommendRequest,
  RecommendResult,
  WorkFailure,
} from './messages';
import { failureSaying } from './work-failure';

/** Lists from likes that one worker reads when this starts, and holds until it is closed. */
export type RecommendClient = {
  /** Waits until everything is read. Rejects with a `WorkError`. */
  readonly ask: <Kind extends RecommendQuestion['kind']>(
    question: Extract<RecommendQuestion, { kind: Kind }>,
  ) => Promise<RecommendResult[Kind]>;
  /** Ends the worker. What was asked and not answered rejects. */
  readonly close: () => void;
};

export class WorkError extends Error {
  override readonly name = 'WorkError';
  readonly failure: WorkFailure;

  constructor(failure: WorkFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

type Tools = {
  readonly startWorker: () => Worker;
  /** Whom to leave out. */
  readonly excluded: DatasetOptions['excluded'];
  readonly onReading: (share: number) => void;
  readonly onRead: (state: LikesState) => void;
  /** The likes could not be read, or the worker has failed. It is ended. */
  readonly onFailed: (failure: WorkFailure) => void;
};

type Waiting = { readonly resolve: (result: never) => void; readonly reject: (error: Error) => void };

const workerFailed: WorkFailure = { code: 'unexpected', message: '' };

export function createRecommendClient(tools: Tools): RecommendClient {
  const worker = tools.startWorker();
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  worker.addEventListener('message', ({ data }: MessageEvent<RecommendReply>) => {
    if (data.kind === 'reading') tools.onReading(data.share);
    else if (data.kind === 'read') tools.onRead(data.state);
    else if (data.kind === 'unreadable') fail(data.failure);
    else {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.kind === 'failed') asked?.reject(new WorkError(data.failure));
      else asked?.resolve(data.result as never);
    }
  });
  // For a script that could not be loaded, Chromium gives no message.
  worker.addEventListener('error', ({ message }) => fail(failureSaying(message)));
  worker.addEventListener('messageerror', () => fail(workerFailed));

  function fail(failure: WorkFailure): void {
    end(failure);
    tools.onFailed(failure);
  }

  function end(failure: WorkFailure): void {
    worker.terminate();
    for (const { reject } of waiting.values()) reject(new WorkError(failure));
    waiting.clear();
  }

  worker.postMessage({ kind: 'read', excluded: tools.excluded } satisfies RecommendRequest);
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        worker.postMessage({ id: lastId, question } satisfies RecommendRequest);
      }),
    close: () => end({ code: 'unexpected', message: 'the likes were closed' }),
  };
}
