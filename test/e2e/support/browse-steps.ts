import { expect } from '@playwright/test';
import type { PracticeModel } from '../../../practice/world/practice-model';
import { generations, scrollToEnd } from './browse';
import type { Chromium } from './chromium';

/**
 * Browses like a user: a third of the models' own pages in each generation of the markup, the rest in lists that grow as one
 * scrolls, with a click from a list to a model and back, which loads no document.
 */
export async function browseSteps({ context }: Chromium, listed: readonly PracticeModel[]): Promise<void> {
  const page = await context.newPage();
  for (const [i, gen] of generations.entries()) {
    const own = listed.filter(({ index }) => index % 12 === i);
    for (const { uid } of own) await page.goto(`https://sketchfab.com/${pathOf(gen)}/${uid}?gen=${gen}`);
    await page.goto(`https://sketchfab.com/3d-models/popular?gen=${gen}`);
    await scrollToEnd(page);
    await page.locator('[data-cards] .item a').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.goBack();
  }
}

const pathOf = (generation: string) => (generation === '2019' ? '3d-models' : 'models');
