import { join } from 'node:path';
import { launchRawChromium } from '../test/e2e/support/raw-chromium';
import { closeOnSignal } from './close-on-signal';
import { exitWithError } from './exit-with-error.mjs';
import { root } from './root.mjs';

/** The real site in a window. From here on everything is done by the person; no debugger is attached to anything. */
async function live(): Promise<void> {
  const profile = join(root, 'out', 'live-profile');
  const chromium = await launchRawChromium({
    profile,
    headless: false,
    firstPage: 'https://sketchfab.com/3d-models/popular',
  });
  closeOnSignal(chromium);
  console.log(`
This is the real Sketchfab, and nothing happens by itself. What is collected stays in ${profile}
The extension waits behind the puzzle piece beside the address bar: "Start collecting", then browse.
Close the window (on a Mac, quit Chromium) to end.`);
  await chromium.ended;
}

await live().catch(exitWithError);
