import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.mjs';
import { exitWithError } from './exit-with-error.mjs';
import { readPlaywrightReport, readVitestReport } from './read-report.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';
import { setUp } from './setup.mjs';

/** @typedef {import('./read-report.mjs').Count} Count */

/**
 * The size of each campaign. Variables that are already set take precedence, for a shorter run:
 * `FAULTS_WORKER_KILLS=20 npm run test:faults`.
 */
const fullNumbers = {
  FAULTS_FULL: '1',
  FAULTS_WORKER_KILLS: '200',
  FAULTS_BROWSER_KILLS: '100',
  FAULTS_WIPES: '20',
  FAULTS_CHURN_CRAWLS: '20',
  FAULTS_DAMAGES: '1000', // every file, damaged in every way
};
const env = Object.fromEntries(
  Object.entries(fullNumbers).map(([name, full]) => [name, process.env[name] ?? full]),
);

const figuresFolder = join(root, 'test-results', 'faults');

/** @param {...string} path */
const installed = (...path) => join(root, 'node_modules', ...path);

/** @returns {Promise<Count>} */
async function runSimulations() {
  const report = join('test-results', 'faults-simulation.json');
  await rm(join(root, report), { force: true });
  const args = ['run', '--config', join('test', 'faults', 'vitest.config.ts')];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const vitest = installed('vitest', 'vitest.mjs');
  const { code } = await run(process.execPath, [vitest, ...args, ...reporters], { env });
  return readVitestReport(join(root, report), code);
}

/** @returns {Promise<Count>} */
async function runBrowserCampaigns() {
  const report = join(root, 'test-results', 'faults-browser.json');
  await rm(report, { force: true });
  const playwright = installed('@playwright', 'test', 'cli.js');
  const config = join('test', 'faults', 'playwright.config.ts');
  const { code } = await run(process.execPath, [playwright, 'test', '-c', config], { env });
  return readPlaywrightReport(report, code);
}

/** @param {readonly [string, () => Promise<Count>]} step @returns {Promise<Count>} */
async function take([name, act]) {
  console.log(`\n== ${name}`);
  try {
    return await act();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.log(`${name}: ended with an error`);
    return { passed: 0, failed: 1, skipped: [] };
  }
}

/** Prints the figures of each campaign; see `test/faults/browser/figures.ts` for the shape. */
async function printFigures() {
  const names = await readdir(figuresFolder).catch(() => []);
  for (const name of names.filter((one) => one.endsWith('.json')).sort()) {
    /** @type {import('../test/faults/browser/figures').Figures} */
    const figures = JSON.parse(await readFile(join(figuresFolder, name), 'utf8'));
    const { campaign, n, seed, seconds, violations, found } = figures;
    console.log(`\n${campaign}: n = ${n}, seed ${seed}, ${seconds} s, ${figures.browser}`);
    const broken = violations.length;
    const bound = `, so fewer than ${((100 * 3) / n).toFixed(1)} % per time (95 %)`;
    console.log(`  ${'broken promises'.padEnd(44)} ${broken}${broken === 0 && n >= 20 ? bound : ''}`);
    for (const [what, value] of Object.entries(found)) console.log(`  ${what.padEnd(44)} ${value}`);
    for (const sentence of [...new Set(violations)].slice(0, 10)) console.log(`  ! ${sentence}`);
  }
}

async function formatDurability() {
  const source = await readFile(join(root, 'src', 'store', 'database.ts'), 'utf8');
  const said = /chromeTransactionDurability:\s*'(\w+)'/.exec(source)?.[1] ?? "the browser's default";
  console.log(`\nDurability of transactions: ${said}`);
}

async function testFaults() {
  await setUp({ firefox: false });
  await build();
  await rm(figuresFolder, { recursive: true, force: true });
  const counts = [
    await take(['simulation', runSimulations]),
    await take(['real browsers', runBrowserCampaigns]),
  ];
  await formatDurability();
  await printFigures();
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

await testFaults().catch(exitWithError);
