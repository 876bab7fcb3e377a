import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pythonOf } from '../../scripts/reference-environments.mjs';
import type { BinaryMatrix } from '../../src/recommend/matrix/binary-matrix';

type Seconds = { readonly wallSeconds: number; readonly cpuSeconds: number };
export type ImplicitTimes = Readonly<Record<'cosine' | 'wrmf', Seconds>>;

/** The time implicit takes for the same work with one thread; nothing if it is not installed. */
export function askImplicit(
  { rowCount, columnCount, starts, columns }: BinaryMatrix,
  { neighbours, width, epochs }: { neighbours: number; width: number; epochs: number },
): ImplicitTimes | undefined {
  const python = pythonOf('models');
  if (!existsSync(python)) {
    console.log('implicit is not installed; "npm run test:references" installs it');
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'likes-out-bench-'));
  try {
    const file = join(folder, 'likes.bin');
    writeFileSync(file, Buffer.concat([Buffer.from(starts.buffer), Buffer.from(columns.slice().buffer)]));
    const program = fileURLToPath(new URL('implicit_times.py', import.meta.url));
    const args = [rowCount, columnCount, neighbours, width, epochs].map(String);
    const env = { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' };
    const run = spawnSync(python, [program, file, ...args], { encoding: 'utf8', env });
    if (run.status !== 0) throw new Error(run.stderr);
    return JSON.parse(run.stdout) as ImplicitTimes;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
