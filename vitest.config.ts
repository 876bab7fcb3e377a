import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // Dexie looks for IndexedDB when it is first imported; sentences are read from the English catalogue.
    setupFiles: ['fake-indexeddb/auto', './test/i18n/provide-english.ts'],
    testTimeout: 20_000,
    coverage: {
      include: ['src/**/*.{ts,tsx}'],
      reporter: ['text-summary', 'html'],
      reportsDirectory: 'out/coverage',
    },
  },
});
