import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.mjs';
import { exitWithError } from './exit-with-error.mjs';
import { lintAddOn } from './lint-add-on.mjs';
import { readPlaywrightReport, readVitestReport } from './read-report.mjs';
import { root } from './root.mjs';
import { run, runNpm } from './run.mjs';
import { setUp } from './setup.mjs';

/** @typedef {import('./read-report.mjs').Count} Count */

/** @param {...string} path */
const installed = (...path) => join(root, 'node_modules', ...path);

/** A command that passes or fails as a whole. @param {string} script */
const check = (script) => async () => asCount((await runNpm(['run', '--silent', script])).code === 0);

/** @param {boolean} isRight @returns {Count} */
const asCount = (isRight) => ({ passed: isRight ? 1 : 0, failed: isRight ? 0 : 1, skipped: [] });

/**
 * The order matters, since some unit tests and all end-to-end tests need the build. A step that fails does not keep the
 * next ones from running.
 * @type {readonly (readonly [string, () => Promise<Count>])[]}
 */
const steps = [
  ['lint', check('lint')],
  ['types', check('types')],
  ['build', () => build().then(() => asCount(true))],
  ['web-ext lint', () => lintAddOn().then(asCount)],
  ['unit', runUnitTests],
  ['e2e', runBrowserTests],
];

async function runUnitTests() {
  const report = join('test-results', 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  await rm(join(root, report), { force: true });
  const { code } = await run(process.execPath, [installed('vitest', 'vitest.mjs'), 'run', ...reporters]);
  return readVitestReport(join(root, report), code);
}

async function runBrowserTests() {
  const report = join(root, 'test-results', 'e2e.json');
  await rm(report, { force: true });
  const { code } = await run(process.execPath, [installed('@playwright', 'test', 'cli.js'), 'test']);
  return readPlaywrightReport(report, code);
}

/** @param {readonly [string, () => Promise<Count>]} step @returns {Promise<Count>} */
async function take([name, act]) {
  console.log(`\n== ${name}`);
  const begun = Date.now();
  try {
    const count = await act();
    const seconds = ((Date.now() - begun) / 1_000).toFixed(0);
    console.log(`${name}: ${count.passed} passed, ${count.failed} failed, ${seconds} s`);
    return count;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.log(`${name}: ended with an error`);
    return asCount(false);
  }
}

async function testAll() {
  await setUp({ firefox: true });
  /** @type {Count[]} */
  const counts = [];
  for (const step of steps) counts.push(await take(step));
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  const skipped = counts.flatMap((count) => count.skipped);
  console.log('');
  for (const reason of skipped) console.log(`skipped: ${reason}`);
  console.log(`${passed} passed, ${failed} failed${skipped.length ? `, ${skipped.length} skipped` : ''}`);
  if (failed > 0) process.exitCode = 1;
}

await testAll().catch(exitWithError);
