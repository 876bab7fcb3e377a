import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { readDatasetNumbers } from './dataset-numbers';
import { homeOf, type ViewName } from './views';

export const status = (popup: Page) => popup.getByRole('status').first();
export const button = (popup: Page, name: string) => popup.getByRole('button', { name, exact: true });
export const radio = (popup: Page, name: string) => popup.getByRole('radio', { name, exact: true });

const viewLink = (tab: Page, name: ViewName) =>
  tab.getByRole('navigation', { name: 'Views' }).getByRole('link', { name, exact: true });

/** Goes to a view of the tab. */
export async function openView(tab: Page, name: ViewName): Promise<void> {
  await viewLink(tab, name).click();
  await expect(viewLink(tab, name)).toHaveAttribute('aria-current', 'page');
}

/** Goes to the view where a control is. The popup has no views, and some controls are on several. */
async function openHome(popup: Page, control: string): Promise<void> {
  const home = homeOf(control);
  if (home && popup.url().includes('view=tab')) await openView(popup, home);
}

/** Presses a button, on whichever view it is. */
export async function press(popup: Page, name: string): Promise<void> {
  await openHome(popup, name);
  await button(popup, name).click();
}

/** Picks a radio button, on whichever view it is. */
export async function pick(popup: Page, name: string): Promise<void> {
  await openHome(popup, name);
  await radio(popup, name).check();
}

/** Opens the disclosure with this heading. */
export async function unfold(popup: Page, heading: string): Promise<void> {
  await openHome(popup, heading);
  await popup.locator('.disclosure > summary', { hasText: heading }).click();
}

export async function consent(popup: Page): Promise<void> {
  await button(popup, 'Start collecting').click();
  await expect(popup.getByRole('switch', { name: 'Auto-capture' })).toBeChecked();
}

/** Waits until the page says that this many models were captured. Settings do not say it. */
export async function expectModels(popup: Page, models: number): Promise<void> {
  if (popup.url().endsWith('#settings')) await openView(popup, 'Overview');
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
  await openHome(popup, name);
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
