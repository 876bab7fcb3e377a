import { readFile } from 'node:fs/promises';

/**
 * The result of a step; `skipped` has a line for each test that did not run, with its reason if it is known.
 * @typedef {{ passed: number, failed: number, skipped: readonly string[] }} Count
 */

/**
 * A run that exited with an error or ran nothing is never a success, whatever its report says.
 * @param {Count} count
 * @param {number} exitCode
 * @returns {Count}
 */
function distrust(count, exitCode) {
  const ranNothing = count.passed + count.failed === 0;
  const endedBadly = exitCode !== 0 && count.failed === 0;
  if (ranNothing) console.log('No test ran, which counts as a failure.');
  else if (endedBadly) console.log(`The tests passed, but the test runner exited with code ${exitCode}.`);
  return ranNothing || endedBadly ? { ...count, failed: count.failed + 1 } : count;
}

/**
 * The reason is the one that the test recorded; a test without one states it in its title.
 * @typedef {{ status: string, fullName: string, meta?: { skipReason?: string } }} VitestCase
 */
/** @typedef {{ status: string, name: string, assertionResults: VitestCase[] }} VitestFile */

/** @param {string} path @param {number} exitCode */
export async function readVitestReport(path, exitCode) {
  /** @type {{ testResults: VitestFile[] }} */
  const { testResults } = JSON.parse(await readFile(path, 'utf8'));
  const cases = testResults.flatMap((file) => file.assertionResults);
  const failed = cases.filter(({ status }) => status === 'failed').length;
  // A file that breaks while it is loaded has failed, but reports no test.
  const broken = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  const passed = cases.filter(({ status }) => status === 'passed').length;
  const skipped = cases.filter(({ status }) => status !== 'passed' && status !== 'failed');
  return distrust({ passed, failed: failed + broken, skipped: skipped.map(formatCase) }, exitCode);
}

/** @param {VitestCase} skipped */
const formatCase = ({ fullName, meta }) => (meta?.skipReason ? `${fullName}: ${meta.skipReason}` : fullName);

/** @typedef {{ status: string, annotations: { type: string, description?: string }[] }} PlaywrightTest */
/** @typedef {{ title: string, specs: { title: string, tests: PlaywrightTest[] }[], suites?: PlaywrightSuite[] }} PlaywrightSuite */

/** @param {string} path @param {number} exitCode */
export async function readPlaywrightReport(path, exitCode) {
  /** @type {{ suites: PlaywrightSuite[], errors: unknown[] }} */
  const { suites, errors } = JSON.parse(await readFile(path, 'utf8'));
  const tests = suites.flatMap(testsOf);
  const failed = tests.filter(({ status }) => status === 'unexpected' || status === 'flaky').length;
  const passed = tests.filter(({ status }) => status === 'expected').length;
  const skipped = tests.filter(({ status }) => status === 'skipped');
  return distrust(
    {
      passed,
      failed: failed + errors.length,
      skipped: skipped.map(({ title, reason }) => `${title}: ${reason}`),
    },
    exitCode,
  );
}

/** @param {PlaywrightSuite} suite @returns {{ title: string, status: string, reason: string }[]} */
function testsOf(suite) {
  const own = suite.specs.flatMap(({ title, tests }) =>
    tests.map(({ status, annotations }) => ({
      title,
      status,
      reason: annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given',
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(testsOf)];
}
