import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'vitest';
import { skip } from '../dataset/python3';

// A version manager may put its own python3 before the one that Debian's packages belong to.
const candidates = [process.env['LIKES_OUT_PYTHON'], 'python3', '/usr/bin/python3'].filter(
  (name) => name !== undefined,
);

const hint = '; "npm run test:loaders" can install it';
const isInstalled = (name: string) => ['pandas', 'dask'].includes(name);

/** Returns the output of a program of this folder, run by a Python with these packages; skips the test if there is none. */
export function python(
  context: TestContext,
  packages: readonly string[],
  program: string,
  args: readonly string[],
  stdin = '',
): string {
  const found = candidates.find(
    (name) => spawnSync(name, ['-c', `import json, ${packages.join(', ')}`]).status === 0,
  );
  if (found === undefined)
    skip(context, `no python3 with ${packages.join(' and ')}${packages.every(isInstalled) ? hint : ''}`);
  const path = fileURLToPath(new URL(program, import.meta.url));
  const run = spawnSync(found, [path, ...args], { input: stdin, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
}
