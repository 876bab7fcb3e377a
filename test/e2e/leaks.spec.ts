import type { Page } from '@playwright/test';
import type { World } from '../../practice/world/world';
import { captured, modelsOfFirstPage } from './support/captured';
import { filesWith } from './support/files-with';
import { expect, test } from './support/fixtures';
import { button, crawlAll, download, openView } from './support/popup';
import { unpack } from './support/unpack';

/** The files of a zip that contain tags. */
const filesOfTags = [
  'data/model_feats.psv',
  'parquet/items.parquet',
  'recbole/sketchfab-likes/sketchfab-likes.item',
];

test('the leak scan catches a raw id planted in a tag', async ({ chromium, practice }) => {
  const { tagged, hidden, innocent, uid } = plant(practice.world);
  const tab = await captured(chromium, 0);
  const saved: string[] = [];
  tab.on('download', (file) => saved.push(file.suggestedFilename()));
  await crawlAll(tab);

  await test.step('nothing is saved, and the page says where the id is and what to do', async () => {
    await expectRefused(tab);
    const places = tab
      .locator('.leaks')
      .getByRole('listitem')
      .filter({ hasText: 'data/model_feats.psv, line ' });
    await expect(places.filter({ hasText: `${tagged}|tag|${uid}` })).toHaveCount(1);
    await expect(places.filter({ hasText: `${hidden}|tag|Scan4${uid}` })).toHaveCount(1);
    await expect(tab.getByText('A user id from Sketchfab')).toBeVisible();
    await expect(tab.getByText('Leave out that model and download again.')).toBeVisible();
    expect(saved).toEqual([]);
  });

  await openView(tab, 'Dataset');
  await test.step('a leak in compressed Parquet alone is caught too, and the model is named', async () => {
    const others = [filesToggle(tab, 'PSV tables'), filesToggle(tab, 'RecBole files')];
    for (const other of others) await other.uncheck();
    await expectRefused(tab);
    const whole = new RegExp(`^parquet/items\\.parquet, line \\d+: ${hidden}: Scan4${uid}you$`, 'i');
    await expect(tab.locator('.leaks').getByRole('listitem').filter({ hasText: whole })).toHaveCount(1);
    for (const other of others) await other.check();
  });

  await test.step('a leak in another model, in capitals within a word, is caught too', async () => {
    await leaveOut(tab, tagged);
    await expectRefused(tab);
    await expect(tab.locator('.leaks')).toContainText(hidden);
    await expect(tab.locator('.leaks')).not.toContainText(tagged);
    expect(saved).toEqual([]);
  });

  await test.step('without both models the download succeeds, and contains the id nowhere', async () => {
    await leaveOut(tab, tagged, hidden);
    const files = await unpack(await download(tab));
    expect(saved).toHaveLength(1);
    await expect(tab.locator('.leaks')).toBeHidden();
    expect(await filesWith(files, uid)).toEqual([]);
    for (const model of [tagged, hidden]) expect(await filesWith(files, model)).toEqual([]);
    // The search finds text that is there.
    expect(await filesWith(files, innocent)).toEqual(filesOfTags);
  });
});

/** Plants the id of a liker of the first captured model in tags of two others; a third has a word to compare. */
function plant(world: World) {
  const [liked, tagged, hidden, other] = modelsOfFirstPage(world).map((model) => model.uid);
  const likers = world.likersOf(world.findModel(liked!)!);
  const uid = likers.find((user) => user.uid.length === 32)!.uid;
  const innocent = `innocent-${'ab'.repeat(16)}`;
  world.addTag(tagged!, uid);
  world.addTag(hidden!, `Scan4${uid.toUpperCase()}you`);
  world.addTag(other!, innocent);
  return { tagged: tagged!, hidden: hidden!, innocent, uid };
}

async function expectRefused(tab: Page): Promise<void> {
  // The previous result stays on the page until a worker starts.
  await Promise.all([tab.waitForEvent('worker'), button(tab, 'Download dataset').click()]);
  await expect(tab.getByText('No file was saved: it would have exposed private data.')).toBeVisible();
  await expect(button(tab, 'Download dataset')).toBeEnabled();
}

const filesToggle = (tab: Page, name: string) => tab.getByRole('checkbox', { name });

async function leaveOut(tab: Page, ...modelUids: readonly string[]): Promise<void> {
  const addresses = modelUids.map((uid) => `https://sketchfab.com/3d-models/x-${uid}`);
  await tab.getByRole('textbox', { name: 'Users and models to leave out' }).fill(addresses.join('\n'));
}
