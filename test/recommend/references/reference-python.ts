import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'vitest';
import { pythonOf, type Reference } from '../../../scripts/reference-environments.mjs';

/**
 * Returns the JSON that a program of this folder prints, run by the Python that has the packages it needs. Without
 * it the test is skipped, and the report says why.
 */
export function askReference(
  context: TestContext,
  reference: Reference,
  program: string,
  input: unknown,
): unknown {
  const python = pythonOf(reference);
  if (!existsSync(python)) {
    const reason = `${reference} is not installed; "npm run test:references" installs it`;
    Object.assign(context.task.meta, { skipReason: reason });
    context.skip(reason);
  }
  const path = fileURLToPath(new URL(program, import.meta.url));
  // Their threads would compete for the processor, and implicit warns about it.
  const env = { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' };
  const run = spawnSync(python, [path], {
    input: JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '');
}
