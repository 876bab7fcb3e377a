import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { PracticeSite } from '../../practice/practice-site';
import { captured, firstPage, modelsOfFirstPage } from './support/captured';
import * as inFirefox from './support/firefox-popup';
import { expect, test } from './support/fixtures';
import { button, crawlAll, download, openView, press } from './support/popup';
import { readPsv } from './support/read-psv';
import { unpack } from './support/unpack';

/** The number of likes of each model in the zip. */
async function likesIn(zip: Uint8Array): Promise<ReadonlyMap<string, number>> {
  const likes = readPsv(await unpack(zip), 'data/model_likes_anon.psv', ['modelname', 'mid', 'uid']);
  const counts = new Map<string, number>();
  for (const [, mid] of likes) counts.set(mid!, (counts.get(mid!) ?? 0) + 1);
  return counts;
}

/** What they must be without these people. */
function expected({ world }: PracticeSite, without: ReadonlySet<string>): ReadonlyMap<string, number> {
  const counts = modelsOfFirstPage(world).map(
    (model) => [model.uid, world.likersOf(model).filter(({ uid }) => !without.has(uid)).length] as const,
  );
  return new Map(counts.filter(([, count]) => count > 0));
}

const sorted = (counts: ReadonlyMap<string, number>) => [...counts].sort();
const list = (tab: Page) => tab.getByRole('textbox', { name: 'Users and models to leave out' });

async function typeList(tab: Page, text: string): Promise<void> {
  await list(tab).fill(text);
  await list(tab).press('Tab');
}

/** Some who like most, whose names are in use by nobody else. */
function likers({ world }: PracticeSite) {
  const all = modelsOfFirstPage(world).flatMap((model) => world.likersOf(model));
  const byUid = new Map(all.map((user) => [user.uid, user]));
  const likes = (uid: string) => all.filter((user) => user.uid === uid).length;
  return [...byUid.values()].sort((a, b) => likes(b.uid) - likes(a.uid)).slice(0, 6);
}

test('a hostile list is pasted, and nobody on it is in the zip', async ({ chromium, practice }) => {
  const tab = await captured(chromium);
  await crawlAll(tab);
  const [a, b, c, d, e, f] = likers(practice).map(({ username, uid }) => ({ username, uid }));
  expect(sorted(await likesIn(await download(tab)))).toEqual(sorted(expected(practice, new Set())));

  await openView(tab, 'Dataset');
  await typeList(
    tab,
    [
      `\ufeff"@${a!.username.toUpperCase()}"; https://sketchfab.com/${b!.username}/models?page=2#top,nobody-at-all`,
      `1. ${encodeURIComponent(`https://sketchfab.com/${c!.username}`)}\t•\u200e${d!.username}\u200b`,
      `${e!.uid.toUpperCase()}，https://example.com/somebody`,
    ].join('\r\n'),
  );
  await test.step('the page names what it did not understand and what matches nobody, before a download', async () => {
    await expect(tab.getByText('5 entries on your list of whom to leave out match')).toBeVisible();
    await expect(tab.getByText('Not understood, so nobody is left out by them:')).toBeVisible();
    await expect(tab.locator('bdi', { hasText: 'https://example.com/somebody' })).toBeVisible();
    await expect(tab.locator('bdi', { hasText: 'nobody-at-all' })).toBeVisible();
  });
  const out = new Set([a, b, c, d, e].map((user) => user!.uid));
  expect(sorted(await likesIn(await download(tab)))).toEqual(sorted(expected(practice, out)));

  await test.step('the list survives the loss of the extension’s storage', async () => {
    await tab.evaluate('chrome.storage.local.remove("datasetOptions")');
    await tab.reload();
    expect(sorted(await likesIn(await download(tab)))).toEqual(sorted(expected(practice, out)));
  });

  await test.step('a list that a page of the extension writes into the storage counts', async () => {
    const write = (usernames: readonly string[]) =>
      tab.evaluate(
        `chrome.storage.local.set(${JSON.stringify({ datasetOptions: { options: { excluded: { usernames } } } })})`,
      );
    await write([f!.username]);
    await tab.reload();
    expect(sorted(await likesIn(await download(tab)))).toEqual(sorted(expected(practice, new Set([f!.uid]))));
    await write([]);
    await tab.reload();
    expect(sorted(await likesIn(await download(tab)))).toEqual(sorted(expected(practice, new Set())));
  });

  await test.step('it can be emptied, and deleting everything deletes it', async () => {
    await openView(tab, 'Dataset');
    await typeList(tab, a!.username);
    await expect(tab.getByText('1 entry on your list of whom to leave out matches')).toBeVisible();
    await typeList(tab, '');
    expect(sorted(await likesIn(await download(tab)))).toEqual(sorted(expected(practice, new Set())));
    await typeList(tab, a!.username);
    await expect(tab.getByText('1 entry on your list of whom to leave out matches')).toBeVisible();
    await press(tab, 'Delete everything');
    await expect(tab.getByText('the list of users and models to leave out')).toBeVisible();
    await button(tab, 'Yes, delete everything').click();
    await openView(tab, 'Dataset');
    await expect(list(tab)).toHaveValue('');
    expect(JSON.stringify(await chromium.readStorage())).not.toContain(a!.username);
    await tab.reload();
    await openView(tab, 'Dataset');
    await expect(list(tab)).toHaveValue('');
  });
});

test('in Firefox too, nobody on a hostile list is in the zip, and the list survives the loss of the storage', async ({
  firefox,
  practice,
}) => {
  await firefox.saveSettings({ consent: true, autoCapture: true, crawlDelayMs: 0 });
  const site = await firefox.openPage(firstPage);
  const tab = await firefox.openPopup('tab');
  await inFirefox.expectCaptured(tab, 24);
  await site.close();
  await inFirefox.crawlAll(tab);
  const [a, b, c] = likers(practice).map(({ username, uid }) => ({ username, uid }));
  await inFirefox.openView(tab, 'Dataset');
  const field = tab.locator('::-p-aria([name="Users and models to leave out"][role="textbox"])');
  await field.fill(
    `"@${a!.username.toUpperCase()}";https://sketchfab.com/${b!.username}/models?page=2, ${c!.uid} nobody-at-all`,
  );
  await tab.keyboard.press('Tab');
  await inFirefox.expectText(tab, /3 entries on your list of whom to leave out match/);
  await inFirefox.expectText(tab, /nobody-at-all/);

  const out = new Set([a, b, c].map((user) => user!.uid));
  const downloaded = async (page: typeof tab) =>
    readFile(await inFirefox.saved(page, 'Download dataset', firefox.downloads)).then(likesIn);
  expect(sorted(await downloaded(tab))).toEqual(sorted(expected(practice, out)));
  await tab.evaluate('browser.storage.local.remove("datasetOptions")');
  await tab.close();
  const again = await firefox.openPopup('tab');
  await inFirefox.expectCaptured(again, 24);
  expect(sorted(await downloaded(again))).toEqual(sorted(expected(practice, out)));
});
