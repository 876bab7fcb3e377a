import { checkNode } from './check-node.mjs';
import { installDependencies } from './install-dependencies.mjs';
import { provideChromium, provideFirefox } from './provide-browser.mjs';

/**
 * Installs all that the commands need in a fresh clone. Browser paths go into the environment, where everything
 * started from here finds them.
 * @param {{ firefox: boolean }} wanted
 */
export async function setUp(wanted) {
  checkNode(process.versions.node);
  await installDependencies();
  const chromium = await provideChromium();
  process.env['LIKES_OUT_CHROMIUM'] = chromium;
  console.log(`Chromium: ${chromium}`);
  if (!wanted.firefox) return;
  const firefox = await provideFirefox();
  if (firefox) process.env['LIKES_OUT_FIREFOX'] = firefox;
  console.log(
    firefox
      ? `Firefox:  ${firefox}`
      : 'Firefox:  no version 140 or newer was found, so the tests in Firefox are skipped. ' +
          'Install Firefox, or set LIKES_OUT_FIREFOX to its path.',
  );
}
