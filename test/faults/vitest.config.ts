import { defineConfig } from 'vitest/config';

/** The simulated campaigns, see `npm run test:faults`. Paths are relative to the checkout. */
export default defineConfig({
  test: {
    include: ['test/faults/**/*.campaign.ts'],
    // Dexie looks for IndexedDB when it is first imported.
    setupFiles: ['fake-indexeddb/auto'],
    testTimeout: 3_600_000,
  },
});
