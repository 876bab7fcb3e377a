import type { Page } from '@playwright/test';
import { isListed, listModels } from '../../../practice/list-models';
import type { PracticeModel } from '../../../practice/world/practice-model';
import type { World } from '../../../practice/world/world';
import type { Chromium } from './chromium';
import { button, consent, expectModels } from './popup';

export const firstPage = 'https://sketchfab.com/3d-models/popular?gen=2019';

/** The models that the first page shows. */
export function modelsOfFirstPage(world: World): readonly PracticeModel[] {
  return listModels(world, isListed, { from: 0, count: 24 }).models;
}

/** The option under which models are downloaded that were not crawled. */
export const withNotCrawled = { datasetOptions: { options: { leaveOutNotPublic: false } } } as object;

/** A page of 24 models, captured and not crawled, and the tab view, which offers them for download all the same. */
export async function capturedAlone(chromium: Chromium): Promise<Page> {
  const popup = await captured(chromium);
  await chromium.saveSettings(withNotCrawled);
  await button(popup, 'Download dataset').and(popup.locator(':enabled')).waitFor();
  return popup;
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
