import { message } from '../../i18n/message';
import type { PageState } from '../page-state';
import { parseAddress } from './address';
import { viewAt } from './views';

/**
 * Shows what the address says, now and whenever a link, Back or Forward changes it. A view is to its reader a new page:
 * it begins at the top, and a screen reader reads its name.
 */
export function followAddress(state: PageState): void {
  const show = () => {
    const address = parseAddress(location.hash);
    const isNew = viewAt(address) !== viewAt(state.read().address);
    state.change({ address });
    nameDocument(state);
    if (!isNew) return;
    document.querySelector('h1')?.focus({ preventScroll: true });
    scrollTo(0, 0);
  };
  addEventListener('hashchange', show);
  nameDocument(state);
}

/** In the title of the tab, and in the browser's history. */
function nameDocument(state: PageState): void {
  document.title = message('tab_documentTitle', { view: message(viewAt(state.read().address).title) });
}
