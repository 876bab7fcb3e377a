import { readFile } from 'node:fs/promises';
import { listedModels } from './support/browse';
import { firstPage, modelsOfFirstPage } from './support/captured';
import { expect, test } from './support/fixtures';
import { chooseFile, crawlAll, expectCaptured, expectText, press, saved } from './support/firefox-popup';
import { readPsv } from './support/read-psv';
import { unpack } from './support/unpack';

test.describe('in Firefox', () => {
  test('the event page captures and crawls what a page shows, and the popup reports it', async ({
    firefox,
    practice,
  }) => {
    const listed = listedModels(practice.world);
    await firefox.saveSettings({ consent: true, autoCapture: true, crawlDelayMs: 10 });
    const page = await firefox.openPage(firstPage);
    const shown = await page.$$eval('[data-cards] [data-uid]', (cards) => cards.length);
    expect(shown).toBe(24);

    const popup = await firefox.openPopup('tab');
    await expectCaptured(popup, 24);
    await crawlAll(popup);
    await expectText(popup, /100\s?%/);

    const requests = practice.ledger.apiRequests();
    expect(requests.filter(({ cookie, method }) => cookie !== null || method !== 'GET')).toEqual([]);
    const crawled = new Set(practice.ledger.likesRequests().map(({ query }) => query.get('model')));
    expect(crawled.size).toBe(24);
    expect(listed.filter(({ uid }) => crawled.has(uid))).toHaveLength(24);
  });

  test('a dataset and its key file restore what was deleted', async ({ firefox, practice }) => {
    const likes = modelsOfFirstPage(practice.world).reduce((sum, { likeCount }) => sum + likeCount, 0);
    await firefox.saveSettings({ consent: true, autoCapture: true, crawlDelayMs: 0 });
    const site = await firefox.openPage(firstPage);
    const popup = await firefox.openPopup('tab');
    await expectCaptured(popup, 24);
    await site.close();
    await crawlAll(popup);
    await press(popup, 'Project key', 'radio');
    await press(popup, 'Create key');
    const keyFile = await saved(popup, 'Save key file', firefox.downloads);
    const dataset = await saved(popup, 'Download dataset', firefox.downloads);
    await press(popup, 'Delete everything');
    await press(popup, 'Yes, delete everything');
    await expectCaptured(popup, 0);

    await chooseFile(popup, 'Use a key file…', keyFile);
    await expectText(popup, /Fingerprint [0-9a-f]{8}/);
    await chooseFile(popup, 'Choose a zip…', dataset);
    await expectText(popup, new RegExp(`^New\\s+24\\s+${likes.toLocaleString('en')}$`, 'm'));
    await expectText(popup, /^Same\s+0\s+0$/m);
    await expectCaptured(popup, 0);
    await press(popup, 'Import');
    await expectText(popup, /Imported 24 new models and [\d,]+ new likes\./);
    await expectCaptured(popup, 24);

    const again = await saved(popup, 'Download dataset', firefox.downloads);
    const [first, second] = [await likesIn(dataset), await likesIn(again)];
    expect(first).toHaveLength(likes);
    expect(second).toEqual(first);
  });
});

async function likesIn(path: string): Promise<string[][]> {
  const files = await unpack(await readFile(path));
  return readPsv(files, 'data/model_likes_anon.psv', ['modelname', 'mid', 'uid']);
}
