import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { captured, modelsOfFirstPage } from './support/captured';
import { expect, test } from './support/fixtures';
import { button, crawlAll, download, openView } from './support/popup';
import { readPsv } from './support/read-psv';
import { type Files, unpack } from './support/unpack';

type Descriptor = {
  readonly likesOut: {
    readonly counts: { readonly models: number };
    readonly filters: { readonly chosen?: { readonly models: number; readonly conditions: object[] } };
  };
};

const descriptorIn = (files: Files) =>
  (JSON.parse(files.get('datapackage.json')!.toString()) as Descriptor).likesOut;
const modelsIn = (files: Files) =>
  readPsv(files, 'data/model_urls.psv', ['name', 'mid']).map(([, mid]) => mid!);
const likedIn = (files: Files) =>
  readPsv(files, 'data/model_likes_anon.psv', ['modelname', 'mid', 'uid']).map(([, mid]) => mid!);
const choice = (tab: Page) => tab.getByRole('group', { name: 'Models', exact: true });

test('a filter of the table becomes a dataset of exactly what it shows, which says so', async ({
  chromium,
  practice,
}) => {
  test.setTimeout(150_000);
  const tab = await captured(chromium);
  await tab.setViewportSize({ width: 1_360, height: 1_400 });
  await crawlAll(tab);
  await openView(tab, 'Models');
  const models = modelsOfFirstPage(practice.world);

  const value = tab.getByRole('group', { name: 'Category', exact: true }).locator('label').first();
  const [, category, number] = /^(.*) (\d+)$/.exec((await value.textContent())!)!;
  const wanted = models.filter(({ categories }) => categories.some(({ name }) => name === category));
  expect(wanted).toHaveLength(Number(number));
  expect(wanted.length).toBeLessThan(24);
  await value.click();

  await test.step('the button counts those that may leave', async () => {
    await expect(button(tab, `Download these ${number!} models`)).toBeVisible();
    await tab
      .getByRole('table', { name: 'Models' })
      .locator('.model-rows')
      .getByRole('checkbox')
      .first()
      .check();
    await button(tab, 'Leave out of the dataset').click();
    await expect(button(tab, `Download these ${wanted.length - 1} models`)).toBeVisible();
    await button(tab, 'Undo').click();
    await button(tab, `Download these ${number!} models`).click();
  });

  await test.step('the view of the dataset says what it will be of, also after a reload', async () => {
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Dataset');
    await expect(choice(tab)).toContainText(`Only ${number!} models that match`);
    await tab.reload();
    await expect(choice(tab)).toContainText(`Only ${number!} models that match`);
    await expect(choice(tab)).toContainText(`Category: ${category!}`);
    const { violations } = await new AxeBuilder({ page: tab }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  await test.step('the zip holds exactly these, and README and datapackage.json say what was asked for', async () => {
    const [file] = await Promise.all([tab.waitForEvent('download'), button(tab, 'Download dataset').click()]);
    const files = await unpack(await readFile(await file.path()));
    const likesOut = descriptorIn(files);
    expect(likesOut.filters.chosen).toEqual({
      models: wanted.length,
      conditions: [{ property: 'category', anyOf: [category], words: [`Category: ${category!}`] }],
    });
    expect(likesOut.counts.models).toBe(wanted.length);
    const uids = wanted.map(({ uid }) => uid).sort();
    expect(modelsIn(files).sort()).toEqual(uids);
    expect([...new Set(likedIn(files))].sort()).toEqual(uids);
    const readme = files.get('README.md')!.toString();
    expect(readme).toContain(`Only ${wanted.length} models were chosen`);
    expect(readme).toContain(`\`Category: ${category!}\``);
    await expect(tab.locator('.download-outcome')).toContainText(`${wanted.length} models`);
  });

  await test.step('all models are back with one link', async () => {
    await choice(tab).getByRole('link', { name: 'All models instead' }).click();
    await expect(choice(tab)).toContainText('All 24 models');
    const files = await unpack(await download(tab));
    expect(modelsIn(files)).toHaveLength(24);
    expect(descriptorIn(files).filters.chosen).toBeUndefined();
  });
});
