import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exitWithError, Problem } from './exit-with-error.mjs';
import { findReleaseProblems } from './find-release-problems.mjs';
import { lintAddOn } from './lint-add-on.mjs';
import { makePackages } from './package.mjs';
import { readPackage } from './read-package.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';

/** Writes everything the stores need to `out/`, with hashes. Publishes nothing. */
async function release() {
  const problems = findReleaseProblems(await readFacts());
  if (problems.length > 0) {
    throw new Problem(
      `This commit is not ready for release:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
    );
  }
  const packages = await makePackages();
  if (!(await lintAddOn()))
    throw new Problem("Mozilla's linter has errors or unexplained warnings, see above.");
  const sums = packages.map(({ name, sha256 }) => `${sha256}  ${name}\n`);
  await writeFile(join(root, 'out', 'SHA256SUMS'), sums.join(''));
  console.log('\nReady. The zips and SHA256SUMS are in out/. For the next steps, see docs/releasing.md.');
}

/** @returns {Promise<import('./find-release-problems.mjs').ReleaseFacts>} */
async function readFacts() {
  /** @type {{ version?: string }} */
  const lock = JSON.parse(await read('package-lock.json'));
  const status = await git('status', '--porcelain');
  return {
    ...(await readPackage()),
    lockVersion: lock.version,
    changelog: await read('CHANGELOG.md'),
    citation: await read('CITATION.cff'),
    origin: (await git('remote')) === '' ? '' : await git('remote', 'get-url', 'origin'),
    tags: (await git('tag', '--points-at', 'HEAD')).split('\n'),
    changed: status
      .split('\n')
      .filter(Boolean)
      .map((line) => line.slice(3)),
  };
}

/** @param {string} name */
const read = (name) => readFile(join(root, name), 'utf8');

/** @param {...string} args */
async function git(...args) {
  const { code, output } = await run('git', args, { quiet: true });
  if (code !== 0)
    throw new Problem(`${output.trim()}\n\nA release needs a clone: git ${args.join(' ')} failed.`);
  return output.trimEnd();
}

await release().catch(exitWithError);
