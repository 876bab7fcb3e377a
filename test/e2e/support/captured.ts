import type { Page } from '@playwright/test';
import { isListed, listModels } from '../../../practice/list-models';
import type { PracticeModel } from '../../../practice/world/practice-model';
import type { World } from '../../../practice/world/world';
import type { Chromium } from './chromium';
import { consent, expectModels } from './popup';

export const firstPage = 'https://sketchfab.com/3d-models/popular?gen=2019';

/** The models that the first page shows. */
export function modelsOfFirstPage(world: World): readonly PracticeModel[] {
  return listModels(world, isListed, { from: 0, count: 24 }).models;
}

/** A page of 24 models, captured, and the tab view before "Crawl all". */
export async function captured(chromium: Chromium, crawlDelayMs = 20): Promise<Page> {
  const popup = await chromium.openPopup('tab');
  await consent(popup);
  await chromium.saveSettings({ crawlDelayMs });
  const page = await chromium.context.newPage();
  await page.goto(firstPage);
  await expectModels(popup, 24);
  await popup.bringToFront();
  return popup;
}
