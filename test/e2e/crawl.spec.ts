import { readFile } from 'node:fs/promises';
import type { CDPSession } from '@playwright/test';
import { jsonInstead, notFound, tooManyRequests, wafChallenge } from '../../practice/fault-answers';
import { captured, capturedAlone } from './support/captured';
import { readDescriptor } from './support/expect-dataset';
import { expect, test } from './support/fixtures';
import { button, consent, download, status } from './support/popup';
import { readDatasetNumbers } from './support/dataset-numbers';

declare const chrome: { readonly action: { openPopup(): Promise<void> } };

test.describe('before anything is captured', () => {
  test('both buttons say why they are disabled', async ({ chromium }) => {
    const popup = await chromium.openPopup();
    await consent(popup);
    for (const name of ['Crawl all', 'Download dataset']) {
      await expect(button(popup, name)).toBeDisabled();
      await expect(button(popup, name)).toHaveAccessibleDescription(/\w{3}/);
    }
  });
});

test.describe('a crawl', () => {
  test('runs once, even if two popups request it with two clicks each', async ({ chromium, practice }) => {
    const popup = await captured(chromium);
    const other = await chromium.openPopup();
    const buttons = await Promise.all(
      [popup, other].map((page) => button(page, 'Crawl all').elementHandle()),
    );
    // By handle, because the first click may redraw the other page before the second.
    const clickTwice = (element: Node) => {
      (element as HTMLElement).click();
      (element as HTMLElement).click();
    };
    await Promise.all(buttons.map((found) => found.evaluate(clickTwice)));
    await expect(status(popup)).toContainText(/done/i, { timeout: 30_000 });
    const requests = practice.ledger.apiRequests().map(({ path, query }) => `${path}?${query.toString()}`);
    expect(new Set(requests).size).toBe(requests.length);
  });

  test('pauses, stays paused when its tab is reopened, resumes and stops', async ({ chromium, practice }) => {
    const popup = await captured(chromium, 300);
    await button(popup, 'Crawl all').click();
    await expect(status(popup)).toContainText(/crawling/i);
    await expect(popup.getByRole('progressbar', { name: 'Crawl progress' })).toBeVisible();
    await expect.poll(() => practice.ledger.apiRequests().length).toBeGreaterThan(2);
    await button(popup, 'Pause').click();
    await expect(status(popup)).toContainText(/paused/i);
    await popup.waitForTimeout(600); // the response that was under way
    const asked = practice.ledger.apiRequests().length;
    await popup.reload();
    await expect(status(popup)).toContainText(/paused/i);
    await popup.waitForTimeout(1_000);
    expect(practice.ledger.apiRequests()).toHaveLength(asked);
    await button(popup, 'Resume').click();
    await expect.poll(() => practice.ledger.apiRequests().length).toBeGreaterThan(asked);
    await button(popup, 'Stop').click();
    await expect(button(popup, 'Crawl all')).toBeEnabled();
  });

  test('that meets a check for humans says so, requests nothing more, and resumes on request', async ({
    chromium,
    practice,
  }) => {
    const popup = await captured(chromium);
    practice.faults.plan({ match: { path: /^\/i\/likes/ }, times: 1, after: 3, answer: wafChallenge() });
    await button(popup, 'Crawl all').click();
    await expect(status(popup)).toContainText(/blocked/i);
    await expect(button(popup, 'Open Sketchfab')).toBeVisible();
    const asked = practice.ledger.apiRequests().length;
    await popup.waitForTimeout(1_000);
    expect(practice.ledger.apiRequests()).toHaveLength(asked);
    await button(popup, 'Resume').click();
    await expect(status(popup)).toContainText(/done/i, { timeout: 30_000 });
    expect((await readDatasetNumbers(popup)).Complete).toBe(24);
  });

  test('that is asked to wait shows until when, and waits', async ({ chromium, practice }) => {
    const popup = await captured(chromium);
    practice.faults.plan({
      match: { path: /^\/i\/likes/ },
      times: 1,
      after: 2,
      answer: tooManyRequests('6'),
    });
    await button(popup, 'Crawl all').click();
    await expect(status(popup)).toContainText(/waiting/i);
    await expect(status(popup)).toContainText(/done/i, { timeout: 30_000 });
    const requests = practice.ledger.apiRequests();
    const told = requests.findIndex(({ status: code }) => code === 429);
    // From its arrival: it is answered at once, and we may record the end of a response after the browser has it.
    expect(requests[told + 1]!.at - requests[told]!.at).toBeGreaterThanOrEqual(6_000);
  });

  test('names what went wrong with a model, and continues with the others', async ({
    chromium,
    practice,
  }) => {
    const popup = await captured(chromium);
    const [gone, strange] = [practice.world.byLikes[0]!, practice.world.byLikes[1]!].map(
      (i) => practice.world.modelAt(i).uid,
    );
    practice.faults.plan({ match: { path: '/i/likes', model: gone! }, times: 'always', answer: notFound() });
    practice.faults.plan({
      match: { path: '/i/likes', model: strange! },
      times: 'always',
      answer: jsonInstead({ results: 'soon' }),
    });
    await button(popup, 'Crawl all').click();
    await expect(status(popup)).toContainText(/done/i, { timeout: 40_000 });
    expect((await readDatasetNumbers(popup)).Complete).toBe(22);
    await expect(popup.getByText('results: no list')).toBeVisible();
    const { notComplete } = (await readDescriptor(await download(popup))).likesOut;
    expect(notComplete.map(({ mid, state }) => [mid, state]).sort()).toEqual(
      [
        [gone!, 'gone'],
        [strange!, 'failed'],
      ].sort(),
    );
    await expect(popup.getByText(/not on Sketchfab any more/)).toBeVisible();
  });
});

test.describe('the real popup', () => {
  test('hands the download to a tab, which outlives it', async ({ chromium }) => {
    await capturedAlone(chromium);
    const { context } = chromium;
    await context.serviceWorkers()[0]!.evaluate(() => chrome.action.openPopup());
    const opened = context.waitForEvent('page').then((tab) => tab.waitForEvent('download'));
    await pressInPopup(await context.browser()!.newBrowserCDPSession(), 'Download dataset');
    const file = await opened;
    expect(file.page().url()).toContain('?view=tab');
    expect(file.suggestedFilename()).toMatch(/\.zip$/);
    expect((await readDescriptor(await readFile(await file.path()))).likesOut.notComplete).toHaveLength(24);
  });
});

/** Playwright has no page for the popup, so the browser presses the button. */
async function pressInPopup(session: CDPSession, name: string): Promise<void> {
  const { targetInfos } = await session.send('Target.getTargets');
  const popup = targetInfos.find(({ url }) => url.endsWith('/src/popup/index.html'));
  const { sessionId } = await session.send('Target.attachToTarget', { targetId: popup!.targetId });
  const find = `[...document.querySelectorAll('button')].find((one) => one.textContent.trim() === '${name}' && !one.disabled)`;
  const press = `new Promise((done) => { const look = () => { const it = ${find}; if (it) { it.click(); done(); } else setTimeout(look, 50); }; look(); })`;
  const params = { expression: press, awaitPromise: true, userGesture: true };
  const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params });
  await session.send('Target.sendMessageToTarget', { sessionId, message });
}
