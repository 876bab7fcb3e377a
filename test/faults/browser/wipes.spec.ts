import { expect, test } from '@playwright/test';
import { campaignSize } from './campaign-size';
import { runWipeCampaign } from './wipe-campaign';

test('a browser that lost the database gets its models back, crawls anew and says so', async () => {
  const { violations } = await runWipeCampaign(campaignSize('WIPES', 2));
  expect(violations).toEqual([]);
});
