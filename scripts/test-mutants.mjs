import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { exitWithError } from './exit-with-error.mjs';
import { slices } from './mutants/slices.mjs';
import { root } from './root.mjs';

const cache = join(root, 'node_modules', '.cache', 'mutants');

/** @param {string} slice */
const nameOf = (slice) => slice.replace(/^src\//, '').replaceAll(/[^a-z0-9]+/gi, '-');

/** @param {string} slice */
async function runSlice(slice) {
  const name = nameOf(slice);
  const isFile = slice.endsWith('.ts');
  process.env['MUTANTS_PATH'] = slice;
  const stryker = new Stryker({
    testRunner: 'warm-vitest',
    plugins: ['./scripts/mutants/test-runner.mjs', './scripts/mutants/ignore-texts.mjs'],
    ignorers: ['texts'],
    mutate: isFile ? [slice] : [`${slice}/**/*.ts`, '!**/*.d.ts'],
    coverageAnalysis: 'perTest',
    concurrency: Number(process.env['MUTANTS_CONCURRENCY'] ?? 1),
    incremental: true,
    incrementalFile: join(cache, `${name}.json`),
    tempDirName: 'out/mutants',
    ignorePatterns: ['out', 'dist', 'test-results', 'playwright-report', 'docs/images'],
    disableTypeChecks: false,
    checkers: [],
    timeoutMS: 3_600_000, // the runner has its own, shorter ones
    dryRunTimeoutMinutes: 60,
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: join(cache, 'reports', `${name}.json`) },
    allowConsoleColors: false,
    logLevel: /** @type {'info'} */ (process.env['MUTANTS_LOG'] ?? 'info'),
    cleanTempDir: 'always',
  });
  return await stryker.runMutationTest();
}

async function testMutants() {
  await mkdir(join(cache, 'reports'), { recursive: true });
  const named = process.argv.slice(2);
  for (const slice of named.length > 0 ? named : Object.keys(slices)) {
    const results = await runSlice(slice);
    /** @type {Record<string, number>} */
    const counts = {};
    for (const { status } of results) counts[status] = (counts[status] ?? 0) + 1;
    console.log(slice, counts);
  }
}

await testMutants().catch(exitWithError);
