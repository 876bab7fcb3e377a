import { defineConfig } from '@playwright/test';

/** The campaigns against real browsers, see `npm run test:faults`. */
export default defineConfig({
  testDir: 'browser',
  testMatch: '**/*.spec.ts',
  // One at a time, because timing matters and parallel runs would disturb it.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // Each wait has its own limit; FAULTS_... in the environment sets how many there are.
  timeout: 0,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-results/faults-browser.json' }]],
  outputDir: '../../test-results/faults-browser',
});
