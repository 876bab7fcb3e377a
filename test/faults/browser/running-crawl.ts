import type { PracticeSite } from '../../../practice/practice-site';
import { launchRawChromium, type RawChromium } from '../../e2e/support/raw-chromium';
import type { RawPage } from '../../e2e/support/raw-page';
import { until } from '../../e2e/support/until';

/** A browser without a debugger on its worker, and an open page of the extension to read from. */
export type Running = { readonly browser: RawChromium; readonly page: RawPage };

/** Starts the browser with a profile. A crawl resumes, at the latest when a page of the extension opens. */
export async function launch(practice: PracticeSite, profile: string): Promise<Running> {
  const browser = await launchRawChromium({ practice, profile });
  return { browser, page: await browser.openPopup('tab') };
}

export async function startCrawl({ page }: Running, crawlDelayMs: number): Promise<void> {
  await page.evaluate(`chrome.storage.local.set({ crawlDelayMs: ${crawlDelayMs} })`);
  const press = `[...document.querySelectorAll('button')].find((one) => one.textContent.trim() === 'Crawl all' && !one.disabled)`;
  await until('the button that starts a crawl', () =>
    page.evaluate<boolean>(`(() => { const it = ${press}; it?.click(); return it !== undefined; })()`),
  );
}

export const readStatus = ({ page }: Running) =>
  page.evaluate<string>(`document.querySelector('[role=status]')?.textContent ?? ''`);

export const isDone = async (running: Running) => /\bdone\b/i.test(await readStatus(running));

export async function untilDone(running: Running, limitMs: number): Promise<void> {
  let last = '';
  const done = async () => {
    last = await readStatus(running);
    return /\bdone\b/i.test(last);
  };
  await until('the end of the crawl', done, limitMs).catch((error: unknown) => {
    throw new Error(`the crawl did not end, the page says: ${last}`, { cause: error });
  });
}
