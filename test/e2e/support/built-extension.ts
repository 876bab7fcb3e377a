import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../../../scripts/exit-with-error.mjs';
import { root } from '../../../scripts/root.mjs';

/** The page that is both the popup and, with `?view=tab`, the tab view. */
export const popupPage = 'src/popup/index.html';

/** The folder of the unpacked extension. */
export function builtExtension(target: 'chrome' | 'firefox'): string {
  const folder = join(root, 'dist', target);
  if (existsSync(join(folder, 'manifest.json'))) return folder;
  throw new Problem(`dist/${target} is not there yet. Run: npm run build`);
}
