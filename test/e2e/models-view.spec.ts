import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { PracticeModel } from '../../practice/world/practice-model';
import { captured, modelsOfFirstPage } from './support/captured';
import { expect, test } from './support/fixtures';
import { button, status } from './support/popup';

const table = (tab: Page) => tab.getByRole('table', { name: 'Models' });
const rows = (tab: Page) => table(tab).locator('.model-rows').getByRole('row');
const names = (tab: Page) => rows(tab).getByRole('rowheader').allTextContents();
const facet = (tab: Page, name: string) => tab.getByRole('group', { name, exact: true });
const count = (tab: Page, matching: number) => tab.getByText(`${matching} of 24 models`, { exact: true });
const searchbox = (tab: Page) => tab.getByRole('searchbox', { name: 'Search models' });
const header = (tab: Page, name: string) => table(tab).getByRole('columnheader', { name });

async function likesShown(tab: Page): Promise<readonly number[]> {
  const texts = await rows(tab).locator('.likes').allTextContents();
  return texts.map((text) => Number(/ of ([\d,]+)$/.exec(text)![1]!.replace(',', '')));
}

const isSorted = (numbers: readonly number[]) =>
  numbers.every((number, at) => at === 0 || numbers[at - 1]! >= number);

/** A word that some of the models have in their names, and not all. */
function distinctiveWord(models: readonly PracticeModel[]): { word: string; found: number } {
  for (const word of models.flatMap(({ name }) => name.toLowerCase().split(/[^a-z]+/))) {
    const found = models.filter((model) =>
      [model.name, ...model.tags.map((tag) => tag.name)].some((text) => text.toLowerCase().includes(word)),
    ).length;
    if (word.length > 3 && found < models.length / 2) return { word, found };
  }
  throw new Error('every word is in too many names');
}

test('the models are listed while they are crawled, filtered, sorted and searched, and the address keeps it', async ({
  chromium,
  practice,
}) => {
  const tab = await captured(chromium, 60);
  test.setTimeout(150_000);
  // High enough for all rows: others are not drawn.
  await tab.setViewportSize({ width: 1_360, height: 1_400 });
  const errors: string[] = [];
  tab.on('pageerror', ({ message }) => errors.push(message));
  const models = modelsOfFirstPage(practice.world);
  await tab.getByRole('link', { name: 'Models', exact: true }).click();
  await expect(count(tab, 24)).toBeVisible();
  await expect(table(tab)).toHaveAttribute('aria-rowcount', '25');
  const inOrder = await names(tab);
  expect([...inOrder].sort()).toEqual(models.map(({ name }) => name.trim()).sort());
  const complete = facet(tab, 'State').getByRole('checkbox', { name: /^Complete/ });
  await expect(complete).toHaveAccessibleName('Complete 0');

  await test.step('a crawl changes rows where they stand', async () => {
    await button(tab, 'Crawl all').click();
    await expect(complete).not.toHaveAccessibleName('Complete 0');
    await expect(complete).not.toHaveAccessibleName(/^Complete 2\d$/);
    expect(await names(tab)).toEqual(inOrder);
    await expect(status(tab)).toContainText(/done/i, { timeout: 60_000 });
    await expect(rows(tab).filter({ hasText: 'To go' })).toHaveCount(0);
    expect(await names(tab)).toEqual(inOrder);
  });

  await test.step('a click on a facet filters by what it says', async () => {
    const value = facet(tab, 'Category').locator('label').first();
    const [, name, number] = /^(.*) (\d+)$/.exec((await value.textContent())!)!;
    expect(Number(number)).toBeLessThan(24);
    await value.click();
    await expect(count(tab, Number(number))).toBeVisible();
    await expect(rows(tab)).toHaveCount(Number(number));
    const inCategory = models.filter(({ categories }) => categories.some((each) => each.name === name));
    expect([...(await names(tab))].sort()).toEqual(inCategory.map((model) => model.name.trim()).sort());
    await tab.getByRole('button', { name: `Remove the filter “Category: ${name!}”` }).click();
    await expect(count(tab, 24)).toBeVisible();
  });

  await test.step('a bar of the histogram filters by its range', async () => {
    const bar = tab.getByRole('group', { name: 'Likes: filter by range' }).getByRole('button').first();
    const number = Number(/: (\d+) model/.exec((await bar.getAttribute('aria-label'))!)![1]);
    await bar.click();
    await expect(bar).toHaveAttribute('aria-pressed', 'true');
    await expect(count(tab, number)).toBeVisible();
    await button(tab, 'Reset').click();
    await expect(count(tab, 24)).toBeVisible();
  });

  await test.step('a header sorts, and another one with Shift as well', async () => {
    const byLikes = header(tab, 'Likes').getByRole('button', { name: 'Likes', exact: true });
    await byLikes.click();
    await expect(header(tab, 'Likes')).toHaveAttribute('aria-sort', 'descending');
    await expect.poll(async () => isSorted(await likesShown(tab))).toBe(true);
    // The page may have been captured in that order; it was not in this one.
    await byLikes.click();
    await expect(header(tab, 'Likes')).toHaveAttribute('aria-sort', 'ascending');
    await expect.poll(async () => isSorted([...(await likesShown(tab))].reverse())).toBe(true);
    expect(isSorted(await likesShown(tab))).toBe(false);
    await byLikes.click();
    await header(tab, 'Name')
      .getByRole('button')
      .click({ modifiers: ['Shift'] });
    await expect.poll(() => tab.url()).toContain('#models?sort=-likes,name');
    await expect(header(tab, 'Likes')).toHaveAttribute('aria-sort', 'descending');
  });

  await test.step('a search finds names and tags; reload, Back and Forward keep to the address', async () => {
    const { word, found } = distinctiveWord(models);
    await searchbox(tab).pressSequentially(word.toUpperCase());
    await expect(count(tab, found)).toBeVisible();
    await expect(searchbox(tab)).toBeFocused();
    const foundNames = await names(tab);
    await tab.reload();
    await expect(count(tab, found)).toBeVisible();
    await expect(searchbox(tab)).toHaveValue(word.toUpperCase());
    await expect(header(tab, 'Likes')).toHaveAttribute('aria-sort', 'descending');
    expect(await names(tab)).toEqual(foundNames);
    await tab.goBack();
    await expect(count(tab, 24)).toBeVisible();
    await expect(searchbox(tab)).toHaveValue('');
    await tab.goForward();
    await expect(count(tab, found)).toBeVisible();
    await expect(searchbox(tab)).toHaveValue(word.toUpperCase());
    await searchbox(tab).fill('nothing has such a name');
    await expect(tab.getByText('No model matches.')).toBeVisible();
    await button(tab, 'Reset').click();
    await expect(count(tab, 24)).toBeVisible();
  });

  await test.step('a selected model is left out of datasets, and Undo takes that back', async () => {
    const [first] = await names(tab);
    const { uid } = models.find(({ name }) => name.trim() === first)!;
    const leftOut = async () => JSON.stringify((await chromium.readStorage())['datasetOptions'] ?? null);
    await rows(tab).first().getByRole('checkbox').check();
    await button(tab, 'Leave out of the dataset').click();
    await expect(rows(tab).first()).toContainText('left out');
    expect(await leftOut()).toContain(uid);
    await tab.keyboard.press('Tab');
    await expect(button(tab, 'Undo')).toBeFocused();
    await tab.keyboard.press('Enter');
    await expect(rows(tab).first()).not.toContainText('left out');
    expect(await leftOut()).not.toContain(uid);
  });

  const { violations } = await new AxeBuilder({ page: tab }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  await test.step('after everything was deleted there are none', async () => {
    await tab.getByRole('link', { name: 'Settings', exact: true }).click();
    await button(tab, 'Delete everything').click();
    await button(tab, 'Yes, delete everything').click();
    await tab.getByRole('link', { name: 'Models', exact: true }).click();
    await expect(tab.getByText('No models yet.')).toBeVisible();
  });
  expect(errors).toEqual([]);
});
