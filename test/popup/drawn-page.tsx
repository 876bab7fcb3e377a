import type { Actions, PageSnapshot } from '../../src/popup/page-snapshot';
import { PopupPage } from '../../src/popup/popup-page';
import { TabPage } from '../../src/popup/tab/tab-page';

type Props = { readonly snapshot: PageSnapshot; readonly actions: Actions };

/** The page of either view, both loaded at once. */
export function Page({ snapshot, actions }: Props) {
  const Shown = snapshot.view === 'tab' ? TabPage : PopupPage;
  return <Shown snapshot={snapshot} actions={actions} />;
}
