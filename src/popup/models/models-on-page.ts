import browser from 'webextension-polyfill';
import { parseRetryReply } from '../../messaging/retry-reply';
import { send } from '../../messaging/send';
import { modelPageUrl } from '../../sketchfab/addresses';
import type { OptionsStore } from '../dataset/options-store';
import type { PageState } from '../page-state';
import { formatAddress, parseAddress } from '../tab/address';
import type { ModelsTools } from './create-models-actions';

/** Connects the view with the rest of the page: its state, its address and the options of the dataset. */
export function modelsOnPage(
  state: PageState,
  optionsStore: OptionsStore,
): Omit<ModelsTools, 'attempt' | 'reader'> {
  return {
    read: () => state.read().models,
    change: (part) => state.change({ models: { ...state.read().models, ...part } }),
    goTo: (query, isReplacing) => {
      const address = formatAddress('models', query);
      if (isReplacing) history.replaceState(null, '', address);
      else history.pushState(null, '', address);
      state.change({ address: parseAddress(location.hash) });
    },
    goToDataset: (query) => {
      location.hash = formatAddress('dataset', query);
    },
    openModel: (uid) => browser.tabs.create({ url: modelPageUrl(uid), active: false }),
    retryModels: async (uids) => parseRetryReply(await send('retryModels', uids)),
    readExcluded: () => state.read().exportOptions?.options.excluded ?? null,
    changeExcluded: (excluded) => {
      const { exportOptions } = state.read();
      if (exportOptions) optionsStore.change({ options: { ...exportOptions.options, excluded } });
    },
  };
}
