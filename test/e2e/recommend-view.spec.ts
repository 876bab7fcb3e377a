import { createHmac } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { captured } from './support/captured';
import { type CollectedModel, readCollected, readProjectKeyText } from './support/collected-rows';
import {
  crawlAll as crawlInFirefox,
  expectCaptured,
  expectText,
  openView as openInFirefox,
} from './support/firefox-popup';
import { expect, test } from './support/fixtures';
import { button, crawlAll, openView, press, radio } from './support/popup';
import { firstPage } from './support/captured';

const box = (tab: Page, name = 'Model') => tab.getByRole('combobox', { name, exact: true });
const region = (tab: Page, name: string) => tab.getByRole('region', { name, exact: true });
const links = (tab: Page, name: string) => region(tab, name).getByRole('link');
const heading = (tab: Page, name: string) => tab.getByRole('heading', { name, exact: true, level: 2 });
const view = (tab: Page) =>
  tab.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Recommend' });

const common = (one: readonly string[], other: readonly string[]) =>
  one.filter((each) => other.includes(each)).length;

/** The cosine with a shrinkage of 10, computed anew; the nearest first, of equal ones the one with the smaller id. */
function nearest(models: readonly CollectedModel[], of: CollectedModel) {
  return models
    .filter(({ uid }) => uid !== of.uid)
    .map((other) => {
      const both = common(of.likers, other.likers);
      const score = both / (Math.sqrt(of.likers.length * other.likers.length) + 10);
      return { ...other, both, score };
    })
    .filter(({ both }) => both > 0)
    .sort((a, b) => b.score - a.score || (a.uid < b.uid ? -1 : 1));
}

const people = (count: number) => (count === 1 ? '1 person liked both' : `${count} people liked both`);

test('what the same people liked is found by name or link, followed and come back from', async ({
  chromium,
  practice,
}) => {
  test.setTimeout(180_000);
  const tab = await captured(chromium);
  const errors: string[] = [];
  tab.on('pageerror', ({ message }) => errors.push(message));

  await test.step('without likes it says what is missing', async () => {
    await view(tab).click();
    await expect(tab.getByText('There are no likes yet.')).toBeVisible();
  });
  await openView(tab, 'Overview');
  await crawlAll(tab);
  const requests = practice.ledger.apiRequests().length;
  const models = await readCollected(tab);
  const [most] = [...models].sort((a, b) => b.likers.length - a.likers.length);
  const expected = nearest(models, most!);

  await test.step('a name leads to its neighbours, with how many people liked both', async () => {
    await view(tab).click();
    await expect(tab.getByText(/^From [\d,]+ likes of 24 models, read at/)).toBeVisible();
    await expect(tab.getByText('Only 24 models with likes have been read')).toBeVisible();
    await expect(links(tab, 'Most liked models').first()).toHaveText(most!.name);
    await box(tab).pressSequentially(most!.name.slice(0, 60));
    await tab.getByRole('option').first().click();
    await expect(heading(tab, most!.name)).toBeFocused();
    await expect(links(tab, 'Liked by the same people')).toHaveText(
      expected.slice(0, 6).map(({ name }) => name),
    );
    await expect(region(tab, 'Liked by the same people').locator('.item-reasons')).toHaveText(
      expected.slice(0, 6).map(({ both }) => people(both)),
    );
    expect(tab.url()).toContain(`#recommend?model=${most!.uid}`);
  });

  await test.step('a neighbour leads on, Back leads home, and a reload keeps it', async () => {
    const next = expected[0]!;
    await links(tab, 'Liked by the same people').first().click();
    await expect(heading(tab, next.name)).toBeFocused();
    await expect(links(tab, 'Liked by the same people')).toHaveText(
      nearest(models, next)
        .slice(0, 6)
        .map(({ name }) => name),
    );
    await tab.reload();
    await expect(heading(tab, next.name)).toBeVisible();
    await tab.goBack();
    await expect(heading(tab, most!.name)).toBeVisible();
  });

  await test.step('a pasted link is a choice', async () => {
    const { uid, name } = models.at(-1)!;
    await box(tab).fill(`https://sketchfab.com/3d-models/some-name-${uid}`);
    await expect(heading(tab, name)).toBeVisible();
    await expect(links(tab, 'Similar tags').or(tab.getByText('No other model has a tag'))).not.toHaveCount(0);
  });

  await test.step('a tag leads to the models of its people', async () => {
    const counts = new Map<string, CollectedModel[]>();
    for (const model of models)
      for (const tag of new Set(model.tags)) counts.set(tag, [...(counts.get(tag) ?? []), model]);
    const [tag, carriers] = [...counts].sort(([, a], [, b]) => b.length - a.length)[0]!;
    await tab.getByRole('link', { name: 'By tag', exact: true }).click();
    await box(tab, 'Tag').fill(tag);
    await tab.getByRole('option').first().click();
    await expect(heading(tab, tag)).toBeVisible();
    await expect(tab.getByText(new RegExp(`^${carriers.length} models? carr`))).toBeVisible();
  });

  await test.step('it breaks no rule of accessibility, and asked the site for nothing', async () => {
    expect(practice.ledger.apiRequests()).toHaveLength(requests);
    const { violations } = await new AxeBuilder({ page: tab }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  await test.step('a pseudonym leads to its user, with the key, and no raw id is shown', async () => {
    await openView(tab, 'Dataset');
    await radio(tab, 'Project key').check();
    await press(tab, 'Create key');
    await expect(button(tab, 'Save key file')).toBeVisible();
    const key = await readProjectKeyText(tab);
    const liker = most!.likers.find(
      (user) => models.filter(({ likers }) => likers.includes(user)).length > 1,
    )!;
    const liked = models.filter(({ likers }) => likers.includes(liker));
    const pseudonym = createHmac('sha256', key).update(liker).digest('hex').slice(0, 32);
    await view(tab).click();
    await tab.getByRole('link', { name: 'For a person', exact: true }).click();
    await button(tab, 'Read again').click();
    await tab.getByRole('textbox', { name: 'User id in the dataset' }).fill(pseudonym);
    await tab.keyboard.press('Enter');
    await expect(tab.getByText(`From ${liked.length} models that this person likes`)).toBeVisible();
    const names = await links(tab, 'May like these as well').allTextContents();
    expect(names.length).toBeGreaterThan(0);
    for (const { name } of liked) expect(names).not.toContain(name);
    expect(await tab.content()).not.toContain(liker);
  });

  await test.step('a model that is left out is neither counted nor shown any more', async () => {
    const out = expected[0]!;
    const { datasetOptions = {} } = (await chromium.readStorage()) as {
      datasetOptions?: { options?: object };
    };
    const excluded = { usernames: [], userUids: [], modelUids: [out.uid] };
    await chromium.saveSettings({
      datasetOptions: { ...datasetOptions, options: { ...datasetOptions.options, excluded } },
    } as object);
    await tab.goto(`${tab.url().split('#')[0]!}#recommend?model=${most!.uid}`);
    await expect(tab.getByText(/of 23 models, read at/)).toBeVisible();
    await expect(links(tab, 'Liked by the same people').first()).toHaveText(expected[1]!.name);
    await tab.goto(`${tab.url().split('#')[0]!}#recommend?model=${out.uid}`);
    await expect(tab.getByText('or it is left out')).toBeVisible();
  });

  await test.step('after everything was deleted nothing is left of it', async () => {
    await press(tab, 'Delete everything');
    await press(tab, 'Yes, delete everything');
    await view(tab).click();
    await expect(tab.getByText('There are no likes yet.')).toBeVisible();
    await expect(tab.getByText(most!.name)).toHaveCount(0);
  });
  expect(errors).toEqual([]);
});

test('during a crawl lists are made of what is there, and reading again brings the rest', async ({
  chromium,
}) => {
  test.setTimeout(120_000);
  const tab = await captured(chromium, 150);
  await button(tab, 'Crawl all').click();
  await expect
    .poll(async () => (await readCollected(tab)).filter(({ likers }) => likers.length > 0).length)
    .toBeGreaterThan(2);
  await view(tab).click();
  const source = tab.getByText(/^From [\d,]+ likes? of \d+ models?, read at/);
  await expect(source).toBeVisible();
  const modelsRead = async () => Number(/ of (\d+) models/.exec((await source.textContent())!)![1]);
  const first = await modelsRead();
  expect(first).toBeLessThan(24);
  await expect(source).toContainText('collected since');
  await expect(tab.getByRole('status').first()).toContainText(/done/i, { timeout: 90_000 });
  await button(tab, 'Read again').click();
  await expect.poll(modelsRead).toBe(24);
  await expect(source).not.toContainText('collected since');
});

test('in Firefox the most liked models lead to what the same people liked', async ({ firefox }) => {
  await firefox.saveSettings({ consent: true, autoCapture: true, crawlDelayMs: 10 });
  const page = await firefox.openPage(firstPage);
  const tab = await firefox.openPopup('tab');
  await expectCaptured(tab, 24);
  await page.close();
  await crawlInFirefox(tab);
  await openInFirefox(tab, 'Recommend');
  await expectText(tab, /From [\d,]+ likes of 24 models, read at/);
  const first = (await tab.waitForSelector('.item-list a'))!;
  const name = await first.evaluate((link) => link.textContent);
  await first.click();
  await expectText(tab, /Liked by the same people[\s\S]*people liked both/);
  expect(await tab.$eval('.chosen h2', (shown) => shown.textContent)).toBe(name);
});
