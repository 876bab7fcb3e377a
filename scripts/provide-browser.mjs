import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './exit-with-error.mjs';
import { findBrowser } from './find-browser.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';

/**
 * Provides a Chromium that loads extensions from the command line: the system's, else Debian's, else Playwright's.
 * @returns {Promise<string>} its path
 */
export async function provideChromium() {
  const found = findBrowser('chromium') ?? (await installByApt('chromium', 'chromium'));
  if (found) return found;
  console.log("Downloading Playwright's Chromium, about 170 MB.");
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const { code, output } = await run(process.execPath, [playwright, 'install', '--no-shell', 'chromium'], {
    quiet: true,
  });
  const fetched = code === 0 ? findBrowser('chromium') : undefined;
  if (fetched) return fetched;
  throw new Problem(
    `${output.trim()}\n\nNo Chromium was found, and none could be downloaded. Install Chromium with your system's ` +
      'package manager, or set LIKES_OUT_CHROMIUM to its path. Google Chrome does not work: ' +
      'it no longer loads extensions from the command line.',
  );
}

/**
 * Provides a Firefox if possible. Only the tests in Firefox need it.
 * @returns {Promise<string | undefined>} its path
 */
export async function provideFirefox() {
  return findBrowser('firefox') ?? (await installByApt('firefox', 'firefox-esr'));
}

/** @param {import('./find-browser.mjs').BrowserName} name @param {string} debianPackage */
async function installByApt(name, debianPackage) {
  if (process.getuid?.() !== 0 || !isDebian()) return undefined;
  console.log(`Installing ${debianPackage} with apt-get.`);
  const options = { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  // An update may fail for one of many sources; the installation then shows whether that mattered.
  await run('apt-get', ['update'], options);
  const { code, output } = await run(
    'apt-get',
    ['install', '--yes', '--no-install-recommends', debianPackage],
    options,
  );
  if (code !== 0) console.log(`apt-get could not install it: ${output.trim().split('\n').at(-1) ?? code}`);
  return findBrowser(name);
}

function isDebian() {
  if (process.platform !== 'linux') return false;
  try {
    return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false; // A Linux that does not name itself, so we do not know its packages
  }
}
