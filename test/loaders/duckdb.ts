import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('run-duckdb.mjs', import.meta.url));

/** Runs these statements in this folder and returns the rows of the last. */
export function duckdb(folder: string, sql: string): unknown[][] {
  const run = spawnSync(process.execPath, [program], {
    cwd: folder,
    input: sql,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as unknown[][];
}
