import { createVitest } from 'vitest/node';
import { endProcesses, killProcesses } from './warm-pool.mjs';

/**
 * @typedef {import('@stryker-mutator/api/core').MutantCoverage} Coverage
 * @typedef {import('@vitest/runner').Test} Test
 * @typedef {{
 *   readonly failed: Test | undefined, readonly message: string, readonly isTimeout: boolean, readonly hits: number,
 *   readonly coverage: Coverage | undefined, readonly tests: readonly Test[],
 * }} Outcome The message is empty if nothing failed.
 */

/** A process that has run so many tests starts anew, for the sake of its memory. */
const runsPerProcess = 1_000;

const longTime = 1_200_000;

/** @type {Outcome} */
const nothing = { failed: undefined, message: '', isTimeout: false, hits: 0, coverage: undefined, tests: [] };

/** @param {readonly import('@vitest/runner').Task[]} tasks @returns {Test[]} */
const testsIn = (tasks) => tasks.flatMap((task) => (task.type === 'suite' ? testsIn(task.tasks) : [task]));

/** Runs tests in one process, which keeps their modules from one run to the next. */
export class WarmVitest {
  #vitest;
  /** @type {Set<string>} Test files whose modules are in the process, without any mutant. */
  #imported = new Set();
  /** Whether modules in the process were imported with a mutant or with mocks. */
  #isTainted = false;
  #runs = 0;

  /** @param {import('vitest/node').Vitest} vitest */
  constructor(vitest) {
    this.#vitest = vitest;
  }

  static async start() {
    process.env.NODE_ENV = 'test';
    process.env['VITEST'] = '1';
    const config = 'scripts/mutants/vitest.config.ts';
    return new WarmVitest(await createVitest('test', { config, watch: false, coverage: { enabled: false } }));
  }

  async close() {
    killProcesses();
    await this.#vitest.close();
  }

  /** Starts a new process for the next run. */
  async renew() {
    this.#imported.clear();
    this.#isTainted = false;
    this.#runs = 0;
    await endProcesses();
  }

  /** @param {string[]} files @returns {Promise<string[]>} The test files that import any of them. */
  async testFilesOf(files) {
    this.#vitest.config.related = files;
    const specifications = await this.#vitest.getRelevantTestSpecifications();
    return specifications.map(({ moduleId }) => moduleId);
  }

  /**
   * Runs tests of one file, with a mutant or without; all by default. Modules are imported without the mutant, unless it is
   * to act then.
   * @param {string} path
   * @param {{
   *   mutant?: string, hitLimit?: number | undefined, isFresh?: boolean, isMocking?: boolean, tests?: readonly string[],
   *   ms?: number, slowestMs?: number,
   * }} how `ms` is how long these tests take without a mutant, and `slowestMs` the slowest of them.
   * @returns {Promise<Outcome>}
   */
  async run(path, { mutant, hitLimit, isFresh = false, isMocking = false, tests, ms = 0, slowestMs = ms }) {
    this.#runs += 1;
    if (this.#runs > runsPerProcess) await this.renew();
    isFresh ||= isMocking || (mutant === undefined && this.#isTainted);
    if (mutant !== undefined && !isFresh && (this.#isTainted || !this.#imported.has(path))) {
      await this.#import(path);
    }
    const testTimeout = mutant === undefined ? longTime / 2 : 4_000 + 10 * slowestMs;
    const limit = mutant === undefined ? longTime : 20_000 + 20 * ms;
    const outcome = await this.#start(path, { mutant, hitLimit, isFresh, testTimeout }, tests, limit);
    if (isFresh) this.#imported.clear();
    if (isFresh) this.#isTainted = mutant !== undefined || isMocking;
    if (outcome.isTimeout) await this.renew();
    else this.#imported.add(path);
    return outcome;
  }

  /** @param {string} path */
  async #import(path) {
    if (this.#isTainted) this.#imported.clear();
    await this.#start(path, { isFresh: this.#isTainted, testTimeout: longTime }, []);
    this.#isTainted = false;
    this.#imported.add(path);
  }

  /**
   * @param {string} path
   * @param {import('./mutant-run').MutantRun} mutantRun
   * @param {readonly string[]} [tests]
   * @returns {Promise<Outcome>}
   */
  async #start(path, mutantRun, tests, limit = longTime) {
    const { state } = this.#vitest;
    const project = this.#vitest.getRootProject();
    project.provide('mutantRun', mutantRun);
    state.filesMap.clear();
    state.errorsSet.clear();
    const end = new AbortController();
    const timer = setTimeout(() => {
      end.abort();
      killProcesses();
    }, limit);
    const specification = project.createSpecification(path, tests ? { testIds: [...tests] } : []);
    const { unhandledErrors } = await this.#vitest.runTestSpecifications([specification]);
    clearTimeout(timer);
    if (end.signal.aborted) return { ...nothing, message: `no end after ${limit} ms`, isTimeout: true };
    const file = state.getFiles()[0];
    const all = testsIn(file?.tasks ?? []);
    const failed = all.find((test) => test.result?.state === 'fail');
    const broken = failed ?? (file?.result?.state === 'fail' ? file : undefined);
    const unhandled = unhandledErrors.map(String).join('\n');
    const message = broken ? (broken.result?.errors?.[0]?.message ?? 'a test failed') : unhandled;
    const meta = /** @type {{ hitCount?: number, mutantCoverage?: Coverage }} */ (file?.meta ?? {});
    const { hitCount: hits = 0, mutantCoverage: coverage } = meta;
    return { failed, message, isTimeout: false, hits, coverage, tests: all };
  }
}
