import JSZip from 'jszip';
import { listedModels } from './support/browse';
import { captured } from './support/captured';
import { expect, test } from './support/fixtures';
import {
  button,
  chooseFile,
  crawlAll,
  download,
  expectModels,
  openView,
  pick,
  radio,
  unfold,
} from './support/popup';

async function pseudonymsOf(zip: Uint8Array): Promise<unknown> {
  const descriptor = await (await JSZip.loadAsync(zip)).file('datapackage.json')!.async('string');
  return (JSON.parse(descriptor) as { likesOut: { pseudonym: unknown } }).likesOut.pseudonym;
}

test('covers a project key, dataset options, an import and a part', async ({ chromium, practice }) => {
  const tab = await captured(chromium);
  await crawlAll(tab);
  const one = listedModels(practice.world)[0]!;

  await test.step('a key is created once and can be saved', async () => {
    await pick(tab, 'Project key');
    await button(tab, 'Create key').click();
    const saving = tab.waitForEvent('download');
    await button(tab, 'Save key file').click();
    expect((await saving).suggestedFilename()).toMatch(/^likes-out-key-[0-9a-f]{8}\.json$/);
    await expect(tab.getByText('Save the key file now')).toBeHidden();
  });
  const fingerprint = await tab.locator('code').innerText();
  const whole = await download(tab);
  expect(await pseudonymsOf(whole)).toMatchObject({
    keyMode: 'project',
    keyId: fingerprint,
  });

  await test.step('options apply to the file, and are stored for next time', async () => {
    await tab.getByRole('checkbox', { name: 'RecBole files' }).uncheck();
    await tab
      .getByRole('textbox', { name: 'Users and models to leave out' })
      .fill(`https://sketchfab.com/3d-models/x-${one.uid}`);
    const zip = await JSZip.loadAsync(await download(tab));
    expect(Object.keys(zip.files).filter((path) => path.startsWith('recbole/'))).toEqual([]);
    expect(await zip.file('data/model_urls.psv')!.async('string')).not.toContain(one.uid);
    await tab.reload();
    await expect(radio(tab, 'Project key')).toBeChecked();
    await openView(tab, 'Overview');
    await expect(tab.getByText('without RecBole; 1 entry left out by name')).toBeVisible();
  });

  await test.step('importing an exported dataset changes nothing', async () => {
    await chooseFile(tab, 'Choose a zip…', whole);
    await expect(tab.getByText(`Same key (${fingerprint})`)).toBeVisible();
    await expect(tab.getByRole('row', { name: 'Same' }).getByRole('cell').first()).toHaveText('24');
    await button(tab, 'Import').click();
    await expect(tab.getByText('Imported 0 new models and 0 new likes.')).toBeVisible();
    await expectModels(tab, 24);
    await chooseFile(tab, 'Choose a zip…', new TextEncoder().encode('beach'));
    await expect(tab.getByText('This zip cannot be imported.')).toBeVisible();
  });

  await test.step('a part is written with the same key', async () => {
    await unfold(tab, 'Several machines');
    const saving = tab.waitForEvent('download');
    await button(tab, 'Export as part').click();
    expect((await saving).suggestedFilename()).toMatch(/^sketchfab-likes-part-.*\.zip$/);
    await expect(tab.getByText('For your team only, do not publish it')).toBeVisible();
  });

  await test.step('a passphrase is required, and is in no storage', async () => {
    await pick(tab, 'Passphrase');
    await expect(tab.getByText('Enter the passphrase first.').first()).toBeVisible();
    await button(tab, 'Suggest one').click();
    await expect(tab.getByText('Strong, about 88 bits.')).toBeVisible();
    const phrase = await tab.getByRole('textbox', { name: 'Your passphrase' }).inputValue();
    expect(await pseudonymsOf(await download(tab))).toMatchObject({
      keyMode: 'passphrase',
    });
    const kept = await tab.evaluate('chrome.storage.local.get().then((all) => JSON.stringify(all))');
    expect(kept).not.toContain(phrase);
  });
});
