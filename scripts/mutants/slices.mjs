/**
 * What is mutated, a slice at a time, and the tests that are tried first: those of the same folder, without the slow ones.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const slices = {
  'src/crawl': ['test/crawl/**', 'test/cases/**'],
  'src/store': ['test/store/**', 'test/crawl/**'],
  'src/background': ['test/background/**'],
  'src/sketchfab': ['test/sketchfab/**'],
  'src/dataset': ['test/dataset/**'],
};

/** @param {string} path */
export function sliceOf(path) {
  const slice = Object.keys(slices).find((one) => path === one || path.startsWith(`${one}/`));
  if (slice === undefined) throw new Error(`${path} is in none of ${Object.keys(slices).join(', ')}`);
  return slice;
}

/** Tests that take seconds. */
export const slow = [
  'test/background/second-copy-deaths.test.ts',
  'test/cases/coming-back.test.ts',
  'test/cases/content.test.ts',
  'test/cases/death.test.ts',
  'test/cases/discovery-loops.test.ts',
  'test/cases/large-answers.test.ts',
  'test/cases/moving-lists.test.ts',
  'test/crawl/crawler.test.ts',
  'test/dataset/filter/hostile-lists.test.ts',
  'test/dataset/golden-export.test.ts',
  'test/dataset/merge/clocks.test.ts',
];

/** Tests that check the repository, the build or the tools, or need other programs: no mutant of `src` is theirs to catch. */
export const foreign = [
  'test/repository/**',
  'test/scripts/**',
  'test/e2e-support/**',
  'test/loaders/**',
  'test/practice/**',
  'test/recommend/**',
];
