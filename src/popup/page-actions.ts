import browser from 'webextension-polyfill';
import { send } from '../messaging/send';
import { saveSettings } from '../settings/browser-settings';
import { siteOrigin } from '../sketchfab/site';
import { whyNoDownload } from './dataset/can-export';
import { createDownloadLink } from './download-link';
import { requestHostAccess } from './host-access';
import type { PageActions } from './page-snapshot';
import { createAttempt, type PageState } from './page-state';

const words = {
  consent: 'Collecting could not be started',
  access: 'The browser could not be asked for access to Sketchfab',
  settings: 'The setting could not be saved',
  start: 'The crawl could not be started',
  discover: 'The most liked models could not be asked for',
  pause: 'The crawl could not be paused',
  stop: 'The crawl could not be stopped',
  deleteAll: 'Not everything could be deleted',
  download: 'The dataset could not be written',
  tab: 'The tab could not be opened',
};
const tabView = 'src/popup/index.html?view=tab';

type Tools = {
  readonly state: PageState;
  /** Writes the dataset as it is wanted now. */
  readonly datasetExport: {
    readonly start: () => Promise<void>;
    readonly cancel: () => void;
    /** Lets go of the last file. */
    readonly forget: () => Promise<void>;
  };
  readonly isPopup: boolean;
};

/** What a press does. A failure stands on the page until the next press that works. */
export function createActions({ state, datasetExport, isPopup }: Tools): PageActions {
  const attempt = createAttempt(state);

  const openTab = (url: string | (() => Promise<string>)) =>
    attempt(words.tab, async () => {
      await browser.tabs.create({ url: typeof url === 'string' ? url : await url() });
      if (isPopup) window.close();
    });

  // Apart from the other troubles, so that consent which is saved does not hide an access which could not be asked for.
  const allowAccess = () => attempt(words.access, requestHostAccess, 'access');

  /** With what was held up: "Crawl all" would make a crawl of everything out of a look at the catalogue. */
  const resume = () => {
    const { overview } = state.read();
    const isListing = overview?.crawl.scope === 'discovery' && overview.discovery !== null;
    return isListing ? send('discoverMostLiked', overview.discovery.minimumLikes) : send('startCrawl', 'all');
  };

  return {
    startCollecting: () => {
      // Consent first, as it hangs on no answer, and the question may close the popup.
      attempt(words.consent, () => saveSettings({ consent: true }));
      if (!state.read().hasAccess) allowAccess();
    },
    allowAccess,
    changeSettings: (changed) => attempt(words.settings, () => saveSettings(changed)),
    startCrawl: (extent) => attempt(words.start, () => send('startCrawl', extent)),
    resumeCrawl: () => attempt(words.start, resume),
    crawlDespiteRobots: () =>
      attempt(words.start, async () => {
        await saveSettings({ crawlDespiteRobots: true });
        await resume();
      }),
    discoverMostLiked: (minimumLikes) =>
      attempt(words.discover, async () => {
        await saveSettings({ minimumLikes });
        await send('discoverMostLiked', minimumLikes);
      }),
    pauseCrawl: () => attempt(words.pause, () => send('pauseCrawl')),
    stopCrawl: () => attempt(words.stop, () => send('stopCrawl')),
    deleteEverything: () =>
      attempt(words.deleteAll, async () => {
        datasetExport.cancel();
        await send('deleteEverything');
        await datasetExport.forget();
      }),
    openSketchfab: () => openTab(siteOrigin),
    openInTab: () => openTab(browser.runtime.getURL(tabView)),
    download: () => {
      if (whyNoDownload(state.read()) !== null) return;
      // A popup ends with the first click beside it, and an export in it would end too.
      if (isPopup) openTab(createDownloadLink);
      else attempt(words.download, () => datasetExport.start());
    },
    cancelExport: () => datasetExport.cancel(),
  };
}
