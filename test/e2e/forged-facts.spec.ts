import { parquetReadObjects } from 'hyparquet';
import { captured, firstPage, modelsOfFirstPage } from './support/captured';
import { expect, test } from './support/fixtures';
import { button, crawlAll, download, status } from './support/popup';
import { unpack } from './support/unpack';

type Forged = { readonly uid: string; readonly likes: number };

/** A card as a script in the page could add it, out of sight. */
function addCard({ uid, likes }: Forged): void {
  const card = `<div class="card card-model" data-uid="${uid}"><meta itemprop="name" content="Forged">
    <meta itemprop="isFamilyFriendly" content="false">
    <span class="card__footer__stats --likes"><span class="count">${likes}</span></span></div>`;
  document.body.insertAdjacentHTML('beforeend', `<div hidden>${card}</div>`);
}

test('a page can neither overwrite what the site has told nor keep a crawl from asking', async ({
  chromium,
  practice,
}) => {
  const { ledger, world } = practice;
  const [model] = modelsOfFirstPage(world);
  const popup = await captured(chromium);
  await crawlAll(popup);
  const before = ledger.apiRequests().length;

  const page = chromium.context.pages().find((one) => one.url() === firstPage)!;
  await page.bringToFront();
  const bait = { uid: 'b'.repeat(32), likes: 1 };
  for (const forged of [{ uid: model!.uid, likes: model!.likeCount }, bait])
    await page.evaluate(addCard, forged);
  // The bait comes last, so the other card was read when it is stored.
  await popup.bringToFront();
  await expect(popup.getByText('1 captured model is not in the download')).toBeVisible();

  await button(popup, 'Crawl all').click();
  const asked = () => ledger.apiRequests().slice(before);
  // The bait was captured last, and its list of likes ends the crawl.
  await expect.poll(() => asked().filter(({ query }) => query.get('model') === bait.uid)).toHaveLength(1);
  await expect(status(popup)).toContainText(/done/i);
  expect(asked().filter(({ path }) => path.endsWith(`/${model!.uid}`))).toHaveLength(1);
  const items = (await unpack(await download(popup))).get('parquet/items.parquet')!;
  const rows = await parquetReadObjects({ file: Uint8Array.from(items).buffer });
  expect(rows.find(({ item_id: id }) => id === model!.uid)).toMatchObject({
    name: model!.name,
    like_count: model!.likeCount,
    complete: true,
  });
  expect(rows.map(({ name }) => name as string)).not.toContain('Forged');
});
