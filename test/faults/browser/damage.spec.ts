import { expect, test } from '@playwright/test';
import { campaignSize } from './campaign-size';
import { runDamageCampaign } from './damage-campaign';

test('with any file of the storage damaged, nothing is requested without consent and a dataset can be saved', async () => {
  const { violations } = await runDamageCampaign(campaignSize('DAMAGES', 4));
  expect(violations).toEqual([]);
});
