import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { root } from '../root.mjs';
import { placeOf } from './place-of.mjs';

export const cache = join(root, 'node_modules', '.cache', 'mutants');

/**
 * @typedef {{
 *   readonly fileName: string, readonly mutator: string, readonly original: string, readonly replacement: string,
 *   readonly location: import('@stryker-mutator/api/core').schema.Location, readonly status: string,
 *   readonly reason: string | undefined,
 * }} Mutant
 */

/**
 * Runs StrykerJS and returns what became of each mutant. With `only`, other mutants of the same files are passed over.
 * @param {string} path A folder or a file of `src`.
 * @param {{ only?: readonly Mutant[] }} [how]
 * @returns {Promise<Mutant[]>}
 */
export async function runStage(path, { only } = {}) {
  const name = `${path.replace(/^src\//, '').replaceAll(/[^a-z0-9]+/gi, '-')}${only ? '-again' : ''}`;
  const report = join(cache, 'reports', `${name}.json`);
  await mkdir(join(cache, 'reports'), { recursive: true });
  process.env['MUTANTS_PATH'] = path;
  process.env['MUTANTS_ONLY'] = only ? join(cache, `${name}.json`) : '';
  if (only) await writeFile(process.env['MUTANTS_ONLY'], JSON.stringify(only.map(placeOf)));
  const whole = path.endsWith('.ts') ? [path] : [`${path}/**/*.ts`, '!**/*.d.ts'];
  const stryker = new Stryker({
    testRunner: 'warm-vitest',
    plugins: ['./scripts/mutants/test-runner.mjs', './scripts/mutants/ignore-texts.mjs'],
    ignorers: ['texts'],
    mutate: only ? [...new Set(only.map(({ fileName }) => fileName))] : whole,
    coverageAnalysis: 'perTest',
    concurrency: Number(process.env['MUTANTS_CONCURRENCY'] ?? 1),
    ...(!only && { incremental: true, incrementalFile: join(cache, `${name}.json`) }),
    tempDirName: 'out/mutants',
    cleanTempDir: 'always',
    ignorePatterns: ['out', 'dist', 'test-results', 'playwright-report', 'docs/images'],
    disableTypeChecks: false,
    checkers: [],
    timeoutMS: 3_600_000, // the runner has its own, shorter ones
    dryRunTimeoutMinutes: 60,
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: report },
    allowConsoleColors: false,
    // `LogLevel` is an enum that exists in types alone.
    logLevel: /** @type {never} */ (process.env['MUTANTS_LOG'] ?? 'info'),
  });
  await stryker.runMutationTest();
  return await readStage(report);
}

/** @param {string} report */
async function readStage(report) {
  /** @type {import('@stryker-mutator/api/core').schema.MutationTestResult} */
  const { files } = JSON.parse(await readFile(report, 'utf8'));
  return Object.entries(files).flatMap(([fileName, { mutants, source }]) =>
    mutants.map(({ location, mutatorName: mutator, replacement = '', status, statusReason: reason }) => ({
      fileName,
      mutator,
      original: cut(source, location),
      replacement,
      location,
      status,
      reason,
    })),
  );
}

/** @param {string} source @param {Mutant['location']} location */
function cut(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = (lines.at(-1) ?? '').slice(0, end.column - 1);
  lines[0] = (lines[0] ?? '').slice(start.column - 1);
  return lines.join('\n');
}
