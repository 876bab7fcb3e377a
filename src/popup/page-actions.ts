import browser from 'webextension-polyfill';
import { message } from '../i18n/message';
import { send } from '../messaging/send';
import { saveSettings } from '../settings/browser-settings';
import { privacyChangedOn } from '../settings/privacy';
import { siteOrigin } from '../sketchfab/site';
import { whyNoDownload } from './dataset/can-export';
import { createDownloadLink } from './download-link';
import { requestHostAccess } from './host-access';
import type { PageActions } from './page-snapshot';
import { createAttempt, type PageState } from './page-state';
import { requestPersistence } from './settings/storage-persistence';

const tabView = 'src/popup/index.html?view=tab';

type Tools = {
  readonly state: PageState;
  /** Exports the dataset with the current options. */
  readonly datasetExport: {
    readonly start: () => Promise<void>;
    readonly cancel: () => void;
    /** Deletes the last file. */
    readonly forget: () => Promise<void>;
  };
  /** Ends what works with recommendations, and takes them from the page. */
  readonly forgetRecommendations: () => void;
  readonly isPopup: boolean;
};

/** What the buttons do. An error stays on the page until the next action succeeds. */
export function createActions({ state, datasetExport, forgetRecommendations, isPopup }: Tools): PageActions {
  const attempt = createAttempt(state);

  const openTab = (url: string | (() => Promise<string>)) =>
    attempt(message('page_tabNotOpened'), async () => {
      await browser.tabs.create({ url: typeof url === 'string' ? url : await url() });
      if (isPopup) window.close();
    });

  // Separate from other errors: saved consent must not clear the error about access.
  const allowAccess = () => attempt(message('page_accessNotRequested'), requestHostAccess, 'access');

  /** Resumes the kind of crawl that was interrupted: "Crawl all" would turn a discovery into a full crawl. */
  const resume = () => {
    const { overview } = state.read();
    const isListing = overview?.crawl.scope === 'discovery' && overview.discovery !== null;
    return isListing ? send('discoverMostLiked', overview.discovery.minimumLikes) : send('startCrawl', 'all');
  };

  return {
    startCollecting: () => {
      // Consent first: it needs no answer, and the browser's question may close the popup.
      attempt(message('page_consentNotSaved'), () =>
        saveSettings({ consent: true, privacySeen: privacyChangedOn }),
      );
      if (!state.read().hasAccess) allowAccess();
    },
    allowAccess,
    changeSettings: (changed) => attempt(message('page_settingNotSaved'), () => saveSettings(changed)),
    startCrawl: (extent) => attempt(message('page_crawlNotStarted'), () => send('startCrawl', extent)),
    resumeCrawl: () => attempt(message('page_crawlNotStarted'), resume),
    crawlDespiteRobots: () =>
      attempt(message('page_crawlNotStarted'), async () => {
        await saveSettings({ crawlDespiteRobots: true });
        await resume();
      }),
    discoverMostLiked: (minimumLikes) =>
      attempt(message('page_discoveryNotStarted'), async () => {
        await saveSettings({ minimumLikes });
        await send('discoverMostLiked', minimumLikes);
      }),
    pauseCrawl: () => attempt(message('page_crawlNotPaused'), () => send('pauseCrawl')),
    stopCrawl: () => attempt(message('page_crawlNotStopped'), () => send('stopCrawl')),
    deleteEverything: () =>
      attempt(message('page_notDeleted'), async () => {
        state.change({ isDeleting: true });
        try {
          datasetExport.cancel();
          forgetRecommendations();
          await send('deleteEverything');
          await datasetExport.forget();
        } finally {
          state.change({ isDeleting: false });
        }
      }),
    checkSite: () =>
      attempt(message('site_notChecked'), async () => {
        state.change({ isCheckingSite: true });
        try {
          await send('checkSite');
        } finally {
          state.change({ isCheckingSite: false });
        }
      }),
    copyText: (text, onCopied) =>
      attempt(message('site_notCopied'), async () => {
        await navigator.clipboard.writeText(text);
        onCopied();
      }),
    keepStorage: () =>
      attempt(message('storage_notAsked'), async () =>
        state.change({ persistence: await requestPersistence() }),
      ),
    reloadPage: () => attempt(message('page_notReloaded'), () => browser.tabs.reload()),
    openSketchfab: () => openTab(siteOrigin),
    readPrivacy: () => openTab(`${browser.runtime.getManifest().homepage_url ?? ''}/blob/main/PRIVACY.md`),
    openInTab: () => openTab(browser.runtime.getURL(tabView)),
    download: () => {
      if (whyNoDownload(state.read()) !== null) return;
      // A popup closes with the first click outside, which would end the export.
      if (isPopup) openTab(createDownloadLink);
      else attempt(message('page_datasetNotWritten'), () => datasetExport.start());
    },
    cancelExport: () => datasetExport.cancel(),
  };
}
