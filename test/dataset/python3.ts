import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'vitest';

const isInstalled = spawnSync('python3', ['--version']).status === 0;

/** Runs a script of `test/fixtures` and returns the JSON it prints. Without Python, skips the test with a reason. */
export function runPython(
  context: TestContext,
  script: string,
  args: readonly string[],
  stdin = '',
): unknown {
  if (!isInstalled) skip(context, 'python3 is not installed');
  const path = fileURLToPath(new URL(`../fixtures/${script}`, import.meta.url));
  const run = spawnSync('python3', [path, ...args], { input: stdin, maxBuffer: 2 ** 28, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

/** Vitest's JSON report omits the reason, so it is also stored in the test's metadata, which `npm test` prints. */
export function skip(context: TestContext, reason: string): never {
  Object.assign(context.task.meta, { skipReason: reason });
  return context.skip(reason);
}
