import { launch } from './running-crawl';
import type { KillCampaign } from './kill-campaign';

/** At every so many kills, only the alarm wakes the worker, which takes up to half a minute. */
const alarmEvery = 20;

/** Ends the worker in the middle of its work; the open page of the extension wakes it by a message. */
export const workerKills: KillCampaign = {
  name: 'worker kills',
  killsPerCrawl: 20,
  crawlDelaysMs: [60, 60, 400],
  toldSeconds: 2,
  kill: async (running, _practice, index) => {
    await running.browser.killWorker();
    if (index % alarmEvery !== alarmEvery - 1)
      await running.page.evaluate(`chrome.runtime.sendMessage({ name: 'wakeCrawl' })`);
    return running;
  },
};

/** Sends SIGKILL to the browser and all its processes, and restarts it with the same profile. */
export const browserKills: KillCampaign = {
  name: 'browser kills',
  killsPerCrawl: 10,
  crawlDelaysMs: [60, 60, 60, 1_200],
  toldSeconds: 5,
  kill: async ({ browser }, practice) => {
    await browser.killBrowser();
    return launch(practice, browser.profile);
  },
};
