import type { Page } from '@playwright/test';

/**
 * Runs code where our content script runs on this page, as a compromised renderer can. Resolves with the value of the
 * expression, or the message of its error.
 */
export async function inContentWorld(page: Page, expression: string): Promise<unknown> {
  const session = await page.context().newCDPSession(page);
  const worlds: { id: number; origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await session.send('Runtime.enable');
  const world = worlds.find(({ origin }) => origin.startsWith('chrome-extension://'));
  if (!world) throw new Error('the content script of this page has no isolated world');
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId: world.id,
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  return exceptionDetails ? (exceptionDetails.exception?.description ?? exceptionDetails.text) : result.value;
}
