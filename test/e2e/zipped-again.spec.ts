import JSZip from 'jszip';
import { readFile, writeFile } from 'node:fs/promises';
import { capturedAlone, firstPage, withNotCrawled } from './support/captured';
import {
  chooseFile as chooseFileInFirefox,
  expectCaptured,
  expectText,
  press,
  saved,
} from './support/firefox-popup';
import { expect, test } from './support/fixtures';
import { button, chooseFile, download, expectModels, pick } from './support/popup';

/** The files of a zip, as the Finder of macOS packs their folder. */
async function zipAgain(zip: Uint8Array): Promise<Buffer> {
  const opened = await JSZip.loadAsync(zip);
  const packed = new JSZip();
  for (const file of Object.values(opened.files)) {
    // Every folder gets an entry of its own.
    packed.file(`sketchfab-likes/${file.name}`, await file.async('nodebuffer'), { createFolders: true });
    packed.file(`__MACOSX/sketchfab-likes/._${file.name.replaceAll('/', '_')}`, 'Mac OS X');
  }
  packed.file('sketchfab-likes/.DS_Store', 'Bud1');
  const options = { type: 'nodebuffer', compression: 'DEFLATE', comment: 'zipped again' } as const;
  const made = await packed.generateAsync(options);
  expect(made.length).not.toBe(zip.length);
  return made;
}

test('imports a dataset that was zipped again, and removes it, in Chromium', async ({ chromium }) => {
  const tab = await capturedAlone(chromium);
  await pick(tab, 'Project key');
  await button(tab, 'Create key').click();
  await expect(button(tab, 'Save key file')).toBeVisible();
  await chooseFile(tab, 'Choose a zip…', await zipAgain(await download(tab)));
  await expect(tab.getByText('Same key (')).toBeVisible();
  await button(tab, 'Import').click();
  await expect(tab.getByText('Imported 0 new models and 0 new likes.')).toBeVisible();
  const list = tab.getByRole('list', { name: 'Imported so far:' });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await list.getByRole('button', { name: 'Remove' }).click();
  await tab.getByRole('button', { name: 'Yes, remove it' }).click();
  await expect(list).toBeHidden();
  await expectModels(tab, 24);
});

test('imports a dataset that was zipped again, in Firefox', async ({ firefox }) => {
  await firefox.saveSettings({ consent: true, autoCapture: true, ...withNotCrawled });
  await firefox.openPage(firstPage);
  const popup = await firefox.openPopup('tab');
  await expectCaptured(popup, 24);
  const zip = await saved(popup, 'Download dataset', firefox.downloads);
  const again = `${zip}.again.zip`;
  await writeFile(again, await zipAgain(await readFile(zip)));
  await chooseFileInFirefox(popup, 'Choose a zip…', again);
  // The default key is for one download alone.
  await expectText(popup, /It was made with a one-time key/);
  await press(popup, 'Import');
  await expectText(popup, /Imported 0 new models, without likes\./);
  await expectCaptured(popup, 24);
});
