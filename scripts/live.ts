import { join } from 'node:path';
import { launchRawChromium } from '../test/e2e/support/raw-chromium';
import { closeOnSignal } from './close-on-signal';
import { exitWithError } from './exit-with-error.mjs';
import { root } from './root.mjs';

/** Opens the real site in a window. The user does everything from there; no debugger is attached. */
async function live(): Promise<void> {
  const profile = join(root, 'out', 'live-profile');
  const chromium = await launchRawChromium({
    profile,
    headless: false,
    firstPage: 'https://sketchfab.com/3d-models/popular',
  });
  closeOnSignal(chromium);
  console.log(`
This is the real Sketchfab, and nothing happens on its own. What is collected stays in ${profile}
The extension is behind the puzzle piece beside the address bar: press "Start collecting", then browse.
Close the window (on a Mac, quit Chromium) to end.`);
  await chromium.ended;
}

await live().catch(exitWithError);
