import { serveGallery } from '../test/popup/gallery/serve-gallery';
import { exitWithError } from './exit-with-error.mjs';

/** Serves every state of the popup and the tab, to look at in a browser while changing a view or its style. */
async function gallery(): Promise<void> {
  const { address } = await serveGallery();
  console.log(`The gallery of UI states: ${address}
It reloads when src/popup changes. Press Ctrl-C to end it.`);
}

await gallery().catch(exitWithError);
