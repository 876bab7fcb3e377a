import browser from 'webextension-polyfill';
import { message } from '../i18n/message';
import { errorMessage } from '../messaging/error-message';
import { send } from '../messaging/send';
import { watchSettings } from '../settings/browser-settings';
import { readPageStatus, watchPageStatus } from '../settings/page-status';
import { readRefusedReports, watchRefusedReports } from '../settings/refused-reports';
import type { LikesOutDatabase } from '../store/database';
import { readOverview } from '../store/overview';
import { watchQuery } from '../store/watch-query';
import { readHostAccess, watchHostAccess } from './host-access';
import type { PageState } from './page-state';
import { readSettings } from './settings/read-settings';

const keys = {
  settings: 'page_settingsUnread',
  access: 'page_accessUnknown',
  wake: 'page_crawlNotResumed',
  page: 'page_statusUnread',
  refused: 'page_statusUnread',
} as const;
const keptBytesAreGoodForMs = 30_000;

/**
 * Keeps the state up to date for as long as the page is open. Resolves when the stored data were first read, or could not
 * be read.
 */
export function watchSources(state: PageState, db: LikesOutDatabase): Promise<void> {
  const noting = (about: keyof typeof keys, read: () => Promise<void>) => () => {
    read().then(
      () => state.setError(about, null),
      (error: unknown) => state.setError(about, message(keys[about], { cause: errorMessage(error) })),
    );
  };

  const readChosen = noting('settings', async () => state.change({ settings: await readSettings(db) }));
  watchSettings(readChosen);
  // They may have changed since the page was opened.
  readChosen();
  watchHostAccess(noting('access', async () => state.change({ hasAccess: await readHostAccess() })));
  const readStatus = noting('page', async () => state.change({ pageStatus: await readActivePageStatus() }));
  watchPageStatus(readStatus);
  readStatus();
  const readRefused = noting('refused', async () =>
    state.change({ refused: await readRefusedReports(Date.now()) }),
  );
  watchRefusedReports(readRefused);
  readRefused();
  setInterval(() => {
    if (state.read().overview?.crawl.phase === 'crawling') state.change({});
  }, 1_000);

  return new Promise((resolve) => {
    const refreshKeptBytes = keptBytesReader(state);
    // The alarm that continues a crawl may be lost. A crawl that is running ignores this message.
    const wake = noting('wake', async () => {
      await send('wakeCrawl');
    });
    let isFirst = true;
    watchQuery(
      () => readOverview(db),
      (overview) => {
        state.change({ overview, isStoreBroken: false });
        state.setError('store', null);
        refreshKeptBytes();
        if (isFirst && overview.crawl.phase === 'crawling') wake();
        isFirst = false;
        resolve();
      },
      (error) => {
        state.change({ isStoreBroken: true });
        state.setError('store', message('page_storeUnread', { cause: errorMessage(error) }));
        resolve();
      },
    );
  });
}

/** The popup belongs to the active tab of its window. The browser gives us addresses of the site's pages only. */
async function readActivePageStatus() {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined || tab.url === undefined ? undefined : readPageStatus(tab.id);
}

/** Chromium reports the database separately from a zip that waits for its download. */
type Estimate = StorageEstimate & { readonly usageDetails?: { readonly indexedDB?: number } };

function keptBytesReader(state: PageState): () => void {
  let readAt = -Infinity;
  return () => {
    if (Date.now() - readAt < keptBytesAreGoodForMs) return;
    readAt = Date.now();
    navigator.storage.estimate().then(
      (estimate: Estimate) => state.change({ keptBytes: estimate.usageDetails?.indexedDB ?? estimate.usage }),
      // Without an estimate, the page leaves this figure out.
      () => state.change({ keptBytes: undefined }),
    );
  };
}
