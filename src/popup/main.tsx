import { render } from 'preact';
import browser from 'webextension-polyfill';
import { readSettings } from '../settings/browser-settings';
import { openDatabase } from '../store/database';
import { createActions, downloadHash } from './actions';
import { allowWorker } from './export/allow-worker';
import { createDatasetExport } from './export/dataset-export';
import exportWorkerUrl from './export/export-worker?worker&url';
import { offerDownload } from './export/offer-download';
import { readHostAccess } from './host-access';
import { createPageState } from './page-state';
import type { Snapshot } from './snapshot';
import { Page } from './views/page';
import { Troubles } from './views/troubles';
import { watchSources } from './watch-sources';
import { sayError } from '../messaging/say-error';

// A database that hangs, behind an old page that keeps it open, must not leave the page blank.
const patienceMs = 3_000;

async function start(): Promise<void> {
  const [settings, hasAccess, isPopup] = await Promise.all([readSettings(), readHostAccess(), isInPopup()]);
  const view = new URLSearchParams(location.search).get('view') === 'tab' ? 'tab' : 'popup';
  document.documentElement.classList.toggle('in-tab', !isPopup);
  document.documentElement.classList.toggle('roomy', view === 'tab');

  const db = openDatabase();
  const state = createPageState(firstSnapshot({ settings, hasAccess, view }));
  const datasetExport = createDatasetExport({
    startWorker: allowWorker(exportWorkerUrl),
    toolVersion: browser.runtime.getManifest().version,
    offer: offerDownload,
    onState: (exporting) => state.change({ exporting }),
  });
  const actions = createActions({ state, datasetExport, isPopup });

  await Promise.race([watchSources(state, db), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
  state.drawWith((snapshot) => render(<Page snapshot={snapshot} actions={actions} />, document.body));
  if (location.hash === downloadHash) {
    // Once: the same address reloaded, or restored with the session, begins nothing.
    history.replaceState(null, '', location.pathname + location.search);
    actions.download();
  }
}

/** A popup is in no tab; the polyfill's type does not say so. */
async function isInPopup(): Promise<boolean> {
  const tab: unknown = await browser.tabs.getCurrent();
  return tab === undefined;
}

function firstSnapshot(known: Pick<Snapshot, 'settings' | 'hasAccess' | 'view'>): Snapshot {
  return {
    ...known,
    overview: null,
    isStoreBroken: false,
    pageCounts: undefined,
    keptBytes: undefined,
    troubles: [],
    exporting: { phase: 'none' },
    now: Date.now(),
  };
}

start().catch((error: unknown) => {
  render(<Troubles sentences={[`This page could not be opened (${sayError(error)}).`]} />, document.body);
});
