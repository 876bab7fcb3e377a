import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { Problem } from './exit-with-error.mjs';

/**
 * Where to look for each browser. Branded Google Chrome is not listed: since version 137 it ignores
 * `--load-extension`. The oldest versions are those of the manifest.
 */
const browsers = {
  chromium: {
    variable: 'LIKES_OUT_CHROMIUM',
    oldest: 120,
    says: /^Chromium (\d+)/,
    commands: ['chromium', 'chromium-browser'],
    places: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      ...under(
        ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'],
        'Chromium',
        'Application',
        'chrome.exe',
      ),
    ],
  },
  firefox: {
    variable: 'LIKES_OUT_FIREFOX',
    oldest: 140,
    says: /Firefox (\d+)/,
    commands: ['firefox-esr', 'firefox'],
    places: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      ...under(['PROGRAMFILES', 'PROGRAMFILES(X86)'], 'Mozilla Firefox', 'firefox.exe'),
    ],
  },
};

/** @typedef {keyof typeof browsers} BrowserName */

/**
 * Finds a browser that can run the extension.
 * @param {BrowserName} name
 * @returns {string | undefined}
 */
export function findBrowser(name) {
  const { variable, commands, places } = browsers[name];
  const given = process.env[variable];
  if (given) {
    if (existsSync(given)) return given;
    throw new Problem(`${variable} is ${given}, but there is no such file.`);
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...places].find((path) => isUsable(path, name)) ?? playwrightsOwn(name);
}

/** @param {string} path @param {BrowserName} name */
function isUsable(path, name) {
  if (!existsSync(path)) return false;
  // On Windows, asking for the version opens a window instead.
  if (process.platform === 'win32') return true;
  const { says, oldest } = browsers[name];
  const answer = askVersion(path);
  // A snap cannot see our profile in the temporary folder or, often, the checkout.
  return Number(says.exec(answer)?.[1] ?? 0) >= oldest && !answer.includes('snap');
}

/** @param {string} path */
function askVersion(path) {
  try {
    return execFileSync(path, ['--version'], { encoding: 'utf8', stdio: 'pipe', timeout: 20_000 }).trim();
  } catch {
    return ''; // It does not start, like Ubuntu's stub for a snap that is not installed
  }
}

/** @param {BrowserName} name */
function playwrightsOwn(name) {
  // Playwright's Firefox is patched and does not support add-ons.
  if (name !== 'chromium') return undefined;
  try {
    const { chromium } = /** @type {typeof import('@playwright/test')} */ (
      createRequire(import.meta.url)('@playwright/test')
    );
    return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** @param {readonly string[]} variables @param {string[]} rest */
function under(variables, ...rest) {
  return variables.flatMap((variable) => {
    const folder = process.env[variable];
    return folder ? [join(folder, ...rest)] : [];
  });
}
