import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { parquetReadObjects } from 'hyparquet';
import type { PracticeSite } from '../../practice/practice-site';
import type { PracticeModel } from '../../practice/world/practice-model';
import { captured, modelsOfFirstPage } from './support/captured';
import { launchChromium } from './support/chromium';
import { expect, test as base } from './support/fixtures';
import { button, chooseFile, crawlAll, download, pick, press, unfold } from './support/popup';
import { readPsv } from './support/read-psv';
import { unpack } from './support/unpack';

/** The tab view of a separate browser, which stands for a machine, with the first page captured. */
const test = base.extend<{ machine: () => Promise<Page> }>({
  machine: async ({ practice }, use) => {
    const open: Awaited<ReturnType<typeof launchChromium>>[] = [];
    await use(async () => {
      const chromium = await launchChromium({ practice });
      open.push(chromium);
      return captured(chromium, 0);
    });
    for (const chromium of open) await chromium.close();
  },
});

test('merges two crawls by shard into the dataset of a single crawl', async ({ machine, practice }) => {
  const models = modelsOfFirstPage(practice.world);
  const [a, b, single] = [await machine(), await machine(), await machine()];
  const keyFile = await makeKey(a);
  for (const other of [b, single]) await useKey(other, keyFile, await fingerprint(a));

  const shares = [models.filter(isOf(0, 2)), models.filter(isOf(1, 2))] as const;
  await test.step('each machine requests the models of its shard, and no others', async () => {
    for (const [index, machine] of [a, b].entries()) {
      await setShard(machine, index + 1, 2);
      expect(await askedWhile(practice, () => crawlAll(machine))).toEqual(uidsOf(shares[index]!));
    }
    expect(shares.map(({ length }) => length > 0)).toEqual([true, true]);
  });

  const [dataset, part] = [await download(a), await exportPart(b)];
  await test.step('the first machine imports the part of the second', async () => {
    await applyImport(a, part, { models: shares[1].length, likes: likesOf(shares[1]) });
  });
  await test.step('the second machine imports the dataset of the first', async () => {
    await applyImport(b, dataset, { models: shares[0].length, likes: likesOf(shares[0]) });
  });

  expect(await askedWhile(practice, () => crawlAll(single))).toEqual(uidsOf(models));
  const whole = await contentsOf(await download(single));
  expect(whole.likes).toHaveLength(likesOf(models));
  for (const merged of [a, b]) expect(await contentsOf(await download(merged))).toEqual(whole);
});

/** The rule of docs/merging.md, written independently of the product. */
function isOf(i: number, n: number): (model: PracticeModel) => boolean {
  const place = (uid: string) =>
    Number.parseInt(createHash('sha256').update(uid).digest('hex').slice(0, 8), 16);
  return ({ uid }) => place(uid) % n === i;
}

const uidsOf = (models: readonly PracticeModel[]) => models.map(({ uid }) => uid).sort();
const likesOf = (models: readonly PracticeModel[]) =>
  models.reduce((sum, { likeCount }) => sum + likeCount, 0);

/** The models in any request to the site. */
async function askedWhile({ ledger }: PracticeSite, crawl: () => Promise<void>): Promise<string[]> {
  ledger.clear();
  await crawl();
  const uids = ledger.apiRequests().map(({ path, query }) => query.get('model') ?? path.split('/').at(-1)!);
  expect(ledger.likesRequests()).not.toEqual([]);
  return [...new Set(uids)].sort();
}

const fingerprint = (tab: Page) => tab.locator('code').innerText();

async function makeKey(tab: Page): Promise<Uint8Array> {
  await pick(tab, 'Project key');
  await button(tab, 'Create key').click();
  return saved(tab, 'Save key file');
}

async function useKey(tab: Page, keyFile: Uint8Array, print: string): Promise<void> {
  await pick(tab, 'Project key');
  await chooseFile(tab, 'Use a key file…', keyFile);
  await expect(tab.locator('code')).toHaveText(print);
}

async function setShard(tab: Page, index: number, count: number): Promise<void> {
  await unfold(tab, 'Several machines');
  const [shard, shards] = ['Shard', 'Number of shards'].map((name) =>
    tab.getByRole('spinbutton', { name, exact: true }),
  );
  await shards!.fill(String(count));
  await shards!.press('Tab');
  await expect(shard!).toHaveAttribute('max', String(count));
  await shard!.fill(String(index));
  await shard!.press('Tab');
  await expect(shard!).toHaveAttribute('value', String(index));
}

const exportPart = (tab: Page) => saved(tab, 'Export as part');

async function saved(tab: Page, name: string): Promise<Uint8Array> {
  const [file] = await Promise.all([tab.waitForEvent('download'), press(tab, name)]);
  return readFile(await file.path());
}

/** Every model is already known, but no likes are. */
async function applyImport(
  tab: Page,
  zip: Uint8Array,
  zipHas: { models: number; likes: number },
): Promise<void> {
  await chooseFile(tab, 'Choose a zip…', zip);
  const table = tab.getByRole('table', { name: 'Import preview' });
  await expect(table.getByRole('row', { name: 'New' }).getByRole('cell')).toHaveText([
    '0',
    said(zipHas.likes),
  ]);
  await expect(table.getByRole('row', { name: 'Same' }).getByRole('cell')).toHaveText([
    said(zipHas.models),
    '0',
  ]);
  await expect(table.getByRole('row', { name: 'Conflicting' }).getByRole('cell')).toHaveText(['0', '0']);
  await button(tab, 'Import').click();
  await expect(tab.getByText(`Imported 0 new models and ${said(zipHas.likes)} new likes.`)).toBeVisible();
}

const said = (count: number) => count.toLocaleString('en');

type Stats = { readonly rows: unknown; readonly models: unknown; readonly likes: unknown };

/** The content of a dataset, without the random numbers of models and users. */
async function contentsOf(zip: Uint8Array) {
  const files = await unpack(zip);
  const likes = readPsv(files, 'data/model_likes_anon.psv', ['modelname', 'mid', 'uid']);
  const items = await parquetReadObjects({
    file: Uint8Array.from(files.get('parquet/items.parquet')!).buffer,
  });
  const { rows, models, likes: counted } = JSON.parse(files.get('stats.json')!.toString('utf8')) as Stats;
  return {
    stats: { rows, models, likes: counted },
    likes: likes.map((record) => record.join('|')).sort(),
    feats: readPsv(files, 'data/model_feats.psv', ['mid', 'type', 'value']),
    items: items.map(({ item_idx: _, ...facts }) => facts),
  };
}
