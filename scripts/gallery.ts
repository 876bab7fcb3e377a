import { serveGallery } from '../test/popup/gallery/serve-gallery';
import { exitWithError } from './exit-with-error.mjs';

/** Every state of the popup and the tab, to look at in any browser while one changes a view or its style. */
async function gallery(): Promise<void> {
  const { address } = await serveGallery();
  console.log(`The gallery of UI states: ${address}
It follows every change to src/popup. Ctrl-C ends it.`);
}

await gallery().catch(exitWithError);
