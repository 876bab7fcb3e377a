import { createProfile, removeProfile } from '../../test/e2e/support/browser-profile';
import { launchChromium } from '../../test/e2e/support/chromium';
import { startPractice } from '../../test/e2e/support/practice';
import { fillDatabase } from './fill-database';
import { processorSeconds } from './processor-seconds';
import { watchMemory } from './process-memory';

const of2016 = { models: 28_806, users: 62_583, likes: 632_840 };
const patienceMs = 600_000;

/**
 * From opening the view "Recommend" in Chromium to the first list, with the likes of a crawl of 2016's size, times
 * `times`: reading all likes, then the models similar to one. The browser is started anew for each run, so nothing is warm.
 */
export async function runRecommendViewBench(times: number, runs: number): Promise<void> {
  const practice = await startPractice();
  const profile = await createProfile();
  const scale = {
    seed: 2016,
    models: Math.round(of2016.models * times),
    users: Math.round(of2016.users * times),
    likes: Math.round(of2016.likes * times),
  };
  try {
    const filling = await launchChromium({ practice, profile });
    await filling.saveSettings({ consent: true });
    const filled = await fillDatabase(await filling.openPopup('tab'), scale);
    await filling.close();
    console.log(`${filled.likes} likes of ${filled.models} models by ${filled.users} users in the database`);

    for (let run = 1; run <= runs; run += 1) {
      const chromium = await launchChromium({ practice, profile });
      const tab = await chromium.openPopup('tab');
      tab.setDefaultTimeout(patienceMs);
      await tab.getByRole('navigation', { name: 'Views' }).waitFor();
      await tab.waitForTimeout(3_000);
      const memory = watchMemory(profile);
      const begun = performance.now();
      const usedBefore = processorSeconds(profile);
      await tab.getByRole('link', { name: 'Recommend', exact: true }).click();
      await tab.locator('.item-list a').first().waitFor();
      const firstMs = performance.now() - begun;
      const used = processorSeconds(profile) - usedBefore;
      const clicked = performance.now();
      await tab.locator('.item-list a').first().click();
      await tab.getByRole('region', { name: 'Similar tags' }).waitFor();
      const nextMs = performance.now() - clicked;
      const peak = memory.end();
      console.log(
        `run ${run}: first list ${seconds(firstMs)} s after opening the view (processor ${used.toFixed(2)} s, all processes), three lists for the most liked model ` +
          `${seconds(nextMs)} s after a click; renderers ${Math.round(memory.base.renderers)} MB, at most ${Math.round(peak.renderers)} MB`,
      );
      await chromium.close();
    }
  } finally {
    await practice.close();
    await removeProfile(profile);
  }
}

const seconds = (ms: number) => (ms / 1_000).toFixed(2);
