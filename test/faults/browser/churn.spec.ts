import { expect, test } from '@playwright/test';
import { campaignSize } from './campaign-size';
import { runChurnCampaign } from './churn-campaign';

test('a list that changes while it is read is found as far as it stays, or called incomplete', async () => {
  const { violations } = await runChurnCampaign(campaignSize('CHURN_CRAWLS', 2));
  expect(violations).toEqual([]);
});
