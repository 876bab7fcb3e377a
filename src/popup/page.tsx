import type { Actions, PageSnapshot } from './page-snapshot';
import { PopupPage } from './popup-page';
import { TabPage } from './tab/tab-page';

type Props = { readonly snapshot: PageSnapshot; readonly actions: Actions };

/** The popup shows what people check every day; the tab shows everything. */
export function Page({ snapshot, actions }: Props) {
  const Shown = snapshot.view === 'tab' ? TabPage : PopupPage;
  return <Shown snapshot={snapshot} actions={actions} />;
}
