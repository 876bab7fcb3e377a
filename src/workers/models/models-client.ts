import type { StringList } from '../../dataset/columns/string-list';
import type { ModelFilter, OpenFacet } from '../../models/model-filter';
import type {
  FacetValue,
  ListedModels,
  ModelPlace,
  ModelsAnswer,
  ModelsQuery,
  RowWindow,
} from '../../models/models-answer';
import type { ModelUid } from '../../sketchfab/model-uid';
import type { ModelsQuestion, ModelsReading, ModelsReply, ModelsRequest, ModelsResult } from './messages';

/**
 * The models as the page sees them, held by one worker that starts with this and follows the database until it is closed.
 *
 * A view calls `query` when it opens and whenever the filter or the sort changes, also when the user sorts by the same
 * column again; this makes a new list. It calls `refresh` after `onChange`, which keeps every row in its place, and `rows`
 * when it scrolls. Rows carry the number of their list; those of another list than the last answer's are to be dropped.
 */
export type ModelsClient = {
  /** Resolves with `null` if a later query made it needless. */
  readonly query: (query: ModelsQuery) => Promise<ModelsAnswer | null>;
  readonly refresh: (window: RowWindow) => Promise<ModelsAnswer | null>;
  readonly rows: (window: RowWindow) => Promise<ListedModels>;
  /**
   * The ids of the rows that match, in their order, as packed text for `stringsOf`: of the whole list ("Select all"), or
   * of the rows in a window (a selection with Shift).
   */
  readonly uids: (window?: RowWindow) => Promise<StringList<ModelUid>>;
  /** The ids of all models that match this filter, whatever is listed, in any order ("Download these"). */
  readonly chosenUids: (filter: ModelFilter) => Promise<StringList<ModelUid>>;
  /** The place of a model in the list, from 0; `null` if it is not in it. */
  readonly positionOf: (uid: ModelUid) => Promise<number | null>;
  /** Where a model stands in the list and by its likes; `null` if it is not known. */
  readonly placeOf: (uid: ModelUid) => Promise<ModelPlace | null>;
  /** "Find a tag": values that contain the text, the most frequent first. */
  readonly findValues: (facet: OpenFacet, text: string, limit: number) => Promise<readonly FacetValue[]>;
  /** Ends the worker. What was asked and not answered rejects. */
  readonly close: () => void;
};

type Tools = {
  readonly startWorker: () => Worker;
  /** Models were read or have changed. Until `reading` is null, answers count only what has been read. */
  readonly onChange: (reading: ModelsReading) => void;
  /** The database could not be read, or the worker has ended; `null` if there is no message. */
  readonly onFailed: (cause: string | null) => void;
};

type Waiting = {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
};

/**
 * Starts the worker. `startWorker` comes from `allowWorkers`, as for the other workers of the page:
 * `import modelsWorkerUrl from '../workers/models/models-worker?worker&url'`.
 */
export function createModelsClient({ startWorker, onChange, onFailed }: Tools): ModelsClient {
  const worker = startWorker();
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  worker.addEventListener('message', ({ data }: MessageEvent<ModelsReply>) => {
    if (data.kind === 'changed') {
      onChange(data.reading);
      return;
    }
    if (data.kind === 'unreadable') {
      onFailed(data.message);
      return;
    }
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.kind === 'failed') asked?.reject(new Error(data.message));
    else asked?.resolve(data.result as never);
  });
  // For a script that could not be loaded, Chromium gives no message.
  worker.addEventListener('error', ({ message }) => fail(message || null));
  worker.addEventListener('messageerror', () => fail(null));

  function fail(cause: string | null): void {
    end(cause ?? 'the worker has failed');
    onFailed(cause);
  }

  function end(why: string): void {
    worker.terminate();
    for (const { reject } of waiting.values()) reject(new Error(why));
    waiting.clear();
  }

  function ask<Q extends ModelsQuestion>(question: Q): Promise<ModelsResult[Q['kind']]> {
    return new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      worker.postMessage({ id: lastId, question } satisfies ModelsRequest);
    });
  }

  return {
    query: (query) => ask({ kind: 'query', ...query }),
    refresh: (window) => ask({ kind: 'refresh', window }),
    rows: (window) => ask({ kind: 'rows', window }),
    uids: (window) => ask({ kind: 'uids', window: window ?? null }),
    chosenUids: (filter) => ask({ kind: 'chosen', filter }),
    positionOf: (uid) => ask({ kind: 'position', uid }),
    placeOf: (uid) => ask({ kind: 'place', uid }),
    findValues: (facet, text, limit) => ask({ kind: 'values', facet, text, limit }),
    close: () => end('the models were closed'),
  };
}
