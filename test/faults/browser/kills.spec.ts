import { expect, test } from '@playwright/test';
import { campaignSize } from './campaign-size';
import { browserKills, workerKills } from './kills';
import { runKillCampaign } from './kill-campaign';

test('loses, duplicates and rushes nothing when the worker is killed', async () => {
  const { violations } = await runKillCampaign(workerKills, campaignSize('WORKER_KILLS', 6));
  expect(violations).toEqual([]);
});

test('loses, duplicates and rushes nothing when the browser is killed', async () => {
  const { violations } = await runKillCampaign(browserKills, campaignSize('BROWSER_KILLS', 4));
  expect(violations).toEqual([]);
});
