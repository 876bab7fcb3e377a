import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { readDatasetNumbers } from './dataset-numbers';

export const status = (popup: Page) => popup.getByRole('status').first();
export const button = (popup: Page, name: string) => popup.getByRole('button', { name, exact: true });
export const radio = (popup: Page, name: string) => popup.getByRole('radio', { name, exact: true });

/** Opens the disclosure with this heading. */
export const unfold = (popup: Page, heading: string) =>
  popup.locator('.disclosure > summary', { hasText: heading }).click();

export async function consent(popup: Page): Promise<void> {
  await button(popup, 'Start collecting').click();
  await expect(popup.getByRole('switch', { name: 'Auto-capture' })).toBeChecked();
}

/** Waits until the page says that this many models were captured. */
export async function expectModels(popup: Page, models: number): Promise<void> {
  await expect.poll(async () => (await readDatasetNumbers(popup)).Models).toBe(models);
}

export async function download(popup: Page): Promise<Uint8Array> {
  const [file] = await Promise.all([
    popup.waitForEvent('download'),
    button(popup, 'Download dataset').click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^sketchfab-likes-\d{4}-\d{2}-\d{2}\.zip$/);
  return readFile(await file.path());
}

/** Gives the page a file, through the button that asks for one. */
export async function chooseFile(popup: Page, name: string, content: Uint8Array): Promise<void> {
  const choosing = popup.waitForEvent('filechooser');
  await button(popup, name).click();
  const file = { name: 'chosen', mimeType: 'application/octet-stream', buffer: Buffer.from(content) };
  await (await choosing).setFiles(file);
}

/** Crawls until the page shows that it is done. */
export async function crawlAll(popup: Page): Promise<void> {
  await button(popup, 'Crawl all').click();
  await expect(status(popup)).toContainText(/done/i, { timeout: 60_000 });
}
