import browser from 'webextension-polyfill';
import { parseRetryReply } from '../../messaging/retry-reply';
import { send } from '../../messaging/send';
import { modelPageUrl } from '../../sketchfab/addresses';
import type { LikesOutDatabase } from '../../store/database';
import { readModelDetails } from '../../store/model-details';
import { watchQuery } from '../../store/watch-query';
import type { OptionsStore } from '../dataset/options-store';
import type { PageState } from '../page-state';
import { formatAddress, parseAddress } from '../tab/address';
import type { ModelsTools } from './create-models-actions';
import { openedModel, withModel } from './sheet/sheet-address';

/** Marks a step of the history that opened a sheet, to which closing it goes back. */
const sheetMark = { opensSheet: true };
const isOurs = (state: unknown) => typeof state === 'object' && state !== null && 'opensSheet' in state;

/** Connects the view with the rest of the page: its state, its address and the options of the dataset. */
export function modelsOnPage(
  state: PageState,
  optionsStore: OptionsStore,
  db: LikesOutDatabase,
): Omit<ModelsTools, 'attempt' | 'reader'> {
  function show(go: () => void): void {
    go();
    state.change({ address: parseAddress(location.hash) });
  }

  return {
    read: () => state.read().models,
    change: (part) => state.change({ models: { ...state.read().models, ...part } }),
    goTo: (query, isReplacing) => {
      const address = formatAddress('models', query);
      show(() => {
        if (isReplacing) history.replaceState(null, '', address);
        else history.pushState(null, '', address);
      });
    },
    goToSheet: (uid) => {
      const { query } = state.read().address;
      const address = formatAddress('models', withModel(query, uid));
      const isOpen = openedModel(query) !== null;
      if (uid === null && isOurs(history.state)) history.back();
      else if (isOpen) show(() => history.replaceState(history.state, '', address));
      else show(() => history.pushState(sheetMark, '', address));
    },
    watchDetails: (uid, ...listeners) => watchQuery(() => readModelDetails(db, uid), ...listeners),
    setError: (sentence) => state.setError('sheet', sentence),
    goToDataset: (query) => {
      location.hash = formatAddress('dataset', query);
    },
    openModel: (uid) => browser.tabs.create({ url: modelPageUrl(uid), active: false }),
    retryModels: async (uids) => parseRetryReply(await send('retryModels', uids)),
    // An export numbers the models when it begins.
    removeModels: (uids) => navigator.locks.request('dataset-export', () => send('removeModels', uids)),
    readExcluded: () => state.read().exportOptions?.options.excluded ?? null,
    changeExcluded: (excluded) => {
      const { exportOptions } = state.read();
      if (exportOptions) optionsStore.change({ options: { ...exportOptions.options, excluded } });
    },
  };
}
