import { build } from './build.mjs';
import { checkNode } from './check-node.mjs';
import { exitWithError } from './exit-with-error.mjs';
import { installDependencies } from './install-dependencies.mjs';

/**
 * addons.mozilla.org looks for this script in a source zip, runs it, and compares the result with the uploaded package.
 * It needs Node only: no git, no browser.
 */
async function buildForAmo() {
  checkNode(process.versions.node);
  await installDependencies();
  await build(['firefox']);
}

await buildForAmo().catch(exitWithError);
