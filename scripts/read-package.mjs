import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * What package.json says of the extension: its version and its address stand there and nowhere else.
 * @returns {Promise<{ version: string, homepage: string }>}
 */
export async function readPackage() {
  return JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
}
