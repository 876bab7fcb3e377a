import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PracticeSite } from '../../../practice/practice-site';
import type { PracticeModel } from '../../../practice/world/practice-model';
import { createProfile, removeProfile } from '../../e2e/support/browser-profile';
import { listedModels, scrollToEnd } from '../../e2e/support/browse';
import { launchChromium } from '../../e2e/support/chromium';
import { consent, expectModels } from '../../e2e/support/popup';
import { until } from '../../e2e/support/until';
import { readKeptState } from './kept-state';
import { startPractice, type PracticeOptions } from '../../e2e/support/practice';

/** A practice site, and a profile in which its models are captured but not crawled. */
export type Ground = {
  readonly practice: PracticeSite;
  readonly models: readonly PracticeModel[];
  /** `Chromium 156.0.8078.79, IndexedDB on LevelDB` */
  readonly browser: string;
  /** Provides a copy of the profile, clears the site's ledger and faults, and removes the copy afterwards. */
  withProfile<T>(use: (profile: string) => Promise<T>): Promise<T>;
};

/** Models whose own page is visited too. */
const visited = 3;

/** Captures once, in an automated browser that is closed normally; each crawl of a campaign starts from a copy. */
export async function withGround<T>(
  options: PracticeOptions,
  use: (ground: Ground) => Promise<T>,
): Promise<T> {
  const practice = await startPractice(options);
  const captured = await createProfile();
  try {
    const version = await capture(practice, captured);
    const browser = `Chromium ${version}, IndexedDB on ${await backEnd(captured)}`;
    const withProfile: Ground['withProfile'] = async (useProfile) => {
      const profile = await createProfile();
      try {
        await cp(captured, profile, { recursive: true });
        practice.ledger.clear();
        practice.faults.clear();
        return await useProfile(profile);
      } finally {
        await removeProfile(profile);
      }
    };
    return await use({ practice, models: listedModels(practice.world), browser, withProfile });
  } finally {
    await practice.close();
    await removeProfile(captured);
  }
}

async function capture(practice: PracticeSite, profile: string): Promise<string> {
  const chromium = await launchChromium({ practice, profile });
  const popup = await chromium.openPopup('tab');
  await consent(popup);
  const page = await chromium.context.newPage();
  await page.goto('https://sketchfab.com/3d-models/popular?gen=2018');
  await scrollToEnd(page);
  // A page loses what it has not reported when it is left.
  await expectModels(popup, listedModels(practice.world).length);
  // Tags are only on a model's own page, and cannot be fetched from anywhere else.
  for (const { uid } of listedModels(practice.world).slice(0, visited)) {
    await page.goto(`https://sketchfab.com/models/${uid}?gen=2018`);
    await until('the tags of a page', async () => {
      const { models } = await readKeptState({ evaluate: (expression) => popup.evaluate(expression) });
      return models.some((model) => model.uid === uid && model.tags !== null);
    });
  }
  const version = chromium.context.browser()?.version() ?? 'of unknown version';
  await chromium.close();
  return version;
}

/** Chromium is moving IndexedDB from LevelDB to SQLite; the kills must be repeated then. */
async function backEnd(profile: string): Promise<string> {
  const names = await readdir(join(profile, 'Default', 'IndexedDB'));
  return names.some((name) => name.endsWith('.leveldb')) ? 'LevelDB' : `something else (${names.join(' ')})`;
}
