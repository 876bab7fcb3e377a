import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from '../../scripts/root.mjs';

export type BuiltFile = { readonly path: string; readonly text: string };

export const targets = ['chrome', 'firefox'] as const;
export type BuildTarget = (typeof targets)[number];

export function isBuilt(target: BuildTarget): boolean {
  return existsSync(join(root, 'dist', target, 'manifest.json'));
}

/** Shown in the titles of tests that are skipped without a build; `npm test` builds first. */
export const needsBuild = '(skipped until there is a build: npm run build)';

/** Every file of a build that the browser reads as text, with its path inside the build. */
export function readBuilt(target: BuildTarget): readonly BuiltFile[] {
  const folder = join(root, 'dist', target);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:js|html|css|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: relative(folder, file).replaceAll(sep, '/'),
      text: readFileSync(file, 'utf8'),
    }));
}
