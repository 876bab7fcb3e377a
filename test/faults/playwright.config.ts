import { defineConfig } from '@playwright/test';

/** The campaigns against real browsers, see `npm run test:faults`. */
export default defineConfig({
  testDir: 'browser',
  testMatch: '**/*.spec.ts',
  // One at a time: they are about moments, and share the machine badly.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // Each wait within has a limit of its own; how many there are is a matter of FAULTS_... in the environment.
  timeout: 0,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-results/faults-browser.json' }]],
  outputDir: '../../test-results/faults-browser',
});
