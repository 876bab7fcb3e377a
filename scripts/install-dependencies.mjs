import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from './exit-with-error.mjs';
import { root } from './root.mjs';
import { runNpm } from './run.mjs';

/**
 * Installs what package-lock.json says, unless it is there already. Install scripts stay off: no package of ours
 * needs one, as compiled parts come as optional packages of their own.
 */
export async function installDependencies() {
  if (await areInstalled()) return;
  console.log('Installing dependencies (npm ci), which takes a minute at most with a quick network.');
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
      `${output.trim()}\n\nThe dependencies could not be installed; npm's own words stand above. ` +
        'A network and a reachable package registry are needed once.',
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
 * Whether npm's note of what it installed agrees with the lock. Packages for other systems stand only in the lock.
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
 * @returns {Promise<Lock | undefined>} nothing when there is no such file: npm writes its note last, so an install
 * that was cut off has none
 */
async function readLock(path) {
  try {
    return /** @type {Lock} */ (JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
    throw error;
  }
}
