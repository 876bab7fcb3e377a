import { expect, test } from '@playwright/test';
import { campaignSize } from './campaign-size';
import { runChurnCampaign } from './churn-campaign';

test('finds the lasting likes of a list that changes while it is read, or calls it incomplete', async () => {
  const { violations } = await runChurnCampaign(campaignSize('CHURN_CRAWLS', 2));
  expect(violations).toEqual([]);
});
