import browser from 'webextension-polyfill';
import { modelPageUrl } from '../../sketchfab/addresses';
import type { PageState } from '../page-state';
import { formatAddress, parseAddress } from '../tab/address';
import type { RecommendTools } from './create-recommend-actions';

/** Connects the view with the rest of the page: its state, its address and the options of the dataset. */
export function recommendOnPage(state: PageState): Omit<RecommendTools, 'attempt' | 'startRecommend'> {
  return {
    change: (part) => state.change({ recommend: { ...state.read().recommend, ...part } }),
    goTo: (query) => {
      history.pushState(null, '', formatAddress('recommend', query));
      state.change({ address: parseAddress(location.hash) });
    },
    openModel: (uid) => browser.tabs.create({ url: modelPageUrl(uid) }),
    readExcluded: () => state.read().exportOptions?.options.excluded ?? null,
    readKeyId: () => state.read().projectKey?.keyId ?? null,
  };
}
