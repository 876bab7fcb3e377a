import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // Dexie looks for IndexedDB when it is first imported.
    setupFiles: ['fake-indexeddb/auto'],
    testTimeout: 20_000,
    coverage: {
      include: ['src/**/*.{ts,tsx}'],
      reporter: ['text-summary', 'html'],
      reportsDirectory: 'out/coverage',
    },
  },
});
