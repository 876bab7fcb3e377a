import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';

/** Written by commands and not part of the sources; see .gitignore. */
const made = new Set(['.git', 'node_modules', 'dist', 'out', 'test-results', 'playwright-report']);

/** The paths of all source files in a folder of the repository, `''` for the root, relative to the root. */
export function sourceFiles(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (made.has(entry.name)) return [];
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? sourceFiles(path) : [path];
  });
}
