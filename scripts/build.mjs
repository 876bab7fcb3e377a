import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exitWithError, Problem } from './exit-with-error.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';

const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');

/** Builds `dist/chrome` and `dist/firefox`. What vite says is shown only when it fails. */
export async function build() {
  for (const target of ['chrome', 'firefox']) {
    // A build that fails leaves nothing behind that could pass for one.
    await rm(join(root, 'dist', target), { recursive: true, force: true });
    const { code, output } = await run(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      quiet: true,
      env: { TARGET: target, NODE_ENV: 'production' },
    });
    if (code !== 0) throw new Problem(`${output.trim()}\n\nThe build for ${target} failed.`);
    console.log(`Built dist/${target}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build().catch(exitWithError);
