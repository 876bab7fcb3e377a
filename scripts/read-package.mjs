import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * Reads the version and the home page of the extension. package.json is the only place that defines them.
 * @returns {Promise<{ version: string, homepage: string }>}
 */
export async function readPackage() {
  return JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
}
