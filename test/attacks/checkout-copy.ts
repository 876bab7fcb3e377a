import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';

/** A copy of the checkout as it is now, in which files may be changed. */
export type CheckoutCopy = {
  readonly folder: string;
  /** Replaces a text that must stand in the file exactly once. Returns a function that undoes it. */
  replace(file: string, find: string, replacement: string): Promise<() => Promise<void>>;
  remove(): Promise<void>;
};

export async function copyCheckout(): Promise<CheckoutCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'likes-out-attacks-'));
  const listed = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const files = execFileSync('git', listed, { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
  for (const file of new Set(files)) await cp(join(root, file), join(folder, file));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');

  return {
    folder,
    async replace(file, find, replacement) {
      const path = join(folder, file);
      const text = await readFile(path, 'utf8');
      const found = text.split(find).length - 1;
      if (found !== 1) throw new Error(`${file} has this ${found} times instead of once: ${find}`);
      await writeFile(
        path,
        text.replace(find, () => replacement),
      );
      return () => writeFile(path, text);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
