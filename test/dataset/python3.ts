import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'vitest';

const isInstalled = spawnSync('python3', ['--version']).status === 0;

/** Runs a script of `test/fixtures` and hands back the JSON it prints; without Python the test is skipped, aloud. */
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

/** Vitest's JSON report leaves the reason out, so it goes into the test's own notes, from where `npm test` takes it. */
export function skip(context: TestContext, reason: string): never {
  Object.assign(context.task.meta, { skipReason: reason });
  return context.skip(reason);
}
