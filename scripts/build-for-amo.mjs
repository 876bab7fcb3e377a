import { build } from './build.mjs';
import { checkNode } from './check-node.mjs';
import { installDependencies } from './install-dependencies.mjs';
import { endInTrouble } from './trouble.mjs';

/**
 * The command that addons.mozilla.org looks for in a source zip and runs, to compare what it builds with the package
 * that was handed in. It needs Node alone: no git, no browser.
 */
async function buildForAmo() {
  checkNode(process.versions.node);
  await installDependencies();
  await build(['firefox']);
}

await buildForAmo().catch(endInTrouble);
