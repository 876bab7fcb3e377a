import browser from 'webextension-polyfill';
import { send } from '../messaging/send';
import { saveSettings } from '../settings/browser-settings';
import { siteOrigin } from '../sketchfab/site';
import type { createDatasetExport } from './dataset-export';
import { whyNotDownload } from './decide/why-not';
import { requestHostAccess } from './host-access';
import type { PageState } from './page-state';
import type { Actions } from './snapshot';
import { sayError } from '../messaging/say-error';

const words = {
  consent: 'Collecting could not be started',
  access: 'The browser could not be asked for access to Sketchfab',
  autoCapture: 'Auto-capture could not be switched',
  start: 'The crawl could not be started',
  pause: 'The crawl could not be paused',
  stop: 'The crawl could not be stopped',
  download: 'The dataset could not be written',
  tab: 'The tab could not be opened',
};
const tabView = 'src/popup/index.html?view=tab';
/** Behind the tab view's address: it begins the export at once. */
export const downloadHash = '#download';

type Tools = {
  readonly state: PageState;
  readonly datasetExport: ReturnType<typeof createDatasetExport>;
  readonly isPopup: boolean;
};

/** What a press does. A failure stands on the page until the next press that works. */
export function createActions({ state, datasetExport, isPopup }: Tools): Actions {
  function attempt(what: string, act: () => Promise<unknown>, about = 'action'): void {
    act().then(
      () => state.setTrouble(about, null),
      (error: unknown) => state.setTrouble(about, `${what} (${sayError(error)}).`),
    );
  }

  const openTab = (url: string) =>
    attempt(words.tab, async () => {
      await browser.tabs.create({ url });
      if (isPopup) window.close();
    });

  // Apart from the other troubles, so that consent which is saved does not hide an access which could not be asked for.
  const allowAccess = () => attempt(words.access, requestHostAccess, 'access');

  return {
    startCollecting: () => {
      // Consent first, as it hangs on no answer, and the question may close the popup.
      attempt(words.consent, () => saveSettings({ consent: true }));
      if (!state.read().hasAccess) allowAccess();
    },
    allowAccess,
    setAutoCapture: (autoCapture) => attempt(words.autoCapture, () => saveSettings({ autoCapture })),
    startCrawl: () => attempt(words.start, () => send('startCrawl', 'all')),
    pauseCrawl: () => attempt(words.pause, () => send('pauseCrawl')),
    stopCrawl: () => attempt(words.stop, () => send('stopCrawl')),
    openSketchfab: () => openTab(siteOrigin),
    openInTab: () => openTab(browser.runtime.getURL(tabView)),
    download: () => {
      if (whyNotDownload(state.read()) !== null) return;
      // A popup ends with the first click beside it, and an export in it would end too.
      if (isPopup) openTab(browser.runtime.getURL(`${tabView}${downloadHash}`));
      else attempt(words.download, () => datasetExport.start());
    },
    cancelExport: () => datasetExport.cancel(),
  };
}
