import { captured } from './support/captured';
import { expect, test } from './support/fixtures';
import { button, openView, press } from './support/popup';

test('every view of the tab has an address, which Back, Forward and a reload follow', async ({
  chromium,
}) => {
  const tab = await captured(chromium);
  const shown = tab.getByRole('heading', { level: 1 });
  await expect(tab).toHaveTitle('Overview – Likes Out');
  await openView(tab, 'Dataset');
  expect(new URL(tab.url()).hash).toBe('#dataset');
  await expect(tab).toHaveTitle('Dataset – Likes Out');
  // A screen reader goes on from there.
  await expect(shown).toBeFocused();
  await tab.mouse.move(700, 500);
  await tab.mouse.wheel(0, 600);
  await expect.poll(() => tab.evaluate(() => scrollY)).toBeGreaterThan(0);

  await openView(tab, 'Settings');
  expect(await tab.evaluate(() => scrollY)).toBe(0);
  await tab.goBack();
  await expect(shown).toHaveText('Dataset');
  await tab.goForward();
  await expect(shown).toHaveText('Settings');
  await tab.reload();
  await expect(shown).toHaveText('Settings');
  for (const unknown of ['nothing?x=1', 'constructor', '%E0%A4%A']) {
    await tab.evaluate((hash) => (location.hash = hash), unknown);
    await expect(shown).toHaveText('Overview');
    await openView(tab, 'Settings');
  }
});

test('what was chosen stays when its view is left at once', async ({ chromium }) => {
  const tab = await captured(chromium);
  await openView(tab, 'Dataset');
  const list = tab.getByRole('textbox', { name: 'Users and models to leave out' });
  await list.fill('somebody');
  await openView(tab, 'Settings');
  await openView(tab, 'Dataset');
  await expect(list).toHaveValue('somebody');
});

test('the settings say whether the browser may clear the data, and what is being deleted', async ({
  chromium,
}) => {
  const tab = await captured(chromium);
  await openView(tab, 'Settings');
  const storage = tab.getByRole('region', { name: 'Storage' });
  const isKept = await tab.evaluate(() => navigator.storage.persisted());
  test.info().annotations.push({ type: 'persisted', description: String(isKept) });
  await expect(storage).toContainText(isKept ? 'will not clear it by itself' : 'may clear it by itself');
  if (!isKept) {
    await button(tab, 'Ask the browser to keep it').click();
    await expect(storage).toContainText(/will not clear it|did not agree to keep it/);
  }
  await press(tab, 'Delete everything');
  await button(tab, 'Yes, delete everything').click();
  await expect(button(tab, 'Deleting…')).toBeDisabled();
  await expect(button(tab, 'Delete everything')).toBeEnabled();
  await openView(tab, 'Overview');
  await expect(tab.getByRole('heading', { name: 'Find models' })).toBeVisible();
});
