import { expect, vi } from 'vitest';
import { parseModelsAddress } from '../../../src/models/models-address';
import { createModelsActions } from '../../../src/popup/models/create-models-actions';
import { type ModelsSnapshot, unreadModels } from '../../../src/popup/models/models-snapshot';
import { createModelsReader, type StartModels } from '../../../src/popup/models/read-models';
import type { SheetTools } from '../../../src/popup/models/sheet/sheet-actions';
import type { ModelUid } from '../../../src/sketchfab/model-uid';
import { clientOf, indexOf } from './model-index';

type Started = Parameters<StartModels>[0];

const noneRefused = { queued: 0, complete: 0, gone: 0, elsewhere: 0, unknown: 0 };

/** The view's actions over an index, which answers as the worker would. */
export function view(models = 30) {
  let snapshot: ModelsSnapshot = unreadModels;
  let started: Started | undefined;
  let excluded = { usernames: ['somebody'], userUids: [] as string[], modelUids: [] as string[] };
  const index = indexOf(models);
  const client = clientOf(index);
  const changes = vi.fn((part: Partial<ModelsSnapshot>) => {
    snapshot = { ...snapshot, ...part };
  });
  const openModel = vi.fn((uid: ModelUid) => Promise.resolve(uid));
  const goTo = vi.fn();
  const startModels = vi.fn<StartModels>((tools) => {
    started = tools;
    return client;
  });
  const removeModels = vi.fn((uids: readonly ModelUid[]) => Promise.resolve(uids));
  const goToDataset = vi.fn();
  const goToSheet = vi.fn();
  const setError = vi.fn();
  const watchDetails = vi.fn<SheetTools['watchDetails']>(() => () => undefined);
  const retryModels = vi.fn((uids: readonly ModelUid[]) =>
    Promise.resolve({ queued: uids.length, refused: noneRefused, when: 'now' } as const),
  );
  const reader = createModelsReader({ read: () => snapshot, change: changes, startModels });
  const actions = createModelsActions({
    read: () => snapshot,
    change: changes,
    reader,
    attempt: (_, run) => {
      run().catch((error: unknown) => {
        throw error;
      });
    },
    goTo,
    goToDataset,
    openModel,
    retryModels,
    removeModels,
    goToSheet,
    watchDetails,
    setError,
    readExcluded: () => excluded,
    changeExcluded: (next) => {
      excluded = next;
    },
  });
  return {
    index,
    client,
    actions,
    changes,
    goTo,
    goToDataset,
    openModel,
    retryModels,
    removeModels,
    goToSheet,
    watchDetails,
    setError,
    startModels,
    reader,
    shown: () => snapshot,
    excluded: () => excluded,
    worker: () => started!,
    list: async (query: string) => {
      actions.listModels(parseModelsAddress(query));
      await vi.waitFor(() => expect(snapshot.answer).not.toBeNull());
      await Promise.resolve();
    },
  };
}

export const later = () => new Promise((resolve) => setTimeout(resolve));
