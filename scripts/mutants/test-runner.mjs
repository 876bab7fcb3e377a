import { readFile, writeFile } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { DryRunStatus, MutantRunStatus, TestStatus } from '@stryker-mutator/api/test-runner';
import { placeOf } from './place-of.mjs';
import { WarmVitest } from './warm-vitest.mjs';

/**
 * @typedef {import('@stryker-mutator/api/test-runner').MutantRunOptions} MutantRunOptions
 * @typedef {import('@stryker-mutator/api/core').CoveragePerTestId} CoveragePerTest
 * @typedef {import('./warm-vitest.mjs').Outcome} Outcome
 * @typedef {import('./warm-vitest.mjs').Test} Test
 */

/**
 * The tests of a file that reach a mutant, and whether its modules must be imported with it: a file that mocks modules
 * always needs that.
 * @typedef {{
 *   readonly path: string, readonly isFresh: boolean, readonly isMocking: boolean, readonly tests: readonly string[],
 *   readonly ms: number, readonly slowestMs: number,
 * }} Meeting
 */

/** Shared with the other runner, which makes no dry run of its own. */
const planFile = 'mutants-plan.json';

/**
 * Most mutants are caught by quick tests. At first only those are tried, and of them no more than this takes; what survives
 * is tried again, thoroughly, with all others.
 */
const isThorough = Boolean(process.env['MUTANTS_ONLY']);
const slowMs = 1_000;
const budgetMs = 2_000;
/** About what it takes to import a test file and all it needs anew. */
const importMs = 300;

/** On a busy machine such a test may fail at any time, and would seem to have caught a mutant. */
const measuresTime = /\btakes (?:no longer|less)\b|\bless than \d+ ms\b|\bcosts? no more\b|\blittle cost\b/;

/** @param {Test} test */
const titleOf = (test) => `${relative(process.cwd(), test.file.filepath)} > ${test.fullTestName}`;

/**
 * Runs vitest for StrykerJS in a process that stays. A test that caught a mutant runs again without it: should it fail then
 * too, the process has been left in disorder, and the mutant is tried in a new one.
 */
class TestRunner {
  static inject = /** @type {['logger']} */ (['logger']);
  #log;
  /** @type {WarmVitest | undefined} */
  #started;
  /** @type {Record<string, Meeting[]> | undefined} */
  #plan;
  /** @type {Set<string> | undefined} The mutants that have survived the quick tests; undefined for all. */
  #wanted;
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
    this.#started = await WarmVitest.start();
  }

  async dispose() {
    await this.#started?.close();
  }

  get #vitest() {
    if (!this.#started) throw new Error('not initialized');
    return this.#started;
  }

  /**
   * @param {import('@stryker-mutator/api/test-runner').DryRunOptions} options
   * @returns {Promise<import('@stryker-mutator/api/test-runner').DryRunResult>}
   */
  async dryRun({ files = [] }) {
    /** @type {Record<string, Meeting[]>} */
    const plan = {};
    /** @type {import('@stryker-mutator/api/test-runner').TestResult[]} */
    const results = [];
    /** @type {CoveragePerTest} */
    const perTest = {};
    for (const path of await this.#vitest.testFilesOf(files)) {
      const start = Date.now();
      const { message, tests } = await this.#measure(path, plan, perTest);
      if (message) return { status: DryRunStatus.Error, errorMessage: `${path}: ${message}` };
      this.#log.debug('%s: %s tests, %s ms', path, tests.length, Date.now() - start);
      for (const test of tests) {
        const timeSpentMs = test.result?.duration ?? 0;
        const name = titleOf(test);
        results.push({ id: test.id, name, timeSpentMs, fileName: path, status: TestStatus.Success });
      }
    }
    for (const meetings of Object.values(plan)) meetings.sort((one, other) => one.ms - other.ms);
    this.#plan = plan;
    await writeFile(planFile, JSON.stringify(plan));
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: { static: {}, perTest } };
  }

  /**
   * Runs a test file twice, and adds which mutants its tests reach. What is reached again outside of tests, although nothing
   * was imported again, is reached at the top of the file or in `beforeAll`; the rest while modules are imported.
   * @param {string} path @param {Record<string, Meeting[]>} plan @param {CoveragePerTest} perTest
   */
  async #measure(path, plan, perTest) {
    let isMocking = /\bvi\.(?:do)?[mM]ock\(/.test(await readFile(path, 'utf8'));
    const first = await this.#vitest.run(path, { isFresh: true, isMocking });
    if (first.message && !first.failed) return first;
    const usable = first.tests.filter((test) => this.#isUsable(test));
    const ids = new Set(usable.map(({ id }) => id));
    const tests = [...ids];
    let again = await this.#vitest.run(path, { tests, isMocking });
    if (again.message && !isMocking) {
      isMocking = true;
      again = await this.#vitest.run(path, { tests, isMocking });
    }
    const msOf = new Map(again.tests.map(({ id, result }) => [id, result?.duration ?? 0]));
    const byMutant = testsByMutant([first.coverage?.perTest ?? {}, again.coverage?.perTest ?? {}]);
    const outside = again.coverage?.static ?? {};
    const onImport = first.coverage?.static ?? {};
    for (const mutant of new Set([...byMutant.keys(), ...Object.keys(outside), ...Object.keys(onImport)])) {
      const isAnywhere = mutant in onImport || mutant in outside;
      const reaching = isAnywhere ? tests : [...(byMutant.get(mutant) ?? [])].filter((id) => ids.has(id));
      if (reaching.length === 0) continue;
      const isFresh = isMocking || (mutant in onImport && !(mutant in outside));
      const times = reaching.map((id) => msOf.get(id) ?? 0);
      const ms = times.reduce((sum, one) => sum + one, isFresh ? importMs : 0);
      const slowestMs = Math.max(...times);
      (plan[mutant] ??= []).push({ path, isFresh, isMocking, tests: reaching, ms, slowestMs });
      for (const id of reaching) {
        const hits = [again.coverage?.perTest[id]?.[mutant], outside[mutant], onImport[mutant]];
        (perTest[id] ??= {})[mutant] = hits.reduce((/** @type {number} */ sum, hit) => sum + (hit ?? 0), 1);
      }
    }
    return { message: again.message, tests: usable };
  }

  /** @param {Test} test */
  #isUsable(test) {
    const { state, duration = 0 } = test.result ?? {};
    if (state === 'fail') this.#log.warn('Fails without a mutant and is left out: %s', titleOf(test));
    return state === 'pass' && !measuresTime.test(test.fullTestName) && (isThorough || duration < slowMs);
  }

  /**
   * @param {MutantRunOptions} options
   * @returns {Promise<import('@stryker-mutator/api/test-runner').MutantRunResult>}
   */
  async mutantRun({ activeMutant, hitLimit }) {
    const { id, fileName } = activeMutant;
    if (!(await this.#isWanted(activeMutant))) {
      const failureMessage = 'was caught before';
      return { status: MutantRunStatus.Killed, killedBy: [], failureMessage, nrOfTests: 0 };
    }
    let nrOfTests = 0;
    for (const meeting of await this.#meetingsOf(id, fileName)) {
      const outcome = await this.#meet(meeting, id, hitLimit);
      nrOfTests += meeting.tests.length;
      this.#log.debug('%s %s: %s', id, relative(process.cwd(), meeting.path), outcome.message.slice(0, 100));
      if (!outcome.message) continue;
      this.#lastCatch.set(fileName, meeting.path);
      if (outcome.isTimeout) return { status: MutantRunStatus.Timeout, reason: outcome.message };
      const killedBy = [outcome.failed?.id ?? meeting.tests[0] ?? meeting.path];
      return { status: MutantRunStatus.Killed, killedBy, failureMessage: outcome.message, nrOfTests };
    }
    return { status: MutantRunStatus.Survived, nrOfTests };
  }

  /** @param {string} mutant @param {string} fileName */
  async #meetingsOf(mutant, fileName) {
    this.#plan ??= /** @type {Record<string, Meeting[]>} */ (JSON.parse(await readFile(planFile, 'utf8')));
    const ownTest = `/${basename(fileName, '.ts')}.test.ts`;
    const lastCatch = this.#lastCatch.get(fileName);
    /** @param {Meeting} meeting */
    const rankOf = ({ path }) => (path.endsWith(ownTest) ? 0 : path === lastCatch ? 1 : 2);
    const meetings = (this.#plan[mutant] ?? []).toSorted((one, other) => rankOf(one) - rankOf(other));
    let ms = 0;
    return meetings.filter((meeting, place) => {
      if (!isThorough && place > 0 && ms + meeting.ms > budgetMs) return false;
      ms += meeting.ms;
      return true;
    });
  }

  /** @param {MutantRunOptions['activeMutant']} mutant */
  async #isWanted({ fileName, location: { start, end }, replacement }) {
    const file = process.env['MUTANTS_ONLY'];
    if (!file) return true;
    if (!this.#wanted) {
      /** @type {string[]} */
      const places = JSON.parse(await readFile(file, 'utf8'));
      this.#wanted = new Set(places);
    }
    // StrykerJS counts from 0 here, and from 1 in its reports.
    const location = { start: fromOne(start), end: fromOne(end) };
    return this.#wanted.has(placeOf({ fileName, location, replacement }));
  }

  /** @param {Meeting} meeting @param {string} mutant @param {number | undefined} hitLimit @returns {Promise<Outcome>} */
  async #meet({ path, isFresh, isMocking, tests, ms, slowestMs }, mutant, hitLimit) {
    const vitest = this.#vitest;
    const how = { mutant, hitLimit, tests, ms, slowestMs, isMocking };
    let outcome = await vitest.run(path, { ...how, isFresh });
    // Something remembers what was computed without the mutant.
    if (!outcome.message && outcome.hits === 0 && !isFresh)
      outcome = await vitest.run(path, { ...how, isFresh: true });
    if (!outcome.message || outcome.isTimeout) return outcome;
    const without = await vitest.run(path, {
      tests: outcome.failed ? [outcome.failed.id] : tests,
      ms,
      isMocking,
    });
    if (!without.message) return outcome;
    await vitest.renew();
    const anew = await vitest.run(path, { ...how, isFresh });
    await vitest.renew();
    return anew;
  }
}

/** @param {{ readonly line: number, readonly column: number }} position */
const fromOne = ({ line, column }) => ({ line: line + 1, column: column + 1 });

/** @param {readonly CoveragePerTest[]} coverages @returns {Map<string, Set<string>>} */
function testsByMutant(coverages) {
  /** @type {Map<string, Set<string>>} */
  const byMutant = new Map();
  for (const [test, hits] of coverages.flatMap((coverage) => Object.entries(coverage))) {
    for (const mutant of Object.keys(hits))
      byMutant.set(mutant, (byMutant.get(mutant) ?? new Set()).add(test));
  }
  return byMutant;
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'warm-vitest', TestRunner)];
