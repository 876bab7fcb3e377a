import type { FunctionComponent } from 'preact';
import type { Actions, PageSnapshot } from './page-snapshot';
import { PopupPage } from './popup-page';

type Props = { readonly snapshot: PageSnapshot; readonly actions: Actions };

/**
 * The page of this view: the popup shows what people check every day, the tab shows everything. The views of the tab are more
 * than half of the code, and a popup opens often, so they are only loaded for a tab.
 */
export async function loadPage(view: PageSnapshot['view']): Promise<FunctionComponent<Props>> {
  return view === 'tab' ? (await import('./tab/tab-page')).TabPage : PopupPage;
}
