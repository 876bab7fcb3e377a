import type { Page } from '@playwright/test';
import { notFound } from '../../practice/fault-answers';
import { isListed, listModels } from '../../practice/list-models';
import type { PracticeModel } from '../../practice/world/practice-model';
import { captured, firstPage } from './support/captured';
import { expect, test } from './support/fixtures';
import { button, crawlAll, download, expectModels, openView } from './support/popup';
import { readPsv } from './support/read-psv';
import { unpack } from './support/unpack';

const uidsIn = async (zip: Uint8Array) =>
  readPsv(await unpack(zip), 'data/model_urls.psv', ['name', 'mid']).map(([, mid]) => mid);

/** What the site does when a link is clicked: the address changes, and the page is drawn without a load. */
const goTo = (page: Page, { uid }: PracticeModel) =>
  page.evaluate((path) => {
    history.pushState(null, '', path);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `/3d-models/${uid}?gen=2019`);

test('private models that the user met are not in the dataset, unless the user wants them there', async ({
  chromium,
  practice,
}) => {
  const { models } = listModels(practice.world, isListed, { from: 0, count: 60 });
  // One is shown by a card that arrives late, the other by a page that is opened without a load.
  const secrets = [models[30]!, models.at(-1)!];
  for (const { uid } of secrets)
    practice.faults.plan({
      match: { model: uid, path: /^\/(?:i|v3)\// },
      times: 'always',
      answer: notFound(),
    });

  const popup = await captured(chromium);
  const page = chromium.context.pages().find((one) => one.url() === firstPage)!;
  await page.bringToFront();
  await page.mouse.wheel(0, 3_000);
  await expect(page.locator(`[data-uid="${secrets[0]!.uid}"]`)).toBeAttached();
  await goTo(page, secrets[1]!);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await popup.bringToFront();
  await expect(popup.getByText('captured models are not in the download')).toBeVisible();

  await crawlAll(popup);
  const shown = '2 captured models are not in the download';
  await expect(popup.getByText(shown)).toBeVisible();
  const uids = await uidsIn(await download(popup));
  expect(uids.length).toBeGreaterThan(24);
  for (const { uid } of secrets) expect(uids).not.toContain(uid);
  await expect(popup.getByText('2 captured models are not in it')).toBeVisible();

  await openView(popup, 'Dataset');
  await popup.getByRole('checkbox', { name: 'Models that may be private' }).uncheck();
  await expect(popup.getByText(shown)).toBeHidden();
  const all = await uidsIn(await download(popup));
  for (const { uid } of secrets) expect(all).toContain(uid);
});

test('models that were only looked at are not in the dataset', async ({ chromium }) => {
  const popup = await captured(chromium);
  await expectModels(popup, 24);
  await expect(popup.getByText('24 captured models are not in the download')).toBeVisible();
  await expect(button(popup, 'Download dataset')).toBeDisabled();
});
