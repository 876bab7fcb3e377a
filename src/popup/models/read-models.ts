import { formatFilter, type ModelsAddress } from '../../models/models-address';
import { everyModel, type ModelFilter, type OpenFacet } from '../../models/model-filter';
import type { ModelsAnswer, RowWindow } from '../../models/models-answer';
import { defaultSort } from '../../models/model-sort';
import { errorMessage } from '../../messaging/error-message';
import { message } from '../../i18n/message';
import type { createModelsClient, ModelsClient } from '../../workers/models/models-client';
import { keepOrder } from './keep-order';
import type { ModelsSnapshot } from './models-snapshot';

/** `createModelsClient` with the worker. */
export type StartModels = (
  tools: Omit<Parameters<typeof createModelsClient>[0], 'startWorker'>,
) => ModelsClient;

export type ModelsReader = ReturnType<typeof createModelsReader>;

type Tools = {
  readonly read: () => ModelsSnapshot;
  readonly change: (part: Partial<ModelsSnapshot>) => void;
  readonly startModels: StartModels;
};

/** Fills a high window before anything is scrolled. */
const firstRows: RowWindow = { start: 0, end: 60 };
/** Values of a facet before one asks for more, and then. */
const fewValues = { category: 6, tag: 6, cause: 6 };
const allValues = 1_000;
/** What takes longer is said. */
const patienceMs = 300;

/**
 * Reads what the view shows through the worker, which starts with the first list and stays until the page is closed, as
 * reading everything again takes longer than following.
 */
export function createModelsReader({ read, change, startModels }: Tools) {
  let client: ModelsClient | null = null;
  let address: ModelsAddress = { filter: everyModel, sort: defaultSort };
  let limits: Partial<Record<OpenFacet, number>> = fewValues;
  let window = firstRows;
  let isShown = false;
  let isRefreshing = false;
  let isStale = false;
  /** Told when everything is read, or why it cannot be. */
  const waiting: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
  /** With the next list, as what is selected must be what is seen. */
  let changesDue: Partial<ModelsSnapshot> = {};

  function fail(cause: string | null): void {
    const failure = message('models_unreadable', { cause: cause ?? message('models_noCause') });
    change({ failure, isCounting: false });
    for (const { reject } of waiting.splice(0)) reject(new Error(failure));
  }

  function whenAllRead(): Promise<void> {
    return new Promise((resolve, reject) => {
      const { reading, failure } = read();
      if (failure !== null) reject(new Error(failure));
      else if (reading === null) resolve();
      else waiting.push({ resolve, reject });
    });
  }

  function start(): ModelsClient {
    return startModels({
      onChange: (reading) => {
        change({ reading, failure: null });
        if (reading === null) for (const { resolve } of waiting.splice(0)) resolve();
        refresh();
      },
      onFailed: fail,
    });
  }

  function show(answer: ModelsAnswer | null, asked: ModelsClient, along: Partial<ModelsSnapshot> = {}): void {
    if (!answer || asked !== client) return;
    const before = read().answer;
    change({ ...along, answer: before ? keepOrder(before, answer) : answer, isCounting: false });
  }

  function list(): void {
    isShown = true;
    client ??= start();
    const asked = client;
    const answered = formatFilter(address.filter);
    const counting = setTimeout(() => change({ isCounting: true }), patienceMs);
    asked
      .query({ ...address, limits, window })
      .then((answer) => {
        show(answer, asked, { ...changesDue, answered });
        if (answer) changesDue = {};
      })
      .catch((error: unknown) => asked === client && fail(errorMessage(error)))
      .finally(() => clearTimeout(counting));
  }

  /** One at a time, and once more if something has changed meanwhile. */
  function refresh(): void {
    isStale = true;
    if (!client || !isShown || isRefreshing || !read().answer) return;
    const asked = client;
    isRefreshing = true;
    isStale = false;
    asked
      .refresh(window)
      .then((answer) => show(answer, asked))
      .catch((error: unknown) => asked === client && fail(errorMessage(error)))
      .finally(() => {
        isRefreshing = false;
        if (isStale) refresh();
      });
  }

  function readRows(next: RowWindow): void {
    window = next;
    const asked = client;
    if (!asked) return;
    asked.rows(next).then(
      (rows) => {
        const { answer } = read();
        // Another list or another place was asked for meanwhile.
        if (!answer || rows.list !== answer.list || window !== next) return;
        change({ answer: { ...answer, window: rows } });
      },
      (error: unknown) => asked === client && fail(errorMessage(error)),
    );
  }

  return {
    client: () => client,
    /** Nothing changes before the answer: this is called while the view is drawn. */
    list: (next: ModelsAddress) => {
      if (formatFilter(next.filter) !== formatFilter(address.filter))
        changesDue = { selected: new Set(), found: null };
      address = next;
      window = firstRows;
      list();
    },
    rest: () => {
      isShown = false;
    },
    readRows,
    /** The ids of all models that match, once all models are read. Rejects with a sentence if they cannot be. */
    chosenUids: async (filter: ModelFilter) => {
      client ??= start();
      await whenAllRead();
      return client.chosenUids(filter);
    },
    showAllValues: (facet: OpenFacet) => {
      limits = { ...limits, [facet]: allValues };
      list();
    },
    startAgain: () => {
      client?.close();
      client = null;
      limits = fewValues;
      list();
    },
  };
}
