import { configDefaults, defineConfig } from 'vitest/config';
import base from '../../vitest.config';
import { foreign, sliceOf, slices, slow } from './slices.mjs';
import { warmPool } from './warm-pool.mjs';

const isThorough = Boolean(process.env['MUTANTS_ONLY']);
const named = process.env['MUTANTS_TESTS']?.split(' ');
const first = slices[sliceOf(process.env['MUTANTS_PATH'] ?? '')] ?? [];

/** How the tests run on mutants. Paths are relative to the copy of the project in which the mutants are. */
export default defineConfig({
  cacheDir: '.vite',
  test: {
    ...base.test,
    include: isThorough
      ? ['test/**/*.test.{ts,tsx}']
      : (named ?? first.map((folder) => `${folder}/*.test.{ts,tsx}`)),
    exclude: [...configDefaults.exclude, ...foreign, ...(isThorough ? [] : slow)],
    setupFiles: ['./scripts/mutants/activate-mutant.mjs', './test/i18n/provide-english.ts'],
    pool: warmPool,
    isolate: false,
    maxWorkers: 1,
    reporters: [{}],
    // Nobody reads what a caught mutant differs in, and large differences take long to print.
    diff: { maxDepth: 1, truncateThreshold: 10 },
  },
});
