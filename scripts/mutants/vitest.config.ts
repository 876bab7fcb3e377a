import { configDefaults, defineConfig } from 'vitest/config';
import base from '../../vitest.config';
import { foreign, slow } from './slices.mjs';
import { warmPool } from './warm-pool.mjs';

const isThorough = process.env['MUTANTS_THOROUGH'] === '1';

/** How the tests run on mutants. Paths are relative to the copy of the project in which the mutants are. */
export default defineConfig({
  cacheDir: '.vite',
  test: {
    ...base.test,
    exclude: [...configDefaults.exclude, ...foreign, ...(isThorough ? [] : slow)],
    setupFiles: ['./scripts/mutants/activate-mutant.mjs', ...[base.test?.setupFiles ?? []].flat()],
    pool: warmPool,
    isolate: false,
    maxWorkers: 1,
    reporters: [{}],
  },
});
