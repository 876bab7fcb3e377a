// A setup file of vitest: runs in the test process before each test file.
import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeEach, inject, vi } from 'vitest';

/**
 * What StrykerJS writes into the source reads these.
 * @typedef {{
 *   activeMutant?: string | undefined, hitCount?: number | undefined, hitLimit?: number | undefined,
 *   currentTestId?: string | undefined,
 *   mutantCoverage?: import('@stryker-mutator/api/core').MutantCoverage,
 * }} Namespace
 */

/** @type {import('./mutant-run').MutantRun} */
const run = inject('mutantRun');
const scope = /** @type {{ __stryker__?: Namespace }} */ (globalThis);
const namespace = (scope.__stryker__ ??= {});

// What earlier files may have left.
vi.useRealTimers();
vi.unstubAllGlobals();
vi.unstubAllEnvs();
const { indexedDB } =
  /** @type {{ indexedDB?: Record<'_databases' | '_connectionQueues', Map<string, unknown>> }} */ (
    /** @type {unknown} */ (globalThis)
  );
indexedDB?._databases.clear();
indexedDB?._connectionQueues.clear();
if (run.isFresh) vi.resetModules();
vi.setConfig({ testTimeout: run.testTimeout, hookTimeout: run.testTimeout });

namespace.activeMutant = run.mutant;
namespace.hitCount = run.mutant === undefined ? undefined : 0;
namespace.hitLimit = run.hitLimit;
namespace.currentTestId = undefined;
// The instrumented modules hold on to this object.
namespace.mutantCoverage ??= { static: {}, perTest: {} };
namespace.mutantCoverage.static = {};
namespace.mutantCoverage.perTest = {};

let isCaught = false;
beforeEach(({ task, skip, onTestFailed }) => {
  if (isCaught) skip('the mutant is caught');
  namespace.currentTestId = task.id;
  if (run.mutant !== undefined)
    onTestFailed(() => {
      isCaught = true;
    });
});
afterEach(() => {
  namespace.currentTestId = undefined;
});
afterAll(({}, file) => {
  Object.assign(file.meta, { hitCount: namespace.hitCount, mutantCoverage: namespace.mutantCoverage });
});
