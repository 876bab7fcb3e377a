import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from './exit-with-error.mjs';
import { root } from './root.mjs';
import { runNpm } from './run.mjs';

/**
 * Installs what package-lock.json lists, unless it is already installed. Install scripts stay off: none of our packages
 * needs one, as compiled parts are separate optional packages.
 */
export async function installDependencies() {
  if (await areInstalled()) return;
  console.log('Installing dependencies (npm ci). With a fast network this takes a minute at most.');
  const { code, output } = await runNpm(
    [
      'ci',
      '--ignore-scripts',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ],
    { quiet: true },
  );
  if (code !== 0) {
    throw new Problem(
      `${output.trim()}\n\nThe dependencies could not be installed; see npm's messages above. ` +
        'This step needs a network connection and a package registry that can be reached.',
    );
  }
}

/** @typedef {{ packages?: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} Lock */

async function areInstalled() {
  const [wanted, installed] = await Promise.all([
    readLock(join(root, 'package-lock.json')),
    readLock(join(root, 'node_modules', '.package-lock.json')),
  ]);
  return installed !== undefined && wanted !== undefined && isSame(wanted, installed);
}

/**
 * Whether npm's record of what it installed agrees with the lock file. Packages for other systems are only in the lock file.
 * @param {Lock} wanted
 * @param {Lock} installed
 */
export function isSame(wanted, installed) {
  const { '': _, ...packages } = wanted.packages ?? {};
  const present = installed.packages ?? {};
  const missesNone = Object.entries(packages).every(([path, entry]) => {
    const found = present[path];
    return found ? found.version === entry.version : entry.optional === true || entry.devOptional === true;
  });
  return missesNone && Object.keys(present).every((path) => path in packages);
}

/**
 * @param {string} path
 * @returns {Promise<Lock | undefined>} `undefined` if there is no such file: npm writes its record last, so an install
 * that was interrupted has none
 */
async function readLock(path) {
  try {
    return /** @type {Lock} */ (JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
    throw error;
  }
}
