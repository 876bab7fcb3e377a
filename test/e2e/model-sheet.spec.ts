import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { jsonInstead, notFound } from '../../practice/fault-answers';
import { captured, modelsOfFirstPage } from './support/captured';
import { expect, test } from './support/fixtures';
import { button, crawlAll, expectModels, openView, status } from './support/popup';

const rows = (tab: Page) =>
  tab.getByRole('table', { name: 'Models' }).locator('.model-rows').getByRole('row');
const rowOf = (tab: Page, name: string) =>
  rows(tab).filter({ has: tab.getByRole('button', { name, exact: true }) });
const sheet = (tab: Page) => tab.getByRole('complementary');

test('the sheet of a model says what is known of it, has an address, and retries', async ({
  chromium,
  practice,
}) => {
  test.setTimeout(150_000);
  const tab = await captured(chromium);
  await tab.setViewportSize({ width: 1_360, height: 1_400 });
  const errors: string[] = [];
  tab.on('pageerror', ({ message }) => errors.push(message));
  const models = modelsOfFirstPage(practice.world);
  const names = models.map(({ name }) => name.trim());
  const isAlone = (name: string) => names.filter((each) => each === name).length === 1;
  const [strange, gone] = models.filter(({ name }) => isAlone(name.trim()) && /^[\w ]+$/.test(name.trim()));
  const strangeName = strange!.name.trim();
  const broken = practice.faults.plan({
    match: { path: '/i/likes', model: strange!.uid },
    times: 'always',
    answer: jsonInstead({ results: 'soon' }),
  });
  practice.faults.plan({
    match: { path: '/i/likes', model: gone!.uid },
    times: 'always',
    answer: notFound(),
  });
  await crawlAll(tab);
  await openView(tab, 'Models');

  await test.step('Enter on a row opens it, Escape closes it, and the focus is back on the row', async () => {
    const row = rowOf(tab, strangeName);
    await row.getByRole('checkbox').focus();
    await tab.keyboard.press('Enter');
    await expect(sheet(tab).getByRole('heading', { name: strangeName })).toBeVisible();
    await expect(sheet(tab)).toBeFocused();
    expect(tab.url()).toContain(`#models?model=${strange!.uid}`);
    await tab.keyboard.press('Escape');
    await expect(sheet(tab)).toHaveCount(0);
    await expect(row.getByRole('checkbox')).toBeFocused();
    expect(tab.url()).toMatch(/#models$/);
  });

  await test.step('a click on the name opens it, and Back and Forward, and a reload, know it', async () => {
    await rowOf(tab, strangeName).getByRole('button', { name: strangeName }).click();
    await expect(sheet(tab)).toContainText('Failed');
    await expect(sheet(tab)).toContainText('results: no list');
    await tab.goBack();
    await expect(sheet(tab)).toHaveCount(0);
    await tab.goForward();
    await expect(sheet(tab).getByRole('region', { name: 'Where it comes from' })).toContainText(strange!.uid);
    await tab.reload();
    await expect(sheet(tab).getByRole('region', { name: 'Where it comes from' })).toContainText(strange!.uid);
    const { violations } = await new AxeBuilder({ page: tab }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  await test.step('Retry reads this model alone, and the sheet follows', async () => {
    broken.cancel();
    practice.ledger.clear();
    const likes = practice.world.likersOf(strange!).length;
    await sheet(tab).getByRole('button', { name: 'Retry' }).click();
    await expect(tab.getByText('1 model queued. Reading starts now.')).toBeVisible();
    await expect(status(tab)).toContainText(/done/i, { timeout: 30_000 });
    await expect(sheet(tab)).toContainText(`Complete, ${likes} of ${likes} likes`);
    const asked = practice.ledger
      .apiRequests()
      .map(({ path, query }) => query.get('model') ?? path.split('/').at(-1));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((uid) => uid !== strange!.uid)).toEqual([]);
  });

  await test.step('models of which nothing is missing are not read again, and it says why', async () => {
    await button(tab, 'Close').click();
    await rowOf(tab, strangeName).getByRole('checkbox').check();
    await rowOf(tab, gone!.name.trim()).getByRole('checkbox').check();
    practice.ledger.clear();
    await button(tab, 'Retry').click();
    await expect(tab.getByText('Nothing queued. 1 is complete. 1 is gone from Sketchfab.')).toBeVisible();
    expect(practice.ledger.apiRequests()).toEqual([]);
  });

  await test.step('a model is removed when its notice ends, and stays if that is undone', async () => {
    const row = rowOf(tab, strangeName);
    await row.getByRole('checkbox').check();
    await button(tab, 'Remove').click();
    await expect(tab.getByText('are about to be removed')).toBeVisible();
    await expect(row).toBeVisible();
    await button(tab, 'Undo').click();
    await expect(tab.getByText('are about to be removed')).toHaveCount(0);
    await row.getByRole('checkbox').check();
    await button(tab, 'Remove').click();
    await openView(tab, 'Overview');
    await expectModels(tab, 23);
    await openView(tab, 'Models');
    await expect(tab.getByText('23 of 23 models', { exact: true })).toBeVisible();
    await expect(row).toHaveCount(0);
  });
  expect(errors).toEqual([]);
});

for (const [width, height] of [
  [1_360, 600],
  [320, 640],
] as const) {
  test(`a removal from the sheet can be undone in a window of ${width} × ${height}`, async ({
    chromium,
    practice,
  }) => {
    const tab = await captured(chromium);
    await tab.setViewportSize({ width, height });
    const [, , model] = modelsOfFirstPage(practice.world);
    await tab.goto(tab.url().replace(/#.*|$/, `#models?model=${model!.uid}`));
    await tab.reload();
    const name = sheet(tab).getByRole('heading', { level: 2 });
    await expect(name).toHaveText(model!.name.trim());
    await sheet(tab).getByRole('button', { name: 'Remove' }).click();
    // As at the top of the sheet, where it is opened.
    await name.evaluate((heading) => heading.scrollIntoView({ block: 'center' }));
    const undo = sheet(tab).getByRole('button', { name: 'Undo' });
    await expect(undo).toBeInViewport({ ratio: 1 });
    await undo.click();
    await expect(undo).toHaveCount(0);
    // Whatever was still to be removed goes when the view is left.
    await openView(tab, 'Overview');
    await expectModels(tab, 24);
  });
}
