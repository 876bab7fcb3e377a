import { expect, test } from '@playwright/test';
import { campaignSize } from './campaign-size';
import { browserKills, workerKills } from './kills';
import { runKillCampaign } from './kill-campaign';

test('kills of the worker lose nothing, double nothing and hurry nothing', async () => {
  const { violations } = await runKillCampaign(workerKills, campaignSize('WORKER_KILLS', 6));
  expect(violations).toEqual([]);
});

test('kills of the browser lose nothing, double nothing and hurry nothing', async () => {
  const { violations } = await runKillCampaign(browserKills, campaignSize('BROWSER_KILLS', 4));
  expect(violations).toEqual([]);
});
