import { listedModels } from './support/browse';
import { expect, test } from './support/fixtures';
import { until } from './support/until';

test.describe('in Firefox', () => {
  test('the event page takes in what a page shows, crawls it, and the popup says so', async ({
    firefox,
    practice,
  }) => {
    const listed = listedModels(practice.world);
    await firefox.saveSettings({ consent: true, autoCapture: true, crawlDelayMs: 10 });
    const page = await firefox.openPage('https://sketchfab.com/3d-models/popular?gen=2019');
    const shown = await page.$$eval('[data-cards] [data-uid]', (cards) => cards.length);
    expect(shown).toBe(24);

    const popup = await firefox.openPopup('tab');
    const text = () => popup.$eval('body', (body) => body.innerText);
    await until('24 models in the popup', async () => /^24\s+Models$|Models\s+24/m.test(await text()));
    await (await popup.waitForSelector('aria/Crawl all[role="button"]'))!.click();
    const status = () => popup.$eval('[role=status]', (line) => line.textContent);
    await until('the crawl to be done', async () => /done/i.test(await status()), 60_000);
    expect(await text()).toMatch(/100\s%/);

    const requests = practice.ledger.apiRequests();
    expect(requests.filter(({ cookie, method }) => cookie !== null || method !== 'GET')).toEqual([]);
    const crawled = new Set(practice.ledger.likesRequests().map(({ query }) => query.get('model')));
    expect(crawled.size).toBe(24);
    expect(listed.filter(({ uid }) => crawled.has(uid))).toHaveLength(24);
  });
});
