import type { LedgerEntry } from '../../practice/ledger';
import { browseSteps } from './support/browse-steps';
import { expectDataset } from './support/expect-dataset';
import { expect, test } from './support/fixtures';
import { listedModels } from './support/browse';
import { button, consent, download, expectModels, status } from './support/popup';

test.describe('from the first page to the zip', () => {
  for (const paging of ['offset', 'next-url', 'cursors'] as const) {
    test.describe(`on a site that pages by ${paging}`, () => {
      test.use({ site: { paging } });

      test('exports every model, like and tag of three generations of pages, and nothing else', async ({
        chromium,
        practice,
      }) => {
        const { world, ledger } = practice;
        const listed = listedModels(world);
        const popup = await chromium.openPopup('tab');
        await consent(popup);
        await chromium.saveSettings({ crawlDelayMs: 10 });
        await browseSteps(chromium, listed);
        await expectModels(popup, listed.length);
        expect(ledger.apiRequests()).toEqual([]);

        await button(popup, 'Crawl all').click();
        await expect(status(popup)).toContainText(/done/i, { timeout: 60_000 });
        await expectDataset(await download(popup), world, listed);

        const requests = ledger.apiRequests();
        expectPolite(requests);
        const pages = listed.reduce((sum, { likeCount }) => sum + Math.max(1, Math.ceil(likeCount / 24)), 0);
        expect(ledger.likesRequests()).toHaveLength(pages);
        expect(requests.length - pages).toBeLessThanOrEqual(listed.length);
      });
    });
  }
});

/** Only reads, one at a time, and nothing that identifies the user. */
function expectPolite(requests: readonly LedgerEntry[]): void {
  expect(new Set(requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  expect(requests.filter(({ cookie }) => cookie !== null)).toEqual([]);
  expect(requests.filter(({ referer, origin }) => referer !== null || origin !== null)).toEqual([]);
  expect(new Set(requests.map(({ path, query }) => `${path}?${query.toString()}`)).size).toBe(
    requests.length,
  );
  const overlapping = requests.slice(1).filter(({ at }, i) => at < requests[i]!.finishedAt!);
  expect(overlapping).toEqual([]);
}
