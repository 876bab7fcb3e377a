import { removeProfile } from '../test/e2e/support/browser-profile';
import { startPractice } from '../test/e2e/support/practice';
import { launchRawChromium } from '../test/e2e/support/raw-chromium';
import { closeOnSignal } from './close-on-signal';
import { exitWithError } from './exit-with-error.mjs';

/** Opens a window on the practice site, to try things until it is closed. */
async function play(): Promise<void> {
  const practice = await startPractice({ seed: 2016, models: 600, users: 3_000, likes: 15_000 });
  const chromium = await launchRawChromium({
    practice,
    headless: false,
    firstPage: 'https://sketchfab.com/3d-models/popular',
  });
  closeOnSignal(chromium);
  await chromium.show(`chrome-extension://${chromium.extensionId}/src/popup/index.html?view=tab`);
  console.log(`
A window is open with two tabs: the practice gallery, which only looks like sketchfab.com, and Likes Out.
  1. In Likes Out, press "Start collecting".
  2. In the gallery, browse and scroll; the links at the bottom show the markup of other years.
  3. Back in Likes Out, press "Crawl all", and "Download dataset" whenever you like.
  4. Close a tab or the window during a crawl, and see what is still there.
Close the window (on a Mac, quit Chromium) to end. Its profile is deleted.`);
  await chromium.ended;
  await practice.close();
  await removeProfile(chromium.profile);
}

await play().catch(exitWithError);
