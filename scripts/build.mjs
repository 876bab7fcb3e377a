import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exitWithError, Problem } from './exit-with-error.mjs';
import { findOversize } from './find-oversize.mjs';
import { measureBuild } from './measure-build.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';

const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');

/**
 * Builds `dist/chrome` and `dist/firefox`. Vite's output is shown only if it fails.
 * @param {readonly ('chrome' | 'firefox')[]} [targets]
 */
export async function build(targets = ['chrome', 'firefox']) {
  for (const target of targets) {
    const folder = join(root, 'dist', target);
    // A failed build must not leave anything behind that looks like a build.
    await rm(folder, { recursive: true, force: true });
    const { code, output } = await run(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      quiet: true,
      env: { TARGET: target, NODE_ENV: 'production' },
    });
    if (code !== 0) throw new Problem(`${output.trim()}\n\nThe build for ${target} failed.`);
    const oversize = findOversize(await measureBuild(folder));
    if (oversize.length > 0) {
      await rm(folder, { recursive: true, force: true });
      throw new Problem(
        `${oversize.join('\n')}\n\nThe build for ${target} is too large. Make it smaller, ` +
          'or raise its budget in scripts/find-oversize.mjs, and say in the commit what the bytes are for.',
      );
    }
    console.log(`Built dist/${target}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build().catch(exitWithError);
