import { readFile, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';

/** Static imports. Minified code has no comments, and every path of ours starts with a dot. */
const imports = /(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+)["']/g;
/** The scripts and style sheets of a page. */
const links = /(?:src|href)="([^"]+)"/g;

/** @typedef {{ content_scripts: { js: string[] }[], background: { service_worker?: string, scripts?: string[] }, action: { default_popup: string } }} Manifest */

/**
 * How many bytes the browser loads for each part of a built extension, including imports. The export workers do not
 * count: they are loaded only when someone downloads.
 * @param {string} folder of the build
 * @returns {Promise<import('./find-oversize.mjs').Sizes>}
 */
export async function measureBuild(folder) {
  /** @type {Manifest} */
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  const { service_worker: worker, scripts = [] } = manifest.background;
  return {
    contentScript: await measure(
      folder,
      manifest.content_scripts.flatMap(({ js }) => js),
    ),
    worker: await measure(folder, worker ? [worker] : scripts),
    popup: await measure(folder, [manifest.action.default_popup]),
  };
}

/** @param {string} folder @param {readonly string[]} starts @returns {Promise<number>} */
async function measure(folder, starts) {
  const seen = new Set(starts.map((path) => posix.normalize(path)));
  let bytes = 0;
  // Paths added to the set during the loop are visited too.
  for (const path of seen) {
    bytes += (await stat(join(folder, path))).size;
    for (const found of await readLinks(folder, path)) seen.add(found);
  }
  if (bytes === 0) throw new Error(`The manifest in ${folder} names no file for one of the parts.`);
  return bytes;
}

/** @param {string} folder @param {string} path @returns {Promise<string[]>} paths inside the folder */
async function readLinks(folder, path) {
  const pattern = path.endsWith('.html') ? links : path.endsWith('.js') ? imports : undefined;
  if (!pattern) return [];
  const text = await readFile(join(folder, path), 'utf8');
  return [...text.matchAll(pattern)].map(([, to = '']) =>
    to.startsWith('/') ? to.slice(1) : posix.join(posix.dirname(path), to),
  );
}
