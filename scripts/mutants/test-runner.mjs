import { readFile, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { createVitest } from 'vitest/node';
import { endProcesses, killProcesses } from './warm-pool.mjs';

/**
 * @typedef {import('@stryker-mutator/api/test-runner').MutantRunOptions} MutantRunOptions
 * @typedef {import('@stryker-mutator/api/test-runner').MutantRunResult} MutantRunResult
 * @typedef {import('@stryker-mutator/api/core').CoverageData} Hits
 * @typedef {import('@stryker-mutator/api/core').MutantCoverage} Coverage
 * @typedef {import('@vitest/runner').File} File
 * @typedef {import('@vitest/runner').Test} Test
 */

/**
 * How a test file meets a mutant: while its modules are imported, outside its tests (at the top of the file, in
 * `beforeAll`), or in these tests. A file that mocks modules needs them imported anew each time.
 * @typedef {{ readonly path: string, readonly isFresh: boolean, readonly tests: readonly string[], readonly ms: number,
 *   readonly isMocking: boolean }} Meeting
 */

/**
 * @typedef {{
 *   readonly failed: Test | undefined, readonly message: string, readonly isTimeout: boolean, readonly hits: number,
 *   readonly coverage: Coverage | undefined, readonly tests: readonly Test[],
 * }} Outcome
 */

/** Shared with the other runner of this run, which makes no dry run of its own. */
const planFile = 'mutants-plan.json';

/**
 * Most mutants are caught by quick tests. At first only those are tried, and of them no more than this takes; what survives
 * is tried again, thoroughly, with all others.
 */
const isThorough = process.env['MUTANTS_THOROUGH'] === '1';
const slowMs = 1_000;

/** On a busy machine such a test may fail at any time, and would seem to have caught a mutant. */
const measuresTime = /\b(?:takes|within|less than) [^>]*\bms\b/;
const budgetMs = 4_000;

/** A process that has run so many tests starts anew, for the sake of its memory. */
const runsPerProcess = 1_000;

const none = { failed: undefined, message: '', isTimeout: false, hits: 0, coverage: undefined, tests: [] };

/** @param {readonly import('@vitest/runner').Task[]} tasks @returns {Test[]} */
const testsIn = (tasks) => tasks.flatMap((task) => (task.type === 'suite' ? testsIn(task.tasks) : [task]));

/** @param {Test} test */
const titleOf = (test) => `${relative(process.cwd(), test.file.filepath)} > ${test.fullTestName}`;

/**
 * Runs vitest for StrykerJS. StrykerJS's own runner starts a process and imports everything again for each mutant; this one
 * keeps the process and its modules. Where a mutant acts while modules are imported, they are imported again with it. A
 * test that caught a mutant runs again without it: should it fail then too, the process has been left in disorder, and
 * the mutant is tried in a new one.
 */
class WarmVitest {
  static inject = /** @type {const} */ (['logger']);
  #log;
  /** @type {import('vitest/node').Vitest | undefined} */
  #vitest;
  /** @type {Record<string, Meeting[]> | undefined} */
  #plan;
  /** @type {Set<string>} Test files whose modules are in the process, without any mutant. */
  #imported = new Set();
  /** Whether modules in the process were imported with a mutant or with mocks. */
  #isTainted = false;
  #runs = 0;
  /** Which test file caught the last mutant of a source file: it will often catch the next. @type {Map<string, string>} */
  #lastCatch = new Map();

  /** @param {import('@stryker-mutator/api/logging').Logger} log */
  constructor(log) {
    this.#log = log;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    process.env.NODE_ENV = 'test';
    process.env['VITEST'] = '1';
    this.#vitest = await createVitest('test', {
      config: 'scripts/mutants/vitest.config.ts',
      watch: false,
      coverage: { enabled: false },
    });
  }

  /** @param {import('@stryker-mutator/api/test-runner').DryRunOptions} options */
  async dryRun({ files = [] }) {
    const vitest = this.#ready();
    vitest.config.related = files;
    const specifications = await vitest.getRelevantTestSpecifications();
    /** @type {Record<string, Meeting[]>} */
    const plan = {};
    /** @type {import('@stryker-mutator/api/test-runner').TestResult[]} */
    const results = [];
    /** @type {Record<string, Hits>} */
    const perTest = {};
    for (const { moduleId: path } of specifications) {
      const start = Date.now();
      let isMocking = /\bvi\.(?:do)?[mM]ock\(/.test(await readFile(path, 'utf8'));
      const first = await this.#run(path, { isFresh: true, isMocking });
      // What is hit again, although nothing was imported, is hit outside the tests.
      const quick = first.tests.filter((test) => this.#isUsable(test));
      const tests = quick.map((test) => test.id);
      let again = await this.#run(path, { tests, isMocking });
      if (again.message && !isMocking) {
        isMocking = true;
        again = await this.#run(path, { tests, isMocking });
      }
      if (again.message || (first.message && !first.failed)) {
        const failed = again.failed;
        const errorMessage = `${path} (${first.message ? 'at first' : 'run again'}): ${failed ? titleOf(failed) : ''} ${first.message || again.message}`;
        return { status: /** @type {const} */ ('error'), errorMessage };
      }
      this.#log.debug('%s: %s tests, %s ms', relative(process.cwd(), path), first.tests.length, Date.now() - start);
      const all = new Set(tests);
      const msOf = new Map(again.tests.map((test) => [test.id, test.result?.duration ?? 0]));
      const byMutant = invert(again.coverage?.perTest ?? {}, first.coverage?.perTest ?? {});
      const outside = again.coverage?.static ?? {};
      const onImport = first.coverage?.static ?? {};
      for (const mutant of new Set([...byMutant.keys(), ...Object.keys(outside), ...Object.keys(onImport)])) {
        const isFresh = isMocking || (mutant in onImport && !(mutant in outside));
        const hit = mutant in onImport || mutant in outside ? all : (byMutant.get(mutant) ?? new Set());
        const tests = [...hit].filter((id) => all.has(id));
        if (tests.length === 0) continue;
        const ms = tests.reduce((sum, id) => sum + (msOf.get(id) ?? 0), isFresh ? 1_000 : 0);
        (plan[mutant] ??= []).push({ path, isFresh, isMocking, tests, ms });
        for (const id of tests) {
          const hits = [again.coverage?.perTest[id]?.[mutant], outside[mutant], onImport[mutant]];
          (perTest[id] ??= {})[mutant] = hits.reduce((/** @type {number} */ sum, hit) => sum + (hit ?? 0), 1);
        }
      }
      for (const test of again.tests.filter(({ id }) => all.has(id))) {
        const timeSpentMs = test.result?.duration ?? 0;
        results.push({ id: test.id, name: titleOf(test), timeSpentMs, fileName: path, status: 0 });
      }
    }
    for (const meetings of Object.values(plan)) meetings.sort((one, other) => one.ms - other.ms);
    this.#plan = plan;
    await writeFile(planFile, JSON.stringify(plan));
    return { status: /** @type {const} */ ('complete'), tests: results, mutantCoverage: { static: {}, perTest } };
  }

  /** @param {MutantRunOptions} options @returns {Promise<MutantRunResult>} */
  async mutantRun({ activeMutant: { id: mutant, fileName }, hitLimit }) {
    this.#plan ??= /** @type {Record<string, Meeting[]>} */ (JSON.parse(await readFile(planFile, 'utf8')));
    const lastCatch = this.#lastCatch.get(fileName);
    const meetings = [...(this.#plan[mutant] ?? [])];
    const place = meetings.findIndex(({ path }) => path === lastCatch);
    if (place > 0) meetings.unshift(...meetings.splice(place, 1));
    let nrOfTests = 0;
    let ms = 0;
    for (const meeting of meetings) {
      if (ms > 0 && ms + meeting.ms > budgetMs && !isThorough) continue;
      ms += meeting.ms;
      const outcome = await this.#meet(meeting, mutant, hitLimit);
      nrOfTests += meeting.tests.length;
      this.#log.debug('%s %s %s: %s', mutant, relative(process.cwd(), meeting.path), meeting.isFresh, outcome.message.slice(0, 100));
      if (!outcome.message) continue;
      this.#lastCatch.set(fileName, meeting.path);
      if (outcome.isTimeout) return { status: 'timeout', reason: outcome.message };
      const killedBy = [outcome.failed?.id ?? meeting.tests[0] ?? meeting.path];
      return { status: 'killed', killedBy, failureMessage: outcome.message, nrOfTests };
    }
    return { status: 'survived', nrOfTests };
  }

  /** @param {Meeting} meeting @param {string} mutant @param {number | undefined} hitLimit @returns {Promise<Outcome>} */
  async #meet({ path, isFresh, isMocking, tests, ms }, mutant, hitLimit) {
    const select = { mutant, hitLimit, tests, ms, isMocking };
    let outcome = await this.#run(path, { ...select, isFresh });
    // Something remembers what was computed without the mutant.
    if (!outcome.message && outcome.hits === 0 && !isFresh) outcome = await this.#run(path, { ...select, isFresh: true });
    if (!outcome.message || outcome.isTimeout) return outcome;
    const failed = outcome.failed ? [outcome.failed.id] : tests;
    const without = await this.#run(path, { tests: failed, ms, isMocking });
    if (!without.message) return outcome;
    await this.#renew();
    const anew = await this.#run(path, { ...select, isFresh });
    await this.#renew();
    return anew;
  }

  async dispose() {
    killProcesses();
    await this.#vitest?.close();
  }

  /** @param {Test} test */
  #isUsable(test) {
    const { state, duration = 0 } = test.result ?? {};
    if (state === 'fail') this.#log.warn('Fails without a mutant and is left out: %s', titleOf(test));
    return state === 'pass' && !measuresTime.test(test.fullTestName) && (isThorough || duration < slowMs);
  }

  #ready() {
    if (!this.#vitest) throw new Error('not initialized');
    return this.#vitest;
  }

  async #renew() {
    this.#imported.clear();
    this.#isTainted = false;
    this.#runs = 0;
    await endProcesses();
  }

  /**
   * Runs tests of one file, with a mutant or without; all by default. Modules are imported without the mutant, unless it is
   * to act then.
   * @param {string} path
   * @param {{ mutant?: string, hitLimit?: number | undefined, isFresh?: boolean, isMocking?: boolean, tests?: readonly string[], ms?: number }} how
   * @returns {Promise<Outcome>}
   */
  async #run(path, { mutant, hitLimit, isFresh = false, isMocking = false, tests, ms = 0 }) {
    this.#runs += 1;
    if (this.#runs > runsPerProcess) await this.#renew();
    isFresh ||= isMocking || (mutant === undefined && this.#isTainted);
    if (mutant !== undefined && !isFresh && (this.#isTainted || !this.#imported.has(path))) {
      await this.#import(path, this.#isTainted);
    }
    const testTimeout = mutant === undefined ? 600_000 : 5_000 + 10 * ms;
    const limit = mutant === undefined ? 1_200_000 : 20_000 + 20 * ms;
    const outcome = await this.#start(path, { mutant, hitLimit, isFresh, testTimeout }, tests, limit);
    if (isFresh) this.#imported.clear();
    if (isFresh) this.#isTainted = mutant !== undefined || isMocking;
    if (outcome.isTimeout) await this.#renew();
    else this.#imported.add(path);
    return outcome;
  }

  /** @param {string} path @param {boolean} isFresh */
  async #import(path, isFresh) {
    await this.#start(path, { isFresh }, []);
    if (isFresh) this.#imported.clear();
    this.#isTainted = false;
    this.#imported.add(path);
  }

  /**
   * @param {string} path
   * @param {import('vitest').ProvidedContext['mutantRun']} mutantRun
   * @param {readonly string[]} [tests]
   * @returns {Promise<Outcome>}
   */
  async #start(path, mutantRun, tests, limit = 600_000) {
    const vitest = this.#ready();
    const project = vitest.getRootProject();
    project.provide('mutantRun', mutantRun);
    vitest.state.filesMap.clear();
    vitest.state.errorsSet.clear();
    let isKilled = false;
    const timer = setTimeout(() => {
      isKilled = true;
      killProcesses();
    }, limit);
    const specification = project.createSpecification(path, tests ? { testIds: [...tests] } : []);
    const { unhandledErrors } = await vitest.runTestSpecifications([specification]);
    clearTimeout(timer);
    if (isKilled) return { ...none, message: `no end after ${limit} ms`, isTimeout: true };
    const file = vitest.state.getFiles()[0];
    const all = testsIn(file?.tasks ?? []);
    const failed = all.find((test) => test.result?.state === 'fail');
    const broken = file?.result?.state === 'fail' ? file : undefined;
    const errors = failed?.result?.errors ?? broken?.result?.errors ?? [];
    const message =
      (failed ?? broken) ? (errors[0]?.message ?? 'a test failed') : unhandledErrors.map(String).join('\n');
    const meta = /** @type {{ hitCount?: number, mutantCoverage?: Coverage }} */ (file?.meta ?? {});
    return {
      failed,
      message,
      isTimeout: false,
      hits: meta.hitCount ?? 0,
      coverage: meta.mutantCoverage,
      tests: all,
    };
  }
}

/** @param {readonly Coverage['perTest'][]} coverages @returns {Map<string, Set<string>>} The tests that hit each mutant. */
function invert(...coverages) {
  /** @type {Map<string, Set<string>>} */
  const byMutant = new Map();
  for (const [test, hits] of coverages.flatMap((coverage) => Object.entries(coverage))) {
    for (const mutant of Object.keys(hits)) {
      byMutant.set(mutant, (byMutant.get(mutant) ?? new Set()).add(test));
    }
  }
  return byMutant;
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'warm-vitest', WarmVitest)];
