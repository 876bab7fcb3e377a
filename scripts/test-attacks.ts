import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { browserAttacks, unitAttacks } from '../test/attacks/attack-tests';
import { copyCheckout, type CheckoutCopy } from '../test/attacks/checkout-copy';
import type { Hole } from '../test/attacks/hole';
import { holes } from '../test/attacks/holes';
import { exitWithError } from './exit-with-error.mjs';
import { type Count, readPlaywrightReport, readVitestReport } from './read-report.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';
import { setUp } from './setup.mjs';

/**
 * `--plant` also plants each hole in a copy of the checkout and checks that its test fails. `--unit` leaves the browser out.
 * `--only=TEXT` runs no tests before, and plants only the holes whose description or test contains the text.
 */
const isPlanting = process.argv.includes('--plant');
const isUnitOnly = process.argv.includes('--unit');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
const chosen = holes.filter(({ hole, test }) => only === undefined || `${hole} ${test}`.includes(only));

type Selection = { readonly cwd: string; readonly title?: string | undefined; readonly quiet?: boolean };

const isUnit = (test: string) => test.endsWith('.test.ts');
const installed = (cwd: string, ...path: string[]) => join(cwd, 'node_modules', ...path);

async function runUnit(tests: readonly string[], { cwd, title, quiet = false }: Selection): Promise<Count> {
  const report = join(cwd, 'test-results', 'attacks-unit.json');
  await rm(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['run', ...tests, ...reporters, ...(title === undefined ? [] : ['-t', title])];
  const { code } = await run(process.execPath, [installed(cwd, 'vitest', 'vitest.mjs'), ...args], {
    cwd,
    quiet,
  });
  return readVitestReport(report, code);
}

async function runInBrowser(
  tests: readonly string[],
  { cwd, title, quiet = false }: Selection,
): Promise<Count> {
  const report = join(cwd, 'test-results', 'e2e.json');
  await rm(report, { force: true });
  const built = await run(process.execPath, [join('scripts', 'build.mjs')], { cwd, quiet: true });
  if (built.code !== 0) throw new Error(`the build failed:\n${built.output}`);
  const args = ['test', ...tests, ...(title === undefined ? [] : ['-g', title])];
  const playwright = installed(cwd, '@playwright', 'test', 'cli.js');
  const { code } = await run(process.execPath, [playwright, ...args], { cwd, quiet });
  return readPlaywrightReport(report, code);
}

/** Passed if the test fails, and does so because a test ran. */
async function plant({ hole, file, find, replace, test, title }: Hole, copy: CheckoutCopy): Promise<boolean> {
  const repair = await copy.replace(file, find, replace);
  const runTest = isUnit(test) ? runUnit : runInBrowser;
  const { failed, passed } = await runTest([test], { cwd: copy.folder, title, quiet: true });
  await repair();
  const isFound = failed > 0;
  console.log(`${isFound ? 'found' : 'NOT FOUND'}: ${hole} (${test}: ${passed} passed, ${failed} failed)`);
  return isFound;
}

async function plantAll(): Promise<Count> {
  const copy = await copyCheckout();
  const outcomes: boolean[] = [];
  try {
    for (const hole of chosen) if (isUnit(hole.test) || !isUnitOnly) outcomes.push(await plant(hole, copy));
  } finally {
    await copy.remove();
  }
  const passed = outcomes.filter(Boolean).length;
  return { passed, failed: outcomes.length - passed, skipped: [] };
}

async function testAttacks(): Promise<void> {
  if (only !== undefined && (!isPlanting || chosen.length === 0))
    throw new Error(`--only needs --plant, and ${chosen.length} holes fit`);
  if (!isUnitOnly) await setUp({ firefox: true });
  const counts: Count[] = [];
  if (only === undefined) {
    counts.push(await runUnit(unitAttacks, { cwd: root }));
    if (!isUnitOnly) counts.push(await runInBrowser(browserAttacks, { cwd: root }));
  }
  // A test that fails anyway says nothing about a hole.
  if (isPlanting && counts.every(({ failed }) => failed === 0)) counts.push(await plantAll());
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  for (const reason of counts.flatMap(({ skipped }) => skipped)) console.log(`skipped: ${reason}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

await testAttacks().catch(exitWithError);
