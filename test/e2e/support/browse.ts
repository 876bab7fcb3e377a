import type { Page } from '@playwright/test';
import { isListed } from '../../../practice/list-models';
import type { PracticeModel } from '../../../practice/world/practice-model';
import type { World } from '../../../practice/world/world';
import { until } from './until';

export const generations = ['2016', '2018', '2019'] as const;

/** The models that lists of the practice site show to everyone. */
export function listedModels(world: World): PracticeModel[] {
  const all = Array.from({ length: world.modelCount }, (_, index) => world.modelAt(index));
  return all.filter(isListed);
}

/** Scrolls a list until it has nothing more to load. */
export async function scrollToEnd(page: Page): Promise<void> {
  const more = page.locator('[data-next]');
  await until('the end of the list', async () => {
    await page.mouse.wheel(0, 3_000);
    return !(await more.isVisible());
  });
}
