import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { until } from './until';
import { homeOf } from './views';

// The counterpart of `popup.ts` for Firefox, driven by puppeteer.

export const textOf = (popup: Page) => popup.$eval('body', (body) => body.innerText);

export const expectText = (popup: Page, text: RegExp, limitMs?: number) =>
  until(`the page to say ${String(text)}`, async () => text.test(await textOf(popup)), limitMs);

/** Settings do not say how many. */
export async function expectCaptured(popup: Page, models: number): Promise<void> {
  if ((await addressOf(popup)).endsWith('#settings')) await openView(popup, 'Overview');
  await expectText(popup, new RegExp(`^${models}\\s+Models$|Models\\s+${models}`, 'm'));
}

// Puppeteer itself is not told of it in pages of extensions.
const addressOf = (popup: Page) => popup.evaluate(() => location.href);

export async function openView(tab: Page, view: string): Promise<void> {
  await (await tab.waitForSelector(`nav a[href="#${view.toLowerCase()}"]`))!.click();
  await tab.waitForSelector(`nav a[href="#${view.toLowerCase()}"][aria-current=page]`);
}

async function openHome(popup: Page, control: string): Promise<void> {
  const home = homeOf(control);
  if (home && (await addressOf(popup)).includes('view=tab')) await openView(popup, home);
}

/** Presses a button, on whichever view it is. */
export async function press(popup: Page, name: string, role = 'button'): Promise<void> {
  await openHome(popup, name);
  await (await popup.waitForSelector(`aria/${name}[role="${role}"]`))!.click();
}

export async function crawlAll(popup: Page): Promise<void> {
  await press(popup, 'Crawl all');
  const status = () => popup.$eval('[role=status]', (line) => line.textContent);
  await until('the crawl to be done', async () => /done/i.test(await status()), 60_000);
}

/** Gives the page a file, through the field behind the button of this name. */
export async function chooseFile(popup: Page, name: string, path: string): Promise<void> {
  await openHome(popup, name);
  const field = await popup.waitForSelector(`input[type=file][aria-label="${name}"]`);
  await (field as ElementHandle<HTMLInputElement>).uploadFile(path);
}

/** Presses a button, waits for the file it creates, and returns its path. */
export async function saved(popup: Page, name: string, downloads: string): Promise<string> {
  const before = await readdir(downloads);
  await press(popup, name);
  return until(`a file by ${name}`, () => newFile(downloads, before), 60_000);
}

/** Firefox creates an empty file first, writes to others beside it, with names of its own, and renames the last one. */
async function newFile(downloads: string, before: readonly string[]): Promise<string | undefined> {
  const files = await readdir(downloads);
  const made = files.find((file) => !before.includes(file) && /likes.*\.(?:zip|json)$/.test(file));
  if (made === undefined || files.some((file) => file.endsWith('.part'))) return undefined;
  const path = join(downloads, made);
  return (await stat(path)).size > 0 ? path : undefined;
}
