import AxeBuilder from '@axe-core/playwright';
import { fillDatabase } from '../../bench/support/fill-database';
import { type CollectedModel, readCollected } from './support/collected-rows';
import { expect, test } from './support/fixtures';
import { button } from './support/popup';

test('how good the data is can be measured, stopped, kept, and is marked when the data has changed', async ({
  chromium,
}) => {
  test.setTimeout(180_000);
  const tab = await chromium.openPopup('tab');
  await chromium.saveSettings({ consent: true });
  const errors: string[] = [];
  tab.on('pageerror', ({ message }) => errors.push(message));
  await fillDatabase(tab, { seed: 5, models: 300, users: 900, likes: 16_000 });
  await tab.reload();
  const measure = tab.getByRole('link', { name: 'How good is this data?', exact: true });
  const table = tab.getByRole('table', { name: 'Baselines' });
  const rows = table.locator('tbody').getByRole('rowheader');

  await test.step('the first result appears while the others are measured, and a stop keeps it', async () => {
    await tab.getByRole('link', { name: 'Recommend', exact: true }).click();
    await measure.click();
    await expect(tab.getByText('nothing is sent')).toBeVisible();
    await button(tab, 'Measure').click();
    await expect(rows.first()).toContainText('Popularity');
    await button(tab, 'Stop').click();
    await expect(tab.getByRole('progressbar', { name: 'Measuring progress' })).toHaveCount(0);
    await expect(rows.first()).toContainText('Popularity');
  });

  await test.step('all methods are measured, and the lists stay at hand meanwhile', async () => {
    await button(tab, 'Measure again').click();
    await tab.getByRole('link', { name: 'From a model', exact: true }).click();
    await expect(tab.getByRole('region', { name: 'Most liked models' }).getByRole('link')).toHaveCount(6);
    await measure.click();
    await expect(button(tab, 'Measure again')).toBeVisible({ timeout: 120_000 });
    await expect(rows).toHaveText([
      /^Popularity/,
      /^Item-kNN/,
      /^RP3beta/,
      /^Likes and tags/,
      /^WRMF/,
      /^EASE/,
    ]);
    await expect(tab.getByRole('figure', { name: /^WRMF .* the result of 2016\.$/ })).toBeVisible();
    await expect(tab.getByText('rec-a-sketch had 0.048 in 2016')).toBeVisible();
    const { violations } = await new AxeBuilder({ page: tab }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  await test.step('after a reload the results are there, and marked once the data has changed', async () => {
    const before = await table.textContent();
    await tab.reload();
    await expect(table).toHaveText(before!);
    const changed = tab.getByText('The data has changed since');
    // By then it knows what is here now.
    await expect(button(tab, 'Read again')).toBeVisible();
    await expect(changed).toHaveCount(0);
    const [{ uid }] = (await readCollected(tab)) as [CollectedModel];
    const excluded = { usernames: [], userUids: [], modelUids: [uid] };
    await chromium.saveSettings({ datasetOptions: { options: { excluded } } } as object);
    await expect(changed).toBeVisible();
  });
  expect(errors).toEqual([]);
});
