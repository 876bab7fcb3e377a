/** What is mutated, a slice at a time. */
export const slices = ['src/crawl', 'src/store', 'src/background', 'src/sketchfab', 'src/dataset'];

/** Tests that check the repository, the build or the tools, or need other programs: no mutant of `src` is theirs to catch. */
export const foreign = [
  'test/repository/**',
  'test/scripts/**',
  'test/e2e-support/**',
  'test/loaders/**',
  'test/practice/**',
  'test/recommend/**',
];

/** Slow tests. A mutant that survives the others is tried with them before it counts as a survivor. */
export const slow = ['test/simulation/**', 'test/fuzz/**', 'test/popup/**', 'test/i18n/**'];
