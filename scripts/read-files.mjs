import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Problem } from './exit-with-error.mjs';
import { run } from './run.mjs';
import { root } from './root.mjs';

/** @typedef {Map<string, Uint8Array>} Files keyed by path inside the folder, with `/` between folders */

/**
 * Reads every file in a folder and its subfolders.
 * @param {string} folder
 * @returns {Promise<Files>}
 */
export async function readFolder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  return readAll(folder, paths);
}

/**
 * Reads the sources as they are in the checkout: every file except those that .gitignore excludes.
 * @returns {Promise<Files>}
 */
export async function readSources() {
  const list = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    quiet: true,
  });
  const removed = await run('git', ['ls-files', '-z', '--deleted'], { quiet: true });
  if (list.code !== 0 || removed.code !== 0) {
    throw new Problem(
      `${list.output.trim()}\n\nThe source zip needs git and a clone, because git lists its files. ` +
        'To build for Firefox without git, use npm run build-for-amo.',
    );
  }
  const gone = new Set(removed.output.split('\0'));
  return readAll(
    root,
    list.output.split('\0').filter((path) => path !== '' && !gone.has(path)),
  );
}

/** @param {string} folder @param {readonly string[]} paths @returns {Promise<Files>} */
async function readAll(folder, paths) {
  /** @type {Files} */
  const files = new Map();
  for (const path of paths) files.set(path, await readFile(join(folder, path)));
  return files;
}
