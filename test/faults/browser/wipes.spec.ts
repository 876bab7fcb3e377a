import { expect, test } from '@playwright/test';
import { campaignSize } from './campaign-size';
import { runWipeCampaign } from './wipe-campaign';

test('restores the models, crawls again and reports it after the browser lost the database', async () => {
  const { violations } = await runWipeCampaign(campaignSize('WIPES', 2));
  expect(violations).toEqual([]);
});
